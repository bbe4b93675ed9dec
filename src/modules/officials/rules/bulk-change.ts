import type { PlainDate } from '../../../kernel/plain-date.js';
import type { OfficialStatus } from '../official.types.js';

/** One change for many people at once. */
export type BulkChange =
  | { readonly action: 'cell'; readonly cellId: string | null }
  | { readonly action: 'status'; readonly status: OfficialStatus }
  | { readonly action: 'move'; readonly unitId: string; readonly post: string; readonly from: PlainDate };

export interface BulkFacts {
  readonly unitId: string;
  readonly cellId: string | null;
  readonly status: OfficialStatus;
  /** The latest main post, held or still to come, or null. */
  readonly mainPost: { readonly title: string; readonly from: PlainDate | null; readonly to: PlainDate | null } | null;
}

/** Why somebody is left out: a main post begins on the day of the move or after it. */
export type BulkRefusal = 'postBeginsLater';

export type BulkVerdict =
  { readonly outcome: 'changed' | 'unchanged' } | { readonly outcome: 'refused'; readonly reason: BulkRefusal };

/** What a change does to one person: something, nothing because it is so already, or nothing because it cannot be. */
export function judgeBulkChange(person: BulkFacts, change: BulkChange): BulkVerdict {
  switch (change.action) {
    case 'cell':
      return { outcome: person.cellId === change.cellId ? 'unchanged' : 'changed' };
    case 'status':
      return { outcome: person.status === change.status ? 'unchanged' : 'changed' };
    case 'move':
      return judgeMove(person, change);
  }
}

function judgeMove({ unitId, mainPost }: BulkFacts, change: BulkChange & { action: 'move' }): BulkVerdict {
  const holdsIt = mainPost?.to === null && mainPost.title === change.post && unitId === change.unitId;
  if (holdsIt) return { outcome: 'unchanged' };
  // The day before the move is the last of the old post, so it must have begun by then.
  if (mainPost?.from && mainPost.from >= change.from) return { outcome: 'refused', reason: 'postBeginsLater' };
  return { outcome: 'changed' };
}
