/**
 * Kinds of papers that go with a nomination. Of health there is only whether the person is fit and the day of the check:
 * no file, so that nobody can hand in a diagnosis.
 */
export const PAPER_KINDS = ['application', 'cv', 'degree', 'certificate', 'health', 'other'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Kinds that are files. */
export const FILED_KINDS = PAPER_KINDS.filter((kind) => kind !== 'health');
export type FiledKind = Exclude<PaperKind, 'health'>;
