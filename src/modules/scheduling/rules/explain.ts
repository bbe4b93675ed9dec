import type {
  ClassToPlace,
  Explanation,
  Forgone,
  Hindrance,
  Obstacle,
  Placement,
  Placements,
  ScheduleProblem,
  Wish,
} from '../schedule.types.js';
import { cheapestOf } from './narrow.js';
import { type Option, optionsOf, partsOf, roomFits } from './options.js';
import { runsOf, weekBears, weekNumber } from './runs.js';
import { type Wants, wantsOfLecturer, wantsOfRoom, wantsOfRun } from './wishes.js';

/**
 * Why a class is where a timetable puts it: which wishes it goes against, and what kept it from the cheapest day it
 * could have had alone; for a class left out, what hinders it.
 */
export function explain(problem: ScheduleProblem, placements: Placements, item: ClassToPlace): Explanation {
  const options = optionsOf(item, problem);
  const placement = placements.get(item.id);
  const others = problem.classes.flatMap((other) => {
    const place = placements.get(other.id);
    return place && other.id !== item.id ? [{ item: other, placement: place }] : [];
  });
  const against = placement && !item.placed?.locked ? wantsOf(problem, item, placement) : [];
  const price = placement ? against.reduce((sum, want) => sum + want.price, 0) : Infinity;
  return {
    against,
    forgone: item.placed?.locked && placement ? null : forgone(problem, item, { options, price, others }),
    hindrance: placement ? null : hindrance(problem, item, options),
  };
}

interface Other {
  readonly item: ClassToPlace;
  readonly placement: Placement;
}

function wantsOf(problem: ScheduleProblem, item: ClassToPlace, placement: Placement): Explanation['against'] {
  const { rooms, lecturers, weights } = problem;
  const room = rooms.find(({ id }) => id === placement.roomId) ?? null;
  const taught = partsOf(item, placement.days).flatMap(({ days }, index): Wants[] => {
    const lecturer = lecturers.find(({ id }) => id === placement.lecturerIds[index]);
    return lecturer ? [wantsOfLecturer(lecturer, days.length)] : [];
  });
  const sums = new Map<Wish, number>();
  for (const wants of [wantsOfRun(item, placement.days, problem), wantsOfRoom(item, room), ...taught]) {
    for (const [wish, units] of Object.entries(wants) as [Wish, number][])
      sums.set(wish, (sums.get(wish) ?? 0) + units);
  }
  return [...sums]
    .map(([wish, units]) => ({ wish, units, price: units * weights[wish] }))
    .filter(({ price }) => price > 0)
    .sort((a, b) => b.price - a.price);
}

/** The cheapest option, when it is cheaper than what the class got, and what stood in its way. */
function forgone(
  problem: ScheduleProblem,
  item: ClassToPlace,
  { options, price, others }: { options: readonly Option[]; price: number; others: readonly Other[] },
): Forgone | null {
  const cheapest = [...options].sort((a, b) => cheapestOf(a) - cheapestOf(b))[0];
  const opensOn = cheapest?.run[0];
  if (!cheapest || opensOn === undefined || cheapestOf(cheapest) >= price) return null;
  const saves = price === Infinity ? 0 : price - cheapestOf(cheapest);
  return { opensOn, saves, obstacles: obstacles(problem, item, cheapest, others) };
}

function obstacles(problem: ScheduleProblem, item: ClassToPlace, option: Option, others: readonly Other[]): Obstacle[] {
  const meeting = others.filter(({ placement }) => placement.days.some((day) => option.run.includes(day)));
  const found: Obstacle[] = [];
  for (const audience of item.audiences) {
    const classIds = idsOf(meeting.filter((other) => other.item.audiences.includes(audience)));
    if (classIds.length > 0) found.push({ kind: 'people', id: audience, classIds });
  }
  const holding = (roomId: string | null): Other[] =>
    meeting.filter(({ placement }) => roomId !== null && placement.roomId === roomId);
  if (option.rooms.every(({ id }) => holding(id).length > 0)) {
    found.push({ kind: 'room', id: null, classIds: idsOf(option.rooms.flatMap(({ id }) => holding(id))) });
  }
  found.push(...lecturersInTheWay(item, option, meeting));
  return found.length > 0 ? found : [limitInTheWay(problem, option, others)];
}

function lecturersInTheWay(item: ClassToPlace, option: Option, meeting: readonly Other[]): Obstacle[] {
  return partsOf(item, option.run).flatMap(({ days }, index): Obstacle[] => {
    const candidates = option.parts[index] ?? [];
    const teaching = (id: string): Other[] =>
      meeting.filter((other) =>
        partsOf(other.item, other.placement.days).some(
          (part, place) => other.placement.lecturerIds[place] === id && part.days.some((day) => days.includes(day)),
        ),
      );
    const all = candidates.map(({ id }) => teaching(id));
    if (candidates.length === 0 || all.some((held) => held.length === 0)) return [];
    return [
      {
        kind: 'lecturer',
        id: candidates.length === 1 ? (candidates[0]?.id ?? null) : null,
        classIds: idsOf(all.flat()),
      },
    ];
  });
}

/** Nothing is held by others: the week is full, or the days of a lecturer are used up. */
function limitInTheWay(problem: ScheduleProblem, option: Option, others: readonly Other[]): Obstacle {
  const weeks = new Set(option.run.map(weekNumber));
  const sharing = others.filter(({ placement }) => placement.days.some((day) => weeks.has(weekNumber(day))));
  const full = [...weeks].some((week) => sharing.length >= weekBears(problem, week));
  return full ? { kind: 'week', id: null, classIds: idsOf(sharing) } : { kind: 'load', id: null, classIds: [] };
}

function hindrance(problem: ScheduleProblem, item: ClassToPlace, options: readonly Option[]): Hindrance {
  if (options.length > 0) return 'taken';
  if (item.placed?.locked) return 'lock';
  if (runsOf(item, problem).length === 0) return 'window';
  return item.needsRoom && !problem.rooms.some((room) => roomFits(item, room)) ? 'room' : 'lecturer';
}

const idsOf = (others: readonly Other[]): string[] => [...new Set(others.map(({ item }) => item.id))];
