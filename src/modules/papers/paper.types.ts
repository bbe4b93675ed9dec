import { PAPER_KINDS, type PaperKind } from '../programs/index.js';

export { PAPER_KINDS, type PaperKind };

/** Kinds that are files. Of health there is none, so that nobody can hand in a diagnosis. */
export const FILED_KINDS = PAPER_KINDS.filter((kind) => kind !== 'health');
export type FiledKind = Exclude<PaperKind, 'health'>;
