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

/** The kinds of area that standards of posts distinguish. */
export const UNIT_AREAS = ['plain', 'mountain', 'border', 'island', 'ethnic-minority'] as const;
export type UnitArea = (typeof UNIT_AREAS)[number];

/** How a unit's code is written: short, capital letters, digits, hyphens. */
export const UNIT_CODE = /^[A-Z0-9][A-Z0-9-]*$/;
