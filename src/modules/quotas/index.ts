export { quotaOfUnit } from './quota.sql.js';
export { QuotasModule } from './quotas.module.js';
export { type Allocation, QuotasRepository } from './quotas.repository.js';
