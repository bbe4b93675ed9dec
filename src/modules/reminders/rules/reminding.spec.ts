import fc from 'fast-check';
import { addDays, addMinutes, atLocalTime, plainDateIn } from '../../../kernel/plain-date.js';
import { type SwappedDay, workingCalendar } from '../../../kernel/working-calendar.js';
import { AUDIENCES, CHANNELS, type Trigger, TRIGGERS } from '../reminder.types.js';
import { dueReminders, type PlannedReminder, reminderAtOnce, stagesAround } from './due-reminders.js';
import { policyFaults, type PolicyStage, type ReminderPolicy, SHIPPED_POLICY } from './reminder-policy.js';
import { type Candidate, decide } from './sending.js';
import { waitUntil } from './sending-time.js';
import { reasonToDrop, type Standing, TRIGGER_RULES } from './triggers.js';

const time = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** Stages of one trigger that reach farther the later they are. */
const stagesOf = (trigger: Trigger): fc.Arbitrary<PolicyStage[]> => {
  const { audiences, days, variables } = TRIGGER_RULES[trigger];
  const [from, to] = [Math.max(days[0], -15), Math.min(days[1], 15)];
  return fc
    .uniqueArray(fc.tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: audiences.length })), {
      maxLength: 6,
      selector: ([day]) => day,
    })
    .chain((pairs) => {
      const levels = pairs.map(([, level]) => level).sort((one, other) => one - other);
      const sorted = pairs.map(([day]) => day).sort((one, other) => one - other);
      return fc.tuple(
        ...sorted.map((workingDays, index) =>
          fc.record({
            trigger: fc.constant(trigger),
            workingDays: fc.constant(workingDays),
            to: fc.constant(audiences.slice(0, levels[index])),
            channels: fc.subarray([...CHANNELS]).map((some) => [...new Set([CHANNELS[0], ...some])]),
            text: fc.constantFrom(null, `Việc: {{${variables[0]}}}.`),
          }),
        ),
      );
    });
};

