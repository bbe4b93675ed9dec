import type { ClassToPlace, Placement, RoomFacts, ScheduleProblem } from '../schedule.types.js';
import { loadOf, mayTeach } from './load.js';
import { type Run, runsOf } from './runs.js';
import { priceOf, wantsOfLecturer, wantsOfRoom, wantsOfRun } from './wishes.js';

/** A run of days with the rooms that are free on all of them and, per part, the lecturers who are. */
export interface Option {
  readonly run: Run;
  readonly price: number;
  readonly rooms: readonly { readonly id: string | null; readonly price: number }[];
  /** Empty for a part that nobody of the register teaches. */
  readonly parts: readonly (readonly { readonly id: string; readonly price: number }[])[];
}

/**
 * What a class could take, looking at what is there already but not at the other classes: of a locked class the one
 * place it has.
 */
export function optionsOf(item: ClassToPlace, problem: ScheduleProblem): Option[] {
  if (item.placed?.locked) return lockedOption(item, item.placed.placement, problem);
  return runsOf(item, problem).flatMap((run) => {
    const rooms = roomsFor(item, run, problem);
    const parts = partsOf(item, run).map(({ days, part }) => lecturersFor(part.lecturerIds, days, problem));
    const taught = parts.every(
      (lecturers, index) => lecturers.length > 0 || item.parts[index]?.lecturerIds.length === 0,
    );
    if (rooms.length === 0 || !taught) return [];
    return [{ run, price: priceOf(wantsOfRun(item, run, problem), problem.weights), rooms, parts }];
  });
}

/** Each part of a class with the days of a run on which it is taught. */
export function partsOf(item: ClassToPlace, run: Run): { part: ClassToPlace['parts'][number]; days: Run }[] {
  let from = 0;
  return item.parts.map((part) => {
    const days = run.slice(from, from + part.days);
    from += part.days;
    return { part, days };
  });
}

/** Whether a room may ever hold a class: large enough and among those the class may use. */
export const roomFits = (item: ClassToPlace, room: RoomFacts): boolean =>
  room.capacity >= item.size && (item.roomIds === null || item.roomIds.includes(room.id));

function roomsFor(item: ClassToPlace, run: Run, { rooms, weights }: ScheduleProblem): Option['rooms'] {
  if (!item.needsRoom) return [{ id: null, price: 0 }];
  return rooms
    .filter((room) => roomFits(item, room) && !run.some((day) => room.busy.has(day)))
    .map((room) => ({ id: room.id, price: priceOf(wantsOfRoom(item, room), weights) }));
}

function lecturersFor(
  ids: readonly string[],
  days: Run,
  { lecturers, weights }: ScheduleProblem,
): Option['parts'][number] {
  return lecturers
    .filter(
      (lecturer) =>
        ids.includes(lecturer.id) && !days.some((day) => lecturer.busy.has(day)) && mayTeach(lecturer, loadOf(days)),
    )
    .map((lecturer) => ({ id: lecturer.id, price: priceOf(wantsOfLecturer(lecturer, days.length), weights) }));
}

/** A place set by hand asks neither window nor wish; what someone else holds already it can't have. */
function lockedOption(
  item: ClassToPlace,
  { days, roomId, lecturerIds }: Placement,
  problem: ScheduleProblem,
): Option[] {
  const held = (one: { readonly busy: ReadonlySet<string> } | undefined, on: Run): boolean =>
    on.some((day) => one?.busy.has(day) ?? false);
  if (
    held(
      problem.rooms.find(({ id }) => id === roomId),
      days,
    )
  )
    return [];
  const taught = partsOf(item, days).every(
    (part, index) =>
      !held(
        problem.lecturers.find(({ id }) => id === lecturerIds[index]),
        part.days,
      ),
  );
  if (!taught) return [];
  const parts = lecturerIds.map((id) => (id === null ? [] : [{ id, price: 0 }]));
  return [{ run: days, price: 0, rooms: [{ id: roomId, price: 0 }], parts }];
}
