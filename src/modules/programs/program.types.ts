/** The kinds of training; `thematic` is the pilot's study of the ideology, morality and style of Hồ Chí Minh. */
export const PROGRAM_KINDS = [
  'advanced-llct',
  'intermediate-llct',
  'elementary-llct',
  'knowledge-update',
  'party-candidate',
  'new-member',
  'party-work',
  'professional',
  'thematic',
] as const;
export type ProgramKind = (typeof PROGRAM_KINDS)[number];
