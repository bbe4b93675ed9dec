import type { Placements, ScheduleProblem } from '../schedule.types.js';
import type { Option } from './options.js';

/** Some of the options of each class; `whole` when nothing was left out that could have been of use. */
export interface Narrowed {
  readonly options: readonly (readonly Option[])[];
  readonly whole: boolean;
}

/**
 * The options worth giving to the solver: per class the cheapest so many, and always the one it would have otherwise.
 * An option that alone costs more than the whole timetable could save is left out too, which loses nothing.
 * @param saving what the placements in hand cost above the cheapest conceivable, Infinity when a class stays out
 */
export function narrow(
  problem: ScheduleProblem,
  options: readonly (readonly Option[])[],
  { placements, saving, perClass }: { placements: Placements; saving: number; perClass: number },
): Narrowed {
  let whole = true;
  const looked = problem.classes.map((item, index) => {
    const own = options[index] ?? [];
    const held = placements.get(item.id)?.days[0];
    const cheapest = Math.min(...own.map(cheapestOf));
    const useful = own
      .map((option) => ({ option, price: cheapestOf(option), holds: option.run[0] === held }))
      .filter(({ price, holds }) => holds || price - cheapest <= saving)
      .sort((a, b) => a.price - b.price);
    if (useful.length > perClass) whole = false;
    return useful.filter(({ holds }, rank) => holds || rank < perClass).map(({ option }) => option);
  });
  return { options: looked, whole };
}

/** What an option costs at least. */
export const cheapestOf = ({ price, rooms, parts }: Option): number =>
  [rooms, ...parts]
    .filter((some) => some.length > 0)
    .reduce((sum, some) => sum + Math.min(...some.map((one) => one.price)), price);

/** What no timetable can cost less than: every class at its cheapest, as if it were alone. */
export const leastPrice = (options: readonly (readonly Option[])[]): number =>
  options.filter((own) => own.length > 0).reduce((sum, own) => sum + Math.min(...own.map(cheapestOf)), 0);
