export { PlacesView, placesSql, placesSumSql } from './places.view.js';
export { quotaOfPerson } from './quota.sql.js';
export { type EndingQuota, type HeirQuota, QuotasCarryOver } from './quotas.carry-over.js';
export { GrantsRepository, type NewGrant } from './grants.repository.js';
export { LedgerAudit, type LedgerFinding } from './ledger-audit.js';
export { QuotasModule } from './quotas.module.js';
export { type Allocation, QuotasRepository } from './quotas.repository.js';
export type { Movement, PlacesOf } from './quota.types.js';
export { type Share } from './rules/share-places.js';
