import { defineTopic } from '../../platform/outbox/topic.js';

/** A class's timetable changed, and has rested since; `lecturerIds` are those whom it concerns. */
export const timetableChanged = defineTopic<{
  courseId: string;
  eventId: string;
  count: number;
  lecturerIds: string[];
}>('timetable.changed');
