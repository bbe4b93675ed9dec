/** How somebody was at a session: có mặt, đi muộn, vắng có phép, vắng không phép. */
export const MARKS = ['present', 'late', 'excused', 'absent'] as const;
export type Mark = (typeof MARKS)[number];

/** One person at one session: marked, `open` while a mark is missing, `off` when the person was not on the list then. */
export const CELLS = [...MARKS, 'open', 'off'] as const;
export type Cell = (typeof CELLS)[number];

/**
 * How somebody stands against the share that the program asks for: it is reached, can be reached as it goes now, can be
 * reached only by coming more often, cannot be reached any more, or was missed for good.
 */
export const STANDINGS = ['met', 'on-track', 'at-risk', 'out-of-reach', 'below'] as const;
export type Standing = (typeof STANDINGS)[number];
