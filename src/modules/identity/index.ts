export { AccountsCarryOver } from './accounts.carry-over.js';
export { AccountsQueries, type Recipient } from './accounts.queries.js';
export { IdentityModule } from './identity.module.js';
export { IdentityRepository, type NewAccount } from './identity.repository.js';
export { hashPassword, newOneTimePassword } from './secrets.js';
