export { quotaOfUnit } from './quota.sql.js';
export { type EndingQuota, type HeirQuota, QuotasCarryOver } from './quotas.carry-over.js';
export { QuotasModule } from './quotas.module.js';
export { type Allocation, QuotasRepository } from './quotas.repository.js';
export { type Share } from './rules/share-places.js';
