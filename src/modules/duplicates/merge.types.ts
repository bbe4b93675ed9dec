/** Which of the two records something is taken from. */
export const SIDES = ['keep', 'merge'] as const;
export type Side = (typeof SIDES)[number];

/** Columns that are taken from one record together: a membership without its dates would be a third truth. */
export const MERGED_COLUMNS = {
  fullName: ['full_name'],
  otherName: ['other_name'],
  gender: ['gender'],
  birth: ['born_on', 'birth_year'],
  ethnicGroup: ['ethnic_group'],
  homePlace: ['home_place'],
  schooling: ['schooling'],
  membership: ['membership', 'membership_stated', 'probationary_on', 'full_member_on'],
  unit: ['unit_id'],
  cell: ['cell_id'],
  citizenId: ['citizen_id_sealed', 'citizen_id_key'],
  partyCard: ['party_card_sealed', 'party_card_key'],
} as const;

/** What one can choose of: the columns above, the history of statuses, and the main post where two were held at once. */
export const MERGE_FIELDS = [
  ...(Object.keys(MERGED_COLUMNS) as (keyof typeof MERGED_COLUMNS)[]),
  'status',
  'mainPost',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];
export type MergeChoices = Partial<Record<MergeField, Side>>;