/** Policies that can be kept. */
const policies: fc.Arbitrary<ReminderPolicy> = fc
  .tuple(
    fc.tuple(...TRIGGERS.map(stagesOf)).map((each) => each.flat()),
    fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => time(h, m)),
      { minLength: 3, maxLength: 3 },
    ),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([stages, times, maxPerDay]): ReminderPolicy => {
    const [opensAt = '', sendAt = '', closesAt = ''] = [...times].sort();
    return { stages, opensAt, sendAt, closesAt, maxPerDay };
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
    const stage = { trigger: 'deadline' as const, to: ['unit'] as const, channels: ['inbox'] as const, text: null };
    const stages = [-1, 0, 1].map((workingDays) => ({ ...stage, workingDays }));
    const planned = stagesAround({ ...SHIPPED_POLICY, stages }, 'deadline', '2026-03-08', calendar);
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
      fc.property(policies, swaps, day, fc.constantFrom(...TRIGGERS), (policy, moved, deadline, trigger) => {
        const planned = stagesAround(policy, trigger, deadline, workingCalendar(moved));
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
  const today = '2026-03-20';
  const of = (trigger: Trigger, stage = 'before-2') => ({ trigger, stage, deadline: '2026-03-31' });
  const standing: Standing = { day: '2026-03-31', state: 'open', answer: null, owed: 1, stands: true };
  const reason = (trigger: Trigger, change: Partial<Standing>, on = today) =>
    reasonToDrop(of(trigger), { ...standing, ...change }, false, on);

  it('goes while something is owed', () => {
    expect(TRIGGERS.map((trigger) => reason(trigger, {}))).toEqual(TRIGGERS.map(() => null));
  });

  it('stops for any answer: a list, no one, or more time', () => {
    expect(['list', 'none', 'more-time'].map((answer) => reason('deadline', { answer }))).toEqual(
      Array(3).fill('answered'),
    );
    expect([reason('free-places', { answer: 'list' }), reason('free-places', { answer: 'none' })]).toEqual([
      null,
      'answered',
    ]);
  });

  it('stops when the class no longer takes lists or the day moved', () => {
    expect(reason('deadline', { state: 'closed' })).toBe('course-closed');
    expect(reason('free-places', { state: 'closed' })).toBe('course-closed');
    expect(reason('deadline', { day: '2026-04-10' })).toBe('deadline-moved');
    expect(reason('first-session', { day: '2026-04-10' })).toBe('day-moved');
    for (const trigger of ['papers', 'first-session', 'attendance', 'results'] as const)
      expect(reason(trigger, { state: 'cancelled' })).toBe('course-cancelled');
  });

  it('stops when papers came, results stand, places are used or taken, and nobody studies any more', () => {
    for (const trigger of ['papers', 'first-session', 'attendance', 'results', 'quota', 'free-places'] as const)
      expect([trigger, reason(trigger, { owed: 0 })]).toEqual([trigger, 'settled']);
  });

  it('stops when it is too late for it, and for a unit that is no more', () => {
    expect(reason('first-session', {}, '2026-04-01')).toBe('too-late');
    expect(reason('quota', {}, '2026-04-01')).toBe('too-late');
    expect(reason('papers', { state: 'running' })).toBe('too-late');
    expect(TRIGGERS.map((trigger) => reason(trigger, { stands: false }))).toEqual(TRIGGERS.map(() => 'carried-over'));
  });

  it('after an outage one message goes, not five, but the call itself, free places and a nudge always do', () => {
    expect(reasonToDrop(of('deadline'), standing, true, today)).toBe('overtaken');
    for (const [trigger, stage] of [
      ['opening', 'call'],
      ['free-places', 'free'],
      ['deadline', 'nudge'],
    ] as const)
      expect(reasonToDrop(of(trigger, stage), standing, true, today)).toBeNull();
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

/** A person who is told of several things, told by the rules alone, minute by chosen minute. */
interface History {
  readonly subjects: readonly {
    readonly trigger: Trigger;
    readonly day: string;
    /** When it was answered, taken, handed in or recorded; and when its day was another one from then on. */
    readonly settledAt: Date | null;
    readonly movedAt: Date | null;
  }[];
  /** When a worker looks; it may be down for weeks. */
  readonly looks: readonly Date[];
}

const START = new Date('2026-03-02T00:00:00Z');
const minute = fc.integer({ min: 0, max: 90 * 1440 }).map((minutes) => addMinutes(START, minutes));
const histories: fc.Arbitrary<History> = fc.record({
  subjects: fc.array(
    fc.record({
      trigger: fc.constantFrom(...TRIGGERS),
      day: fc.integer({ min: 10, max: 60 }).map((days) => addDays('2026-03-02', days)),
      settledAt: fc.option(minute),
      movedAt: fc.option(minute, { freq: 4 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  looks: fc.array(minute, { maxLength: 60 }).map((some) => some.sort((one, other) => one.getTime() - other.getTime())),
});

type Its = ReturnType<typeof workingCalendar>;

/** What is planned for a subject on the first day. */
function plannedFor(policy: ReminderPolicy, trigger: Trigger, its: Its, on: string): PlannedReminder[] {
  if (trigger === 'opening') return dueReminders(policy, on, START, its).slice(0, 1);
  return trigger === 'free-places' ? reminderAtOnce(policy, trigger, START) : stagesAround(policy, trigger, on, its);
}

const isBy = (at: Date | null, now: Date): boolean => at !== null && at <= now;

/** How a subject stands at an instant. */
const standingAt = ({ trigger, day: on, settledAt, movedAt }: History['subjects'][number], now: Date): Standing => ({
  day: isBy(movedAt, now) ? addDays(on, 3) : on,
  state: 'open',
  answer: isBy(settledAt, now) && (trigger === 'opening' || trigger === 'deadline') ? 'list' : null,
  owed: isBy(settledAt, now) ? 0 : 2,
  stands: true,
});

/** Every message that the person gets: when, and about which subjects and stages. */
function live(policy: ReminderPolicy, { subjects, looks }: History, its: Its) {
  const waiting = subjects.flatMap((subject, index) =>
    plannedFor(policy, subject.trigger, its, subject.day)
      .filter(({ dueAt }) => dueAt >= START)
      .map((planned) => ({ ...planned, index, subject, notBefore: planned.dueAt, over: false })),
  );
  const sent: { at: Date; news: boolean; about: typeof waiting }[] = [];
  for (const now of looks) {
    const due = waiting.filter(({ over, notBefore }) => !over && notBefore <= now);
    const candidates = due.map((one): Candidate & { readonly one: (typeof waiting)[number] } => ({
      one,
      ...{ trigger: one.trigger, stage: one.stage, deadline: one.subject.day, concerned: true, policy },
      later: waiting.some((other) => other.index === one.index && other.dueAt > one.dueAt && other.dueAt <= now),
      standing: standingAt(one.subject, now),
    }));
    const sentToday = sent.filter(({ at, news }) => !news && plainDateIn(at) === plainDateIn(now)).length;
    const { news, presses, deferred, dropped } = decide({ active: true, sentToday }, candidates, now, its);
    for (const { one } of [...news, ...presses, ...dropped.map((each) => each.one)]) one.over = true;
    for (const { one, until } of deferred) one.one.notBefore = until;
    for (const { one } of news) sent.push({ at: now, news: true, about: [one] });
    if (presses.length > 0) sent.push({ at: now, news: false, about: presses.map(({ one }) => one) });
  }
  return sent;
}

describe('a person over months of calls, classes, papers, places and outages', () => {
  it('is never told outside the hours or on a day off, never of what is settled, moved or over, never over the cap, each stage once, upward', () => {
    fc.assert(
      fc.property(policies, swaps, histories, (policy, moved, history) => {
        const its = workingCalendar(moved);
        const sent = live(policy, history, its);
        const perDay = new Map<string, number>();
        for (const { at, news, about } of sent) {
          const on = plainDateIn(at);
          for (const { subject, trigger } of about) {
            expect(isBy(subject.settledAt, at)).toBe(false);
            expect(trigger !== 'free-places' && isBy(subject.movedAt, at)).toBe(false);
            expect(['first-session', 'quota'].includes(trigger) && subject.day < on).toBe(false);
          }
          if (news) continue;
          perDay.set(on, (perDay.get(on) ?? 0) + 1);
          expect(its.isWorkingDay(on)).toBe(true);
          expect(at >= atLocalTime(on, policy.opensAt) && at < atLocalTime(on, policy.closesAt)).toBe(true);
        }
        expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(policy.maxPerDay);
        const told = sent.flatMap(({ about }) => about);
        expect(new Set(told.map(({ index, stage }) => `${index} ${stage}`)).size).toBe(told.length);
        history.subjects.forEach((_, index) => {
          const its = told.filter((one) => one.index === index);
          const reach = its.map(({ audience }) => Math.max(...audience.map((level) => AUDIENCES.indexOf(level))));
          expect(its.map(({ dueAt }) => dueAt.getTime())).toEqual(
            its.map(({ dueAt }) => dueAt.getTime()).sort((a, b) => a - b),
          );
          expect(reach).toEqual([...reach].sort((one, other) => one - other));
        });
      }),
    );
  });
});
