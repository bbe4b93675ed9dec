import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** The nomination has gone on, or ended: its papers stay as they are. */
export class PapersAreFixed extends DomainError {
  readonly code = 'papers-are-fixed';
  readonly status = 409;
}

/** One nomination carries only so many papers. */
export class TooManyPapers extends DomainError {
  readonly code = 'too-many-papers';
  readonly status = 409;
  constructor(most: number) {
    super({ most });
  }
}

/** The same file is attached to this nomination already. */
export class PaperAttachedTwice extends DomainError {
  readonly code = 'paper-attached-twice';
  readonly status = 409;
}

onConstraint('paper_file_once_per_nomination', () => new PaperAttachedTwice());
