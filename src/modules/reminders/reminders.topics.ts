import { defineTopic } from '../../platform/outbox/topic.js';

/** Something waits for people whose time has come. */
export const peopleDue = defineTopic<{ accountIds: string[] }>('reminders.peopleDue');
/** Another policy holds for a class. */
export const policyChanged = defineTopic<{ courseId: string }>('reminders.policyChanged');
/** Other policies hold for what no call announces. */
export const standingChanged = defineTopic<Record<string, never>>('reminders.standingChanged');
