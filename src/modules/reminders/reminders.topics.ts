import { defineTopic } from '../../platform/outbox/topic.js';

/** Something waits for a person whose time has come. */
export const personDue = defineTopic<{ accountId: string }>('reminders.personDue');
/** Another policy holds for a class. */
export const policyChanged = defineTopic<{ courseId: string }>('reminders.policyChanged');
