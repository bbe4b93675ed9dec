export { PlanProgressService } from './plan-progress.service.js';
export { PlansCarryOver } from './plans.carry-over.js';
export { PlansModule } from './plans.module.js';
export { PlansRepository } from './plans.repository.js';
