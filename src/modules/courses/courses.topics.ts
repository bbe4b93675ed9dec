import { defineTopic } from '../../platform/outbox/topic.js';

/** Units were called, or called again with another deadline. */
export const unitsCalled = defineTopic<{ unitCallIds: string[] }>('courses.unitsCalled');
/** A unit answered its call, in whatever way. */
export const callAnswered = defineTopic<{ unitCallId: string; eventId: string }>('courses.callAnswered');
/** The board said no to a unit that asked for more time: its call is open again, by the day it had. */
export const timeRefused = defineTopic<{ unitCallId: string; eventId: string }>('courses.timeRefused');
/** A class takes no more nominations: closed or cancelled. */
export const nominationsClosed = defineTopic<{ courseId: string }>('courses.nominationsClosed');
