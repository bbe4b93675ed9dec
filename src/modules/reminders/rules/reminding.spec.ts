import fc from 'fast-check';
import { addDays, addMinutes, atLocalTime, plainDateIn } from '../../../kernel/plain-date.js';
import { type SwappedDay, workingCalendar } from '../../../kernel/working-calendar.js';
import { AUDIENCES, CHANNELS } from '../reminder.types.js';
import { dueReminders, reasonToDrop, stagesAround } from './due-reminders.js';
import { policyFaults, type PolicyStage, type ReminderPolicy, SHIPPED_POLICY } from './reminder-policy.js';
import { waitUntil } from './sending-time.js';

const time = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

const stageOn = (workingDays: number): fc.Arbitrary<PolicyStage> =>
  fc.record({
    workingDays: fc.constant(workingDays),
    to: fc.constantFrom(...AUDIENCES).map((top) => AUDIENCES.slice(0, AUDIENCES.indexOf(top) + 1)),
    channels: fc.constantFrom([...CHANNELS], [CHANNELS[0]]),
    text: fc.constantFrom(null, 'Lớp {{course}} chờ {{unit}}.'),
  });

/** Policies that can be kept. */
const policies: fc.Arbitrary<ReminderPolicy> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: -15, max: 15 }), { maxLength: 8 }),
    fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => time(h, m)),
      {
        minLength: 3,
        maxLength: 3,
      },
    ),
    fc.integer({ min: 1, max: 4 }),
  )
  .chain(([days, times, maxPerDay]) => {
    const [opensAt = '', sendAt = '', closesAt = ''] = [...times].sort();
    return fc
      .tuple(...days.map(stageOn))
      .map((stages): ReminderPolicy => ({ stages, opensAt, sendAt, closesAt, maxPerDay }));
  })
  .filter((policy) => policyFaults(policy).length === 0);

/** Days that the Government moved, in the years of the tests. */
const swaps: fc.Arbitrary<SwappedDay[]> = fc.array(
  fc.record({
    date: fc.integer({ min: 0, max: 730 }).map((days) => addDays('2026-01-01', days)),
    kind: fc.constantFrom('holiday' as const, 'swapped-off' as const, 'swapped-workday' as const),
  }),
  { maxLength: 30 },
);

const calendar = workingCalendar();
const now = new Date('2026-03-02T03:00:00Z');
const day = fc.integer({ min: 0, max: 600 }).map((days) => addDays('2026-01-01', days));
const plan = (calledOn: string, deadline: string) =>
  dueReminders(SHIPPED_POLICY, deadline, atLocalTime(calledOn, '10:00'), calendar);

describe('when a unit is reminded', () => {
  it('is told at once, then ten, five and two working days before, on the day, and after', () => {
    const planned = plan('2026-03-02', '2026-03-31').map(({ stage, dueAt }) => [stage, plainDateIn(dueAt)]);
    expect(planned).toEqual([
      ['call', '2026-03-02'],
      ['before-10', '2026-03-17'],
      ['before-5', '2026-03-24'],
      ['before-2', '2026-03-27'],
      ['due', '2026-03-31'],
      ['after-1', '2026-04-01'],
      ['after-3', '2026-04-03'],
      ['after-5', '2026-04-07'],
    ]);
  });

  it('leaves out what a short deadline has no time for', () => {
    expect(plan('2026-03-02', '2026-03-05').map(({ stage }) => stage)).toEqual([
      'call',
      'before-2',
      'due',
      'after-1',
      'after-3',
      'after-5',
    ]);
  });

  it('on a day off is pressed for on the working day before, once', () => {
    const stage = { to: ['unit'] as const, channels: ['inbox'] as const, text: null };
    const stages = [-1, 0, 1].map((workingDays) => ({ ...stage, workingDays }));
    const planned = stagesAround({ ...SHIPPED_POLICY, stages }, '2026-03-08', calendar);
    expect(planned.map(({ stage: key, dueAt }) => [key, plainDateIn(dueAt)])).toEqual([
      ['due', '2026-03-06'],
      ['after-1', '2026-03-09'],
    ]);
  });

  it('whatever the policy and the calendar: only on working days, at its hour, never before the call, never twice a day', () => {
    fc.assert(
      fc.property(policies, swaps, day, fc.integer({ min: 0, max: 90 }), (policy, moved, calledOn, days) => {
        const its = workingCalendar(moved);
        const [call, ...rest] = dueReminders(policy, addDays(calledOn, days), atLocalTime(calledOn, '10:00'), its);
        const on = rest.map(({ dueAt }) => plainDateIn(dueAt));
        return (
          call?.stage === 'call' &&
          new Set(on).size === on.length &&
          rest.every(
            ({ dueAt }, index) =>
              its.isWorkingDay(on[index] ?? '') &&
              dueAt.getTime() === atLocalTime(on[index] ?? '', policy.sendAt).getTime() &&
              dueAt > call.dueAt,
          )
        );
      }),
    );
  });

  it('goes in the order of its stages, which never tell fewer levels than the one before', () => {
    fc.assert(
      fc.property(policies, swaps, day, (policy, moved, deadline) => {
        const planned = stagesAround(policy, deadline, workingCalendar(moved));
        const reach = planned.map(({ audience }) => Math.max(...audience.map((level) => AUDIENCES.indexOf(level))));
        return planned.every(
          ({ dueAt }, index) =>
            index === 0 ||
            (dueAt > (planned[index - 1]?.dueAt ?? now) && (reach[index] ?? 0) >= (reach[index - 1] ?? 0)),
        );
      }),
    );
  });
});

describe('whether a due reminder still goes', () => {
  const reminder = { stage: 'before-2', deadline: '2026-03-31' };
  const call = { answer: null, deadline: '2026-03-31', state: 'open' };

  it('goes while the unit owes an answer', () => {
    expect(reasonToDrop(reminder, call, false)).toBeNull();
  });

  it('stops for any answer: a list, no one, or more time', () => {
    expect(['list', 'none', 'more-time'].map((answer) => reasonToDrop(reminder, { ...call, answer }, false))).toEqual(
      Array(3).fill('answered'),
    );
  });

  it('stops when the class no longer takes lists or the deadline moved', () => {
    expect(reasonToDrop(reminder, { ...call, state: 'closed' }, false)).toBe('course-closed');
    expect(reasonToDrop(reminder, { ...call, deadline: '2026-04-10' }, false)).toBe('deadline-moved');
  });

  it('after an outage one message goes, not five, but the call itself and a nudge always do', () => {
    expect(reasonToDrop(reminder, call, true)).toBe('overtaken');
    expect(reasonToDrop({ ...reminder, stage: 'call' }, call, true)).toBeNull();
    expect(reasonToDrop({ ...reminder, stage: 'nudge' }, call, true)).toBeNull();
  });
});

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
