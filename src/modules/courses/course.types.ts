/** The life of a class, in order; `cancelled` may end it before it runs out. */
export const COURSE_STATES = ['draft', 'open', 'closed', 'confirmed', 'running', 'completed', 'cancelled'] as const;
export type CourseState = (typeof COURSE_STATES)[number];

/**
 * What a unit answered to its call. Any answer stops reminders; `carried-over` is the end of a unit whose heir answers.
 */
export const CALL_ANSWERS = ['list', 'none', 'more-time', 'carried-over'] as const;
export type CallAnswer = (typeof CALL_ANSWERS)[number];

/** How a unit's part of a call stands; `silent` is past the deadline without an answer. */
export const CALL_STATUSES = ['awaiting', 'answered', 'late', 'silent', 'carried-over'] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];
