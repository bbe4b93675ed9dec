import type { PlainDate } from '../../../kernel/plain-date.js';
import type { ClassToPlace, Placement, Placements, ScheduleProblem } from '../schedule.types.js';
import { loadOf, mayTeach } from './load.js';
import { partsOf, roomFits } from './options.js';
import { blackoutOn, lengthOf, runsOf } from './runs.js';

/** A hard rule that a timetable breaks. */
export interface BrokenRule {
  readonly kind:
    'days' | 'blackout' | 'room' | 'room-size' | 'lecturer' | 'lecturer-subject' | 'lecturer-load' | 'people' | 'moved';
  readonly classIds: readonly string[];
  readonly day: PlainDate | null;
}

/** Hard rules that a timetable breaks, looked at without anything the search knows: what tests hold its answers against. */
export function brokenRules(problem: ScheduleProblem, placements: Placements): BrokenRule[] {
  const placed = problem.classes.flatMap((item) => {
    const placement = placements.get(item.id);
    return placement ? [{ item, placement }] : [];
  });
  return [
    ...placed.flatMap(({ item, placement }) => ownRules(problem, item, placement)),
    ...placed.flatMap((one, index) => placed.slice(index + 1).flatMap((other) => sharedRules(one, other))),
    ...loads(problem, placed),
  ];
}

interface Placed {
  readonly item: ClassToPlace;
  readonly placement: Placement;
}

function ownRules(
  problem: ScheduleProblem,
  item: ClassToPlace,
  { days, roomId, lecturerIds }: Placement,
): BrokenRule[] {
  const broken = (kind: BrokenRule['kind'], day: PlainDate | null = null): BrokenRule => ({
    kind,
    classIds: [item.id],
    day,
  });
  if (item.placed?.locked) {
    const same = JSON.stringify(item.placed.placement) === JSON.stringify({ days, roomId, lecturerIds });
    return same ? [] : [broken('moved')];
  }
  const found: BrokenRule[] = [];
  const blacked = days.find((day) => blackoutOn(problem.blackouts, item.unitIds, day));
  if (blacked) found.push(broken('blackout', blacked));
  const runs = runsOf(item, problem);
  if (days.length !== lengthOf(item) || !runs.some((run) => run.join() === days.join())) found.push(broken('days'));
  const room = problem.rooms.find(({ id }) => id === roomId);
  if (item.needsRoom && !(room && roomFits(item, room))) found.push(broken('room-size'));
  const busy = days.find((day) => room?.busy.has(day));
  if (busy) found.push(broken('room', busy));
  partsOf(item, days).forEach(({ part, days: taught }, index) => {
    const lecturer = problem.lecturers.find(({ id }) => id === lecturerIds[index]);
    const may = lecturer ? part.lecturerIds.includes(lecturer.id) : part.lecturerIds.length === 0;
    const held = taught.find((day) => lecturer?.busy.has(day));
    if (!may) found.push(broken('lecturer-subject'));
    if (held) found.push(broken('lecturer', held));
  });
  return found;
}

function sharedRules(one: Placed, other: Placed): BrokenRule[] {
  const day = one.placement.days.find((some) => other.placement.days.includes(some));
  if (day === undefined) return [];
  const classIds = [one.item.id, other.item.id];
  const found: BrokenRule[] = [];
  if (one.placement.roomId !== null && one.placement.roomId === other.placement.roomId)
    found.push({ kind: 'room', classIds, day });
  if (one.item.audiences.some((audience) => other.item.audiences.includes(audience)))
    found.push({ kind: 'people', classIds, day });
  const taught = new Set(teaching(one));
  const twice = teaching(other).find((key) => taught.has(key));
  if (twice) found.push({ kind: 'lecturer', classIds, day });
  return found;
}

/** Lecturer and day of all that a class is taught. */
const teaching = ({ item, placement }: Placed): string[] =>
  partsOf(item, placement.days).flatMap(({ days }, index) => {
    const id = placement.lecturerIds[index];
    return id ? days.map((day) => `${id} ${day}`) : [];
  });

function loads(problem: ScheduleProblem, placed: readonly Placed[]): BrokenRule[] {
  return problem.lecturers.flatMap((lecturer) => {
    const days = placed
      .flatMap(teaching)
      .flatMap((key) => (key.startsWith(`${lecturer.id} `) ? [key.split(' ')[1] ?? ''] : []));
    if (days.length === 0 || mayTeach(lecturer, loadOf(days))) return [];
    const classIds = placed.filter((one) => one.placement.lecturerIds.includes(lecturer.id)).map(({ item }) => item.id);
    return [{ kind: 'lecturer-load' as const, classIds, day: null }];
  });
}
