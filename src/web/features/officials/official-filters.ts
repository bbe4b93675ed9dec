import type { Schema } from '../../api/client';
import type { paths } from '../../api/schema';

/** What the list of officials can be asked, as the contract has it. */
export type OfficialFilters = NonNullable<paths['/api/v1/officials']['get']['parameters']['query']>;
export type OfficialSort = NonNullable<OfficialFilters['sort']>;
export type Official = Schema<'ListedOfficial'>;

export const CATEGORIES = ['cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other'] as const;
export const STATUSES = ['serving', 'all', 'working', 'rotated', 'seconded', 'retired', 'left'] as const;
export const MATCHES = ['atLeast', 'exactly', 'below'] as const;
export const MEMBERSHIPS = ['none', 'candidate', 'probationary', 'full'] as const;
export const LEVELS = {
  professional: ['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'],
  llct: ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'],
  management: ['none', 'officer', 'specialist', 'principal', 'senior'],
} as const;
export const GAPS = ['any', 'professional', 'llct', 'management'] as const;
export type Ladder = keyof typeof LEVELS;

/** Every condition that may stand in the address. */
export const FILTERS = [
  'q',
  'unitId',
  'status',
  'cellId',
  'category',
  'post',
  'professionalLevel',
  'professionalMatch',
  'llctLevel',
  'llctMatch',
  'managementLevel',
  'managementMatch',
  'gap',
  'ageFrom',
  'ageTo',
  'gender',
  'ethnicGroup',
  'membership',
  'asOf',
] as const;
export type FilterName = (typeof FILTERS)[number];

/** Conditions as texts, as the address and a kept view have them. */
export type FilterTexts = Partial<Record<FilterName | 'sort', string>>;

/** The conditions of an address, whatever its parser made of numbers. */
export function readFilters(search: Record<string, unknown>): FilterTexts {
  const names: readonly string[] = [...FILTERS, 'sort'];
  return Object.fromEntries(
    Object.entries(search)
      .filter(([name, value]) => names.includes(name) && value !== undefined && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );
}

/** The same for the API. */
export const toQuery = (texts: FilterTexts): OfficialFilters => texts as OfficialFilters;
