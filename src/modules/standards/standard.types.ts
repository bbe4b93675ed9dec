/** What a post can ask for: a ladder each. `management` is state management (quản lý nhà nước). */
export const STANDARD_KINDS = ['professional', 'llct', 'management'] as const;
export type StandardKind = (typeof STANDARD_KINDS)[number];

export const STANDARD_ANSWERS = ['met', 'notMet', 'unknown', 'exempt'] as const;
export type StandardAnswer = (typeof STANDARD_ANSWERS)[number];
