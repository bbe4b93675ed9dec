/** What the rules of this room speak of and other rooms own: shapes alone, so that rules stay pure. */
export type { EndingQuota, Share } from '../quotas/index.js';
export type { EndedUnit, Inheritance, MapChange, MapUnit, UnitArea, UnitKind } from '../units/index.js';
