export { RemindersCarryOver } from './reminders.carry-over.js';
export { RemindersService } from './reminders.service.js';
export { StandingService } from './standing.service.js';
export { RemindersModule } from './reminders.module.js';
