export { NeedsModule } from './needs.module.js';
export { NeedsService } from './needs.service.js';
