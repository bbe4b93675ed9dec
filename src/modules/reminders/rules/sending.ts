import { plainDateIn } from '../../../kernel/plain-date.js';
import type { WorkingCalendar } from '../../../kernel/working-calendar.js';
import type { ReminderStage, Trigger } from '../reminder.types.js';
import type { ReminderPolicy } from './reminder-policy.js';
import { waitUntil } from './sending-time.js';
import { type DropReason, isNews, reasonToDrop, type Standing } from './triggers.js';

/** One reminder that waits for one person, with how its subject stands now. */
export interface Candidate {
  readonly trigger: Trigger;
  readonly stage: ReminderStage;
  readonly deadline: string;
  /** Whether a later stage of the same subject is due as well. */
  readonly later: boolean;
  /** Whether it still concerns this very person. */
  readonly concerned: boolean;
  /** Null when the subject is not there any more. */
  readonly standing: Standing | null;
  readonly policy: Pick<ReminderPolicy, 'sendAt' | 'opensAt' | 'closesAt' | 'maxPerDay'>;
}

/** What becomes of all that waits for one person. */
export interface Decision<T extends Candidate> {
  /** Each a message of its own, now. */
  readonly news: readonly T[];
  /** Together one message, now. */
  readonly presses: readonly T[];
  readonly deferred: readonly { readonly one: T; readonly until: Date }[];
  readonly dropped: readonly { readonly one: T; readonly because: DropReason }[];
}

/**
 * Decides for one person: what is settled is given up, what comes out of its hours or over the cap waits, and all that
 * may go goes as one message. The call itself is news: it waits for no hour and is no part of a digest.
 * @param person how many messages they had today, and whether their account is in use.
 */
export function decide<T extends Candidate>(
  person: { readonly active: boolean; readonly sentToday: number },
  waiting: readonly T[],
  now: Date,
  calendar: WorkingCalendar,
): Decision<T> {
  const today = plainDateIn(now);
  const [news, presses]: [T[], T[]] = [[], []];
  const deferred: { one: T; until: Date }[] = [];
  const dropped: { one: T; because: DropReason }[] = [];
  for (const one of waiting) {
    const because = reasonFor(person, one, today);
    const until = because || isNews(one.trigger) ? null : waitUntil(one.policy, now, person.sentToday, calendar);
    if (because) dropped.push({ one, because });
    else if (until) deferred.push({ one, until });
    else (isNews(one.trigger) ? news : presses).push(one);
  }
  return { news, presses, deferred, dropped };
}

function reasonFor(person: { readonly active: boolean }, one: Candidate, today: string): DropReason | null {
  if (!one.standing || !one.concerned) return 'settled';
  return reasonToDrop(one, one.standing, one.later, today) ?? (person.active ? null : 'nobody');
}
