import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CallAnswer } from '../course.types.js';

/** A unit's part of a call, as far as it decides which of several goes on. */
export interface CallStanding {
  readonly id: string;
  readonly courseId: string;
  readonly unitId: string;
  readonly answer: CallAnswer | null;
  readonly deadline: PlainDate;
}

/** Which call an heir goes on with. */
export interface HeirCall {
  readonly courseId: string;
  readonly heir: string;
  /** The call whose answer and deadline it takes over; may be its own. */
  readonly source: string;
  /** The call it has already, if it has one. */
  readonly own: string | null;
}

const ADVANCED: readonly (CallAnswer | null)[] = [null, 'none', 'more-time', 'list'];

/** The more advanced answer first, then the later deadline, then the lower id. */
const better = (a: CallStanding, b: CallStanding): number =>
  ADVANCED.indexOf(b.answer) - ADVANCED.indexOf(a.answer) ||
  b.deadline.localeCompare(a.deadline) ||
  a.id.localeCompare(b.id);

/**
 * The one call that each heir has to each class after its predecessors ended.
 * @param calls of units that end and of their heirs.
 * @param heirs of each unit that ends.
 */
export function heirCalls(calls: readonly CallStanding[], heirs: ReadonlyMap<string, readonly string[]>): HeirCall[] {
  const candidates = new Map<string, { courseId: string; heir: string; calls: CallStanding[] }>();
  for (const call of calls) {
    for (const heir of heirs.get(call.unitId) ?? []) {
      const key = `${call.courseId} ${heir}`;
      const group = candidates.get(key) ?? { courseId: call.courseId, heir, calls: [] };
      group.calls.push(call);
      candidates.set(key, group);
    }
  }
  return [...candidates.values()].flatMap(({ courseId, heir, calls: left }) => {
    const own = calls.find((call) => call.courseId === courseId && call.unitId === heir);
    const [best] = [...left, ...(own ? [own] : [])].sort(better);
    return best ? [{ courseId, heir, source: best.id, own: own?.id ?? null }] : [];
  });
}
