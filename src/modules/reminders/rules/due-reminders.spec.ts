import fc from 'fast-check';
import { addDays, atLocalTime, plainDateIn } from '../../../kernel/plain-date.js';
import { workingCalendar } from '../../../kernel/working-calendar.js';
import { REMINDER_STAGES } from '../reminder.types.js';
import { dueReminders, reasonToDrop } from './due-reminders.js';

const calendar = workingCalendar();
const now = new Date('2026-03-02T03:00:00Z');
const day = fc.integer({ min: 0, max: 20 * 365 }).map((days) => addDays('2016-01-01', days));
const plan = (calledOn: string, deadline: string) => dueReminders(deadline, atLocalTime(calledOn, '10:00'), calendar);

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
      ['escalation', '2026-04-07'],
    ]);
  });

  it('leaves out what a short deadline has no time for', () => {
    expect(plan('2026-03-02', '2026-03-05').map(({ stage }) => stage)).toEqual([
      'call',
      'before-2',
      'due',
      'after-1',
      'after-3',
      'escalation',
    ]);
  });

  it('presses a unit only on working days, at nine, and never before the call', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (calledOn, days) => {
        const [call, ...rest] = plan(calledOn, addDays(calledOn, days));
        return rest.every(({ dueAt }) => {
          const on = plainDateIn(dueAt);
          return (
            calendar.isWorkingDay(on) &&
            dueAt.getTime() === atLocalTime(on, '09:00').getTime() &&
            dueAt > (call?.dueAt ?? now)
          );
        });
      }),
    );
  });

  it('keeps its order and never plans a stage twice', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (calledOn, days) => {
        const planned = plan(calledOn, addDays(calledOn, days));
        const stages = planned.map(({ stage }) => REMINDER_STAGES.indexOf(stage));
        return planned.every(
          ({ dueAt }, index) =>
            index === 0 ||
            (dueAt >= (planned[index - 1]?.dueAt ?? now) && (stages[index] ?? 0) > (stages[index - 1] ?? 0)),
        );
      }),
    );
  });
});

describe('whether a due reminder still goes', () => {
  const reminder = { stage: 'before-2' as const, deadline: '2026-03-31' };
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

  it('after an outage one message goes, not five, but the call itself always does', () => {
    expect(reasonToDrop(reminder, call, true)).toBe('overtaken');
    expect(reasonToDrop({ ...reminder, stage: 'call' }, call, true)).toBeNull();
  });
});
