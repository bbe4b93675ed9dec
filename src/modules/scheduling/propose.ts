import type { Placements, ScheduleProblem } from './schedule.types.js';
import { placeInOrder } from './rules/in-order.js';
import { leastPrice, narrow } from './rules/narrow.js';
import { type Option, optionsOf } from './rules/options.js';
import { type IntegerProgram, integerProgram, priceOfStayingOut } from './rules/program.js';

/** Answers an integer program as well as it can from a start: values of its columns, and whether none are better. */
export type Solve = (
  program: IntegerProgram,
  start: Float64Array,
) => Promise<{ values: ArrayLike<number>; best: boolean } | null>;

/** A timetable, what it costs, and what the clerk's order would have cost. */
export interface Proposal {
  readonly placements: Placements;
  readonly price: number;
  readonly inOrder: number;
  /** Whether the solver showed that nothing is cheaper, among all options there are. */
  readonly best: boolean;
  readonly options: readonly (readonly Option[])[];
}

/** Options per class of each round: a narrow look first, so that there is soon something good to start from. */
const ROUNDS = [12, 40, Infinity] as const;

/**
 * Places all classes: first in order, then the solver betters it round by round on more options, until none are better
 * or it has no more time. Never dearer than the order.
 */
export async function propose(problem: ScheduleProblem, solve: Solve): Promise<Proposal> {
  const options = problem.classes.map((item) => optionsOf(item, problem));
  const ordered = placeInOrder(problem, options);
  const inOrder = priceOf(problem, options, ordered);
  const least = leastPrice(options);
  const outPrice = priceOfStayingOut(problem, options);
  let placements = ordered;
  let price = inOrder;
  let best = false;
  for (const perClass of ROUNDS) {
    const saving = placements.size < problem.classes.length ? Infinity : price - least;
    const looked = narrow(problem, options, { placements, saving, perClass });
    const program = integerProgram(problem, looked.options, outPrice);
    const answer = await solve(program, program.values(placements));
    if (!answer) break;
    const found = program.placements(answer.values);
    const foundPrice = priceOf(problem, options, found);
    if (foundPrice < price) [placements, price] = [found, foundPrice];
    best = answer.best && looked.whole;
    if (best || !answer.best) break;
  }
  return { placements, price, inOrder, best, options };
}

/** What a timetable costs in all. A class that stays out costs more than every wish of every class. */
function priceOf(problem: ScheduleProblem, options: Proposal['options'], placements: Placements): number {
  const { options: held } = narrow(problem, options, { placements, saving: 0, perClass: 0 });
  const program = integerProgram(problem, held, priceOfStayingOut(problem, options));
  const values = program.values(placements);
  return program.columns.reduce((sum, { cost }, column) => sum + cost * (values[column] ?? 0), 0);
}
