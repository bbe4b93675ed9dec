import { defineTopic } from '../../platform/outbox/topic.js';

/** Units were called, or called again with another deadline. */
export const unitsCalled = defineTopic<{ unitCallIds: string[] }>('courses.unitsCalled');
/** A unit answered its call, in whatever way. */
export const callAnswered = defineTopic<{ unitCallId: string; eventId: string }>('courses.callAnswered');
/** A class takes no more nominations: closed or cancelled. */
export const nominationsClosed = defineTopic<{ courseId: string }>('courses.nominationsClosed');
