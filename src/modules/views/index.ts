export { ViewsCarryOver } from './views.carry-over.js';
export { ViewsModule } from './views.module.js';
