import { defineTopic } from '../../platform/outbox/topic.js';

/** An e-mail waits to be sent. */
export const mailWaiting = defineTopic<{ deliveryId: string }>('notifications.mailWaiting');
