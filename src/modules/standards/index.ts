export { StandardsModule } from './standards.module.js';
export { type JudgedOfficial, StandardsService } from './standards.service.js';
