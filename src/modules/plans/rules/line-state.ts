import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { LineState, PlannedLine, PlanYears } from '../plan.types.js';

type Timing = Pick<PlannedLine, 'firstMonth' | 'lastMonth'>;
type Target = Pick<PlannedLine, 'classes' | 'trainees'>;

const DECEMBER = 12;

/** What was opened so far: classes that left the draft, and the people on their seats. */
export interface Opened {
  readonly classes: number;
  readonly trainees: number;
}

/** The days within which a line's classes open: its months, or all of the plan's years when it names none. */
export function lineWindow(line: Timing, { firstYear, lastYear }: PlanYears): { from: PlainDate; to: PlainDate } {
  const from = `${firstYear}-${month(line.firstMonth ?? 1)}-01`;
  const last = line.lastMonth ?? DECEMBER;
  const next = last === DECEMBER ? `${lastYear + 1}-01-01` : `${lastYear}-${month(last + 1)}-01`;
  return { from, to: addDays(next, -1) };
}

/**
 * Whether a line is reached: as many classes opened as planned. A line that plans people and no class of its own, such as
 * places at the province's school, is reached when as many people have a seat.
 */
export const isReached = ({ classes, trainees }: Target, opened: Opened): boolean =>
  classes > 0 ? opened.classes >= classes : opened.trainees >= trainees;

/** How a line stands on a day: late once its last day has passed and it is not reached. */
export function lineState(line: Target & Timing, years: PlanYears, opened: Opened, today: PlainDate): LineState {
  if (isReached(line, opened)) return 'done';
  const { from, to } = lineWindow(line, years);
  if (today > to) return 'late';
  return today >= from ? 'due' : 'coming';
}

const month = (number: number): string => String(number).padStart(2, '0');
