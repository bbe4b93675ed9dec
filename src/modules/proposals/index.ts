export { ProposalsModule } from './proposals.module.js';
export { ProposalsService } from './proposals.service.js';
