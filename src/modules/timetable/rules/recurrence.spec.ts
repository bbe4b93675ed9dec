import fc from 'fast-check';
import { holidaysOf } from '../../../kernel/holidays.js';
import { addDays, daysBetween, weekday, yearOf } from '../../../kernel/plain-date.js';
import { laySubjects } from './lay-subjects.js';
import { blocksOf, type DayRules, daysOfPattern, type Pattern } from './recurrence.js';

const free: DayRules = { off: () => null, workedInstead: [] };
const holidays: DayRules = {
  off: (day) => (holidaysOf(yearOf(day)).has(day) ? { why: 'dayOff', name: 'lễ' } : null),
  workedInstead: [],
};
const pattern = (wishes: Partial<Pattern>): Pattern => ({
  days: { from: '2026-03-02', to: '2026-03-31' },
  weekdays: [1, 2, 3, 4, 5],
  everyWeeks: 1,
  blocks: [],
  ...wishes,
});
const iso = (day: string): number => ((weekday(day) + 6) % 7) + 1;
const monday = (day: string): string => addDays(day, 1 - iso(day));

describe('the days of a pattern', () => {
  it('every other week-end is both days of it, over the turn of the year', () => {
    const { days } = daysOfPattern(
      pattern({ days: { from: '2026-12-05', to: '2027-01-10' }, weekdays: [6, 7], everyWeeks: 2 }),
      free,
    );
    expect(days).toEqual(['2026-12-05', '2026-12-06', '2026-12-19', '2026-12-20', '2027-01-02', '2027-01-03']);
  });

  it('a first day that is none of the weekdays is not one of the days', () => {
    const { days } = daysOfPattern(pattern({ weekdays: [6], days: { from: '2026-03-02', to: '2026-03-14' } }), free);
    expect(days).toEqual(['2026-03-07', '2026-03-14']);
  });

  it('blocks are five days each, every fourth week', () => {
    const days = { from: '2026-03-02', to: '2026-05-31' };
    const blocks = blocksOf(days, 5, 4);
    expect(blocks.map(({ from }) => from)).toEqual(['2026-03-02', '2026-03-30', '2026-04-27', '2026-05-25']);
    const { days: held, skipped } = daysOfPattern(pattern({ days, blocks }), holidays);
    expect(held).toHaveLength(17);
    // The block that meets Giỗ Tổ made up for, Reunification Day and Labour Day keeps its Tuesday and Wednesday.
    expect(skipped.map(({ day }) => day)).toEqual(['2026-04-27', '2026-04-30', '2026-05-01']);
  });

  it('a Saturday worked in place of a day off is a day of a class of every workday, and of no other', () => {
    const rules = { ...free, workedInstead: ['2026-03-14'] };
    expect(daysOfPattern(pattern({}), rules).days).toContain('2026-03-14');
    expect(daysOfPattern(pattern({ weekdays: [1, 2] }), rules).days).not.toContain('2026-03-14');
  });

  const date = fc.integer({ min: 0, max: 365 * 21 }).map((days) => addDays('2015-01-01', days));
  const anyPattern = fc
    .tuple(date, fc.integer({ min: 0, max: 200 }), fc.subarray([1, 2, 3, 4, 5, 6, 7]), fc.integer({ min: 1, max: 4 }))
    .map(([from, length, weekdays, everyWeeks]) =>
      pattern({ days: { from, to: addDays(from, length) }, weekdays, everyWeeks }),
    );

  it('are exactly the weekdays of the weeks that count, less the holidays, which are all told', () => {
    fc.assert(
      fc.property(anyPattern, (asked) => {
        const { days, skipped } = daysOfPattern(asked, holidays);
        const { from, to } = asked.days;
        const expected = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index)).filter(
          (day) =>
            asked.weekdays.includes(iso(day)) && (daysBetween(monday(from), monday(day)) / 7) % asked.everyWeeks === 0,
        );
        expect([...days, ...skipped.map(({ day }) => day)].sort()).toEqual(expected);
        expect(days.some((day) => holidaysOf(yearOf(day)).has(day))).toBe(false);
        expect(skipped.every(({ day }) => holidaysOf(yearOf(day)).has(day))).toBe(true);
        expect([...days].sort()).toEqual(days);
      }),
      { numRuns: 60 },
    );
  });
});

describe('subjects laid over sessions', () => {
  it('take sessions until their hours are reached, and the next begins with the next', () => {
    const subject = (name: string, hours: number) => ({ name, hours, lecturerId: null });
    const { lessons, left } = laySubjects([4, 4, 4, 4], [subject('A', 8), subject('B', 6), subject('C', 3)]);
    expect(lessons.map((lesson) => lesson.subject)).toEqual(['A', 'A', 'B', 'B']);
    expect(left).toEqual([{ name: 'C', hours: 3 }]);
  });

  it('lose no hour: what is laid and what is left is at least what was asked', () => {
    const hours = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(2, 3, 4)), fc.array(hours, { minLength: 1 }), (lengths, asked) => {
        const subjects = asked.map((of, index) => ({ name: `M${index}`, hours: of, lecturerId: null }));
        const { lessons, left } = laySubjects(lengths, subjects);
        for (const { name, hours: wanted } of subjects) {
          const laid = lessons.reduce((sum, each, n) => sum + (each.subject === name ? (lengths[n] ?? 0) : 0), 0);
          const missing = left.find((each) => each.name === name)?.hours ?? 0;
          expect(laid + missing).toBeGreaterThanOrEqual(wanted);
          if (missing > 0) expect(laid + missing).toBe(wanted);
        }
        expect(lessons.length).toBeLessThanOrEqual(lengths.length);
      }),
    );
  });
});
