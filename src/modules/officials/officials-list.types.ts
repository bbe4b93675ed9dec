import { OFFICIAL_STATUSES } from './official.types.js';

/** How a level is meant by a filter. */
export const LEVEL_MATCHES = ['atLeast', 'exactly', 'below'] as const;
export type LevelMatch = (typeof LEVEL_MATCHES)[number];

/** What somebody may lack of what the post asks for. */
export const GAPS = ['professional', 'llct', 'management', 'any'] as const;
export type Gap = (typeof GAPS)[number];

/** `serving` is everybody who has neither retired nor left. */
export const STATUS_FILTERS = ['serving', 'all', ...OFFICIAL_STATUSES] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

/** What a list of officials can be ordered by, forward and backward. */
export const OFFICIAL_SORTS = ['name', '-name', 'unit', '-unit', 'age', '-age', 'post', '-post'] as const;
export type OfficialSort = (typeof OFFICIAL_SORTS)[number];

/** What can be done with many officials at once. */
export const BULK_ACTIONS = ['cell', 'status', 'move'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** People in one change: more than a district has, few enough for one transaction. */
export const MOST_AT_ONCE = 5000;
