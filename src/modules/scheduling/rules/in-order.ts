import type { PlainDate } from '../../../kernel/plain-date.js';
import type { ClassToPlace, LecturerFacts, Placement, Placements, ScheduleProblem } from '../schedule.types.js';
import { add, loadOf, mayTeach, type Period } from './load.js';
import { type Option, partsOf } from './options.js';
import { weekBears, weekNumber } from './runs.js';

/**
 * The timetable as a careful clerk would lay it: locked classes first, then the hardest to place, each at the cheapest
 * place still free. Where the solver starts from, and what it may never be worse than.
 * @param options per class, in the order of `problem.classes`
 */
export function placeInOrder(problem: ScheduleProblem, options: readonly (readonly Option[])[]): Placements {
  const placements = new Map<string, Placement>();
  const taken = new Taken(problem);
  const order = problem.classes
    .map((item, index) => ({ item, own: options[index] ?? [] }))
    .sort(
      (a, b) =>
        Number(b.item.placed?.locked ?? false) - Number(a.item.placed?.locked ?? false) || a.own.length - b.own.length,
    );
  for (const { item, own } of order) {
    const best = cheapest(item, own, taken);
    if (best === undefined) continue;
    taken.take(item, best);
    placements.set(item.id, best);
  }
  return placements;
}

/** The cheapest way to take one of the options as things stand, the earliest of equals. */
function cheapest(item: ClassToPlace, options: readonly Option[], taken: Taken): Placement | undefined {
  let best: { readonly price: number; readonly placement: Placement } | undefined;
  for (const option of options) {
    const found = taken.fit(item, option);
    if (found && (!best || found.price < best.price)) best = found;
  }
  return best?.placement;
}

/** What is given away so far. */
class Taken {
  private readonly uses = new Set<string>();
  private readonly loads = new Map<string, Map<Period, number>>();
  private readonly weeks = new Map<number, number>();
  private readonly lecturers: ReadonlyMap<string, LecturerFacts>;

  constructor(private readonly problem: ScheduleProblem) {
    this.lecturers = new Map(problem.lecturers.map((lecturer) => [lecturer.id, lecturer]));
  }

  fit(item: ClassToPlace, option: Option): { price: number; placement: Placement } | undefined {
    if (item.audiences.some((audience) => option.run.some((day) => this.uses.has(`people ${audience} ${day}`))))
      return undefined;
    const room = byPrice(option.rooms).find(({ id }) => id === null || this.free(`room ${id}`, option.run));
    if (!room) return undefined;
    const lecturers = this.whoTeaches(item, option);
    if (!lecturers) return undefined;
    const price = option.price + room.price + lecturers.price + this.crowd(option);
    return { price, placement: { days: option.run, roomId: room.id, lecturerIds: lecturers.ids } };
  }

  take(item: ClassToPlace, { days, roomId, lecturerIds }: Placement): void {
    for (const day of days) {
      this.uses.add(`room ${roomId} ${day}`);
      for (const audience of item.audiences) this.uses.add(`people ${audience} ${day}`);
    }
    partsOf(item, days).forEach((part, index) => {
      const id = lecturerIds[index];
      if (!id) return;
      for (const day of part.days) this.uses.add(`lecturer ${id} ${day}`);
      this.loads.set(id, sum(this.loads.get(id), part.days));
    });
    for (const week of new Set(days.map(weekNumber))) this.weeks.set(week, (this.weeks.get(week) ?? 0) + 1);
  }

  /** The cheapest free lecturer of each part; none when a part has nobody. */
  private whoTeaches(item: ClassToPlace, option: Option): { ids: (string | null)[]; price: number } | undefined {
    const own = new Map<string, PlainDate[]>();
    let price = 0;
    const ids: (string | null)[] = [];
    for (const [index, { days }] of partsOf(item, option.run).entries()) {
      const candidates = option.parts[index] ?? [];
      const found = byPrice(candidates).find(
        ({ id }) => this.free(`lecturer ${id}`, days) && this.mayTeach(id, [...(own.get(id) ?? []), ...days]),
      );
      if (!found && candidates.length > 0) return undefined;
      if (found) own.set(found.id, [...(own.get(found.id) ?? []), ...days]);
      price += found?.price ?? 0;
      ids.push(found?.id ?? null);
    }
    return { ids, price };
  }

  private free(what: string, days: readonly PlainDate[]): boolean {
    return !days.some((day) => this.uses.has(`${what} ${day}`));
  }

  private mayTeach(id: string, days: readonly PlainDate[]): boolean {
    const lecturer = this.lecturers.get(id);
    return lecturer === undefined || mayTeach(lecturer, sum(this.loads.get(id), days));
  }

  private crowd({ run }: Option): number {
    const full = [...new Set(run.map(weekNumber))].filter(
      (week) => (this.weeks.get(week) ?? 0) >= weekBears(this.problem, week),
    );
    return full.length * this.problem.weights.evenWeeks;
  }
}

/** A load with that of more days. */
function sum(load: ReadonlyMap<Period, number> = new Map(), days: readonly PlainDate[]): Map<Period, number> {
  const total = new Map(load);
  for (const [period, hours] of loadOf(days)) add(total, period, hours);
  return total;
}

const byPrice = <Priced extends { readonly price: number }>(some: readonly Priced[]): Priced[] =>
  [...some].sort((a, b) => a.price - b.price);
