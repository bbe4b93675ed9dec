/** What a unit is; the glossary's kinds. */
export const UNIT_KINDS = [
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
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Kinds whose committees are called on when a board calls "everyone". */
export const COMMUNE_KINDS: readonly UnitKind[] = ['commune', 'town', 'ward'];
