import { defineTopic } from '../../platform/outbox/topic.js';

/** A reminder's time has come. */
export const reminderDue = defineTopic<{ reminderId: string }>('reminders.due');
