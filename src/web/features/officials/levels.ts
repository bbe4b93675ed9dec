import type { Qualification } from './record-api';

/** The ladder of each kind of qualification that has one, lowest first. */
export const LEVELS: Partial<Record<Qualification['kind'], readonly string[]>> = {
  professional: ['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'],
  llct: ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'],
  'state-management': ['none', 'officer', 'specialist', 'principal', 'senior'],
};
