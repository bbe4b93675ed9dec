import fc from 'fast-check';
import { addDays, atLocalTime, plainDateIn } from '../../../kernel/plain-date.js';
import { workingCalendar } from '../../../kernel/working-calendar.js';
import { AUDIENCES } from '../reminder.types.js';
import { dueReminders, reasonToDrop, stagesAround } from './due-reminders.js';
import { policies, swaps } from './reminder-policy.arbitrary.js';
import { SHIPPED_POLICY } from './reminder-policy.js';

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
