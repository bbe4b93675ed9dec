import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { weeklyDays } from '../../../kernel/recurrence.js';
import type { Days } from '../timetable.types.js';

/** Which days a class sits on. */
export interface Pattern {
  /** The first and the last day that may be one. */
  readonly days: Days;
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[];
  /** 1 every week, 2 every other; weeks begin on Monday, the first is that of the first day. */
  readonly everyWeeks: number;
  /** Only days within one of these, when there are any: the blocks of a class held over many months. */
  readonly blocks: readonly Days[];
}

/** What becomes of single days. */
export interface DayRules {
  /** Why nothing is held on a day, or null. */
  readonly off: (day: PlainDate) => SkipReason | null;
  /** Days worked in place of others, which a class held on all workdays sits on too. */
  readonly workedInstead: readonly PlainDate[];
}

export interface SkipReason {
  readonly why: 'dayOff' | 'blackout';
  readonly name: string;
}

/** A day that the pattern names and on which nothing is held. */
export interface SkippedDay extends SkipReason {
  readonly day: PlainDate;
}

/** The days a pattern names, in order, and those of them that are left out, each with the reason. */
export function daysOfPattern(pattern: Pattern, rules: DayRules): { days: PlainDate[]; skipped: SkippedDay[] } {
  const named = new Set([
    ...weeklyDays(pattern.days, pattern.weekdays, pattern.everyWeeks),
    ...workedInstead(pattern, rules),
  ]);
  const inBlocks = [...named].filter((day) => isIn(day, pattern.blocks)).sort();
  const skipped = inBlocks.flatMap((day) => {
    const reason = rules.off(day);
    return reason ? [{ day, ...reason }] : [];
  });
  const left = new Set(skipped.map(({ day }) => day));
  return { days: inBlocks.filter((day) => !left.has(day)), skipped };
}

/** A class of every workday sits on a Saturday that is worked in place of another day. */
function workedInstead({ days, weekdays, everyWeeks }: Pattern, { workedInstead: worked }: DayRules): PlainDate[] {
  const everyWorkday = everyWeeks === 1 && [1, 2, 3, 4, 5].every((day) => weekdays.includes(day));
  return everyWorkday ? worked.filter((day) => day >= days.from && day <= days.to) : [];
}

const isIn = (day: PlainDate, blocks: readonly Days[]): boolean =>
  blocks.length === 0 || blocks.some(({ from, to }) => day >= from && day <= to);

/** Blocks of so many days each, beginning every so many weeks: what a non-concentrated class is often held in. */
export function blocksOf(days: Days, length: number, everyWeeks: number): Days[] {
  const blocks: Days[] = [];
  for (let from = days.from; from <= days.to; from = addDays(from, everyWeeks * 7)) {
    blocks.push({ from, to: addDays(from, length - 1) });
  }
  return blocks;
}
