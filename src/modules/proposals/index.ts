export { ProposalsCarryOver } from './proposals.carry-over.js';
export { ProposalsModule } from './proposals.module.js';
export { ProposalsService } from './proposals.service.js';
