/** The kinds of units, from the top of the tree down. */
export const KINDS = [
  'province-committee',
  'district-committee',
  'commune',
  'town',
  'ward',
  'agency',
  'grassroots-org',
  'party-cell',
  'training-center',
  'school',
] as const;
export type Kind = (typeof KINDS)[number];
