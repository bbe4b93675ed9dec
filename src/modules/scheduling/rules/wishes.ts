import { addDays, daysBetween, type PlainDate } from '../../../kernel/plain-date.js';
import type { ClassToPlace, LecturerFacts, RoomFacts, ScheduleProblem, Weights, Wish } from '../schedule.types.js';
import { lengthOf, type Run, weekNumber } from './runs.js';

/** What a placement goes against of each wish, in whole units, before weights; a wish kept is left out. */
export type Wants = Readonly<Partial<Record<Wish, number>>>;

const WORKING_WEEK = 5;
const WEEK_END = 2;
const SEATS_PER_UNIT = 10;

/** What the days of a class go against, whoever teaches it wherever. */
export function wantsOfRun(item: ClassToPlace, run: Run, problem: Pick<ScheduleProblem, 'isHoliday'>): Wants {
  const first = run[0];
  if (first === undefined) return {};
  const placed = item.placed?.placement.days[0];
  return kept({
    wishedDate: item.wishedOn === null ? 0 : weeksApart(item.wishedOn, first),
    unbroken: tornWeeks(item, run),
    holidayEve: run.filter((day) => problem.isHoliday(addDays(day, 1)) || problem.isHoliday(addDays(day, -1))).length,
    stability: placed === undefined ? 0 : weeksApart(placed, first),
  });
}

/** What a room goes against: seats that stay empty, in tens. */
export const wantsOfRoom = (item: ClassToPlace, room: RoomFacts | null): Wants =>
  kept({ roomFit: room === null ? 0 : Math.max(0, Math.floor((room.capacity - item.size) / SEATS_PER_UNIT)) });

/** What a lecturer goes against: days asked of someone who has another office to see to. */
export const wantsOfLecturer = (lecturer: LecturerFacts, days: number): Wants =>
  kept({ ownLecturers: lecturer.fullTime ? 0 : days });

/** The price of what was wanted, by the planner's weights. */
export const priceOf = (wants: Wants, weights: Weights): number =>
  Object.entries(wants).reduce((sum, [wish, units]) => sum + units * weights[wish as Wish], 0);

/** Whole weeks begun between two days. */
const weeksApart = (a: PlainDate, b: PlainDate): number => Math.ceil(Math.abs(daysBetween(a, b)) / 7);

/** Weeks a run touches beyond the fewest that its length needs. */
function tornWeeks(item: ClassToPlace, run: Run): number {
  const perWeek = item.rhythm === 'working-days' ? WORKING_WEEK : WEEK_END;
  return new Set(run.map(weekNumber)).size - Math.ceil(lengthOf(item) / perWeek);
}

const kept = (wants: Record<string, number>): Wants =>
  Object.fromEntries(Object.entries(wants).filter(([, units]) => units > 0));
