import fc from 'fast-check';
import { addDays, addMinutes, atLocalTime, plainDateIn } from '../../../kernel/plain-date.js';
import { workingCalendar } from '../../../kernel/working-calendar.js';
import { reasonToDrop, stagesAround } from './due-reminders.js';
import { policies, swaps } from './reminder-policy.arbitrary.js';
import { type ReminderPolicy, SHIPPED_POLICY } from './reminder-policy.js';
import { waitUntil } from './sending-time.js';

const calendar = workingCalendar();
const wait = (instant: string, sentToday = 0) =>
  waitUntil(SHIPPED_POLICY, new Date(instant), sentToday, calendar)?.toISOString() ?? null;

describe('a message that is due', () => {
  it('goes within the hours of a working day', () => {
    expect(wait('2026-03-02T07:00:00+07:00')).toBeNull();
    expect(wait('2026-03-02T17:59:59+07:00')).toBeNull();
  });

  it('waits for nine of the same morning, of the next, or of Monday', () => {
    expect(wait('2026-03-02T06:59:59+07:00')).toBe('2026-03-02T02:00:00.000Z');
    expect(wait('2026-03-02T18:00:00+07:00')).toBe('2026-03-03T02:00:00.000Z');
    expect(wait('2026-03-06T23:00:00+07:00')).toBe('2026-03-09T02:00:00.000Z');
    expect(wait('2026-03-07T10:00:00+07:00')).toBe('2026-03-09T02:00:00.000Z');
  });

  it('waits for the next working day once its reader had a day of messages', () => {
    expect(wait('2026-03-02T10:00:00+07:00', 2)).toBeNull();
    expect(wait('2026-03-02T10:00:00+07:00', 3)).toBe('2026-03-03T02:00:00.000Z');
  });

  it('waits for a later instant at which it may go, whatever the policy and the calendar', () => {
    const instant = fc.integer({ min: 0, max: 600 * 1440 }).map((m) => addMinutes(new Date('2026-01-01T00:00:00Z'), m));
    fc.assert(
      fc.property(policies, swaps, instant, fc.nat(6), (policy, moved, now, sent) => {
        const its = workingCalendar(moved);
        const until = waitUntil(policy, now, sent, its);
        return until === null || (until > now && waitUntil(policy, until, 0, its) === null);
      }),
    );
  });
});

/** A person of several units, whose calls are answered or not, told by the rules alone, minute by chosen minute. */
interface History {
  readonly calls: readonly { readonly deadline: string; readonly answeredAt: Date | null }[];
  /** When a worker looks; it may be down for weeks. */
  readonly looks: readonly Date[];
}

const START = new Date('2026-03-02T00:00:00Z');
const minute = fc.integer({ min: 0, max: 90 * 1440 }).map((minutes) => addMinutes(START, minutes));
const histories: fc.Arbitrary<History> = fc.record({
  calls: fc.array(
    fc.record({
      deadline: fc.integer({ min: 10, max: 60 }).map((days) => addDays('2026-03-02', days)),
      answeredAt: fc.option(minute),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  looks: fc.array(minute, { maxLength: 60 }).map((some) => some.sort((one, other) => one.getTime() - other.getTime())),
});

/** Every message that the person gets: when, and about which calls and stages. */
function live(policy: ReminderPolicy, { calls, looks }: History, its: ReturnType<typeof workingCalendar>) {
  const waiting = calls.flatMap(({ deadline, answeredAt }, call) =>
    stagesAround(policy, deadline, its)
      .filter(({ dueAt }) => dueAt > START)
      .map(({ stage, dueAt }) => ({ call, stage, deadline, answeredAt, dueAt, notBefore: dueAt, over: false })),
  );
  const sent: { at: Date; about: typeof waiting }[] = [];
  for (const now of looks) {
    const due = waiting.filter(({ over, notBefore }) => !over && notBefore <= now);
    const today = sent.filter(({ at }) => plainDateIn(at) === plainDateIn(now)).length;
    const going = due.filter((reminder) => {
      const { call, deadline, answeredAt, dueAt } = reminder;
      const later = waiting.some((other) => other.call === call && other.dueAt > dueAt && other.dueAt <= now);
      const answer = answeredAt !== null && answeredAt <= now ? 'list' : null;
      reminder.over = reasonToDrop(reminder, { answer, deadline, state: 'open' }, later) !== null;
      const until = reminder.over ? null : waitUntil(policy, now, today, its);
      if (until) reminder.notBefore = until;
      return !reminder.over && !until;
    });
    for (const reminder of going) reminder.over = true;
    if (going.length > 0) sent.push({ at: now, about: going });
  }
  return sent;
}

describe('a person over months of calls, answers and outages', () => {
  it('is never told outside the hours or on a day off, never after an answer, never over the cap, each stage once, upward', () => {
    fc.assert(
      fc.property(policies, swaps, histories, (policy, moved, history) => {
        const its = workingCalendar(moved);
        const sent = live(policy, history, its);
        const perDay = new Map<string, number>();
        for (const { at, about } of sent) {
          const day = plainDateIn(at);
          perDay.set(day, (perDay.get(day) ?? 0) + 1);
          expect(its.isWorkingDay(day)).toBe(true);
          expect(at >= atLocalTime(day, policy.opensAt) && at < atLocalTime(day, policy.closesAt)).toBe(true);
          for (const { answeredAt } of about) expect(answeredAt === null || answeredAt > at).toBe(true);
        }
        expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(policy.maxPerDay);
        const told = sent.flatMap(({ about }) => about);
        expect(new Set(told.map(({ call, stage }) => `${call} ${stage}`)).size).toBe(told.length);
        history.calls.forEach((_, call) => {
          const instants = told.filter((one) => one.call === call).map(({ dueAt }) => dueAt.getTime());
          expect(instants).toEqual([...instants].sort((one, other) => one - other));
        });
      }),
    );
  });
});
