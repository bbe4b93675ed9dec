export { RemindersCarryOver } from './reminders.carry-over.js';
export { RemindersModule } from './reminders.module.js';
