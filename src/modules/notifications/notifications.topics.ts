import { defineTopic } from '../../platform/outbox/topic.js';

/** A message waits to be sent by its channel. */
export const deliveryDue = defineTopic<{ deliveryId: string }>('notifications.deliveryDue');
