import { SoundnessService } from '../../../src/modules/soundness/index.js';
import { placesDifferences } from '../places-differences.js';
import { lineOf, type Said } from './answers.js';
import { changesState, explains, MAY_COME_AGAIN, TAKES_DAYS, UNDECIDED } from './machine.js';
import type { Nomination, View, World } from './world.js';

interface TrailRow {
  readonly id: string;
  readonly line: string;
}

/** Everything that is not as it must be after a round. @param since when the round began. */
export async function faults(
  world: World,
  before: View,
  since: Date,
  answers: readonly Said[],
): Promise<readonly object[]> {
  const after = await world.look();
  const trail = await trailOf(world, after, since);
  return [
    ...(await world.app.app.get(SoundnessService).findings()),
    ...(await placesDifferences(world.app.database)),
    ...seatFaults(after),
    ...personFaults(after),
    ...placeFaults(after),
    ...proposalFaults(after),
    ...stateFaults(before, after, trail),
    ...trailFaults(after, trail, answers),
  ];
}

async function trailOf({ app }: World, { nominations }: View, since: Date): Promise<TrailRow[]> {
  const rows = await app.database.rows<TrailRow>(
    `SELECT subject_id AS id, CASE WHEN data ->> 'because' = 'takes-a-seat' THEN 'left' ELSE split_part(action, '.', 2) END AS line
     FROM audit_entries WHERE at >= $1 AND subject_type = 'nomination' AND subject_id = ANY($2) ORDER BY at, id`,
    [since, nominations.map(({ id }) => id)],
  );
  return rows.filter(({ line }) => changesState(line));
}

/** Seats: as many as are counted, never more than there are. */
const seatFaults = ({ courses, nominations }: View): object[] =>
  courses.flatMap(({ id, capacity, seatsTaken, waitlisted }) => {
    const count = (place: string): number =>
      nominations.filter((one) => one.course === id && one.place === place).length;
    const [seated, waiting] = [count('seat'), count('waitlist')];
    const holds = seated === seatsTaken && waiting === waitlisted && seated <= capacity;
    return holds ? [] : [{ seats: id, capacity, seatsTaken, waitlisted, seated, waiting }];
  });

/** People: one answer for a class, one class at a time, and exactly the completed have what the program gives. */
function personFaults({ courses, nominations }: View): object[] {
  const days = new Map(courses.map((course) => [course.id, course]));
  const overlap = (one: Nomination, other: Nomination): boolean => {
    const [a, b] = [days.get(one.course), days.get(other.course)];
    return a !== undefined && b !== undefined && a.from <= b.to && b.from <= a.to;
  };
  const found: object[] = [];
  nominations.forEach((one, at) => {
    if (one.qualified !== (one.confers && one.state === 'completed' ? 1 : 0)) found.push({ qualification: one });
    for (const other of nominations.slice(at + 1)) {
      if (other.official !== one.official) continue;
      const again = [one, other].some(({ state }) => MAY_COME_AGAIN.includes(state));
      if (one.course === other.course && !again) found.push({ twice: [one, other] });
      const bothTakeDays = [one, other].every(({ state }) => TAKES_DAYS.includes(state));
      if (bothTakeDays && overlap(one, other)) found.push({ overlapping: [one, other] });
    }
  });
  return found;
}

/** Quota places: as many reserved and taken as there are people who hold them. */
const placeFaults = ({ quotas, nominations }: View): object[] =>
  quotas.flatMap((quota) => {
    const holders = nominations.filter(({ quota: of, place }) => of === quota.id && place !== 'none');
    const reserved = holders.filter(({ state }) => UNDECIDED.includes(state)).length;
    const holds = quota.free >= 0 && quota.reserved === reserved && quota.taken === holders.length - reserved;
    return holds ? [] : [{ quota, reserved, holders: holders.length }];
  });

/** Whoever is endorsed was nominated. */
const proposalFaults = ({ proposals, nominations }: View): object[] =>
  proposals.filter(
    ({ state, official, course }) =>
      state === 'endorsed' && !nominations.some((one) => one.official === official && one.course === course),
  );

/** The trail tells how every state came about. */
function stateFaults(before: View, after: View, trail: readonly TrailRow[]): object[] {
  const was = new Map(before.nominations.map(({ id, state }) => [id, state]));
  return after.nominations.flatMap(({ id, state }) => {
    const told = trail.filter((row) => row.id === id).map(({ line }) => line);
    return explains(was.get(id), told, state) ? [] : [{ unexplained: id, was: was.get(id) ?? null, told, is: state }];
  });
}

/** What was answered is in the trail, and nothing else: a refusal leaves none, and a taken step is never lost. */
function trailFaults({ nominations }: View, trail: readonly TrailRow[], answers: readonly Said[]): object[] {
  const known = new Map(nominations.map((one) => [one.id, one]));
  const personal = (line: string, id: string): string => {
    const one = known.get(id);
    return lineOf(line, one?.official ?? id, one?.course ?? '');
  };
  const expected = answers
    .flatMap(({ lines }) => lines)
    .map((line) => {
      const [what = '', whom = ''] = line.split(' ');
      return whom.startsWith('#') ? personal(what, whom.slice(1)) : line;
    });
  const wide = new Set(answers.flatMap((answer) => answer.wide));
  const untold = [...expected];
  const unasked: object[] = [];
  for (const { id, line } of trail) {
    const what = ['replacing', 'steppedIn'].includes(line) ? 'newcomer' : line;
    const at = untold.indexOf(personal(what, id));
    if (at >= 0) untold.splice(at, 1);
    else if (!wide.has(`${what} ${known.get(id)?.course ?? ''}`)) unasked.push({ unasked: line, nomination: id });
  }
  return [...untold.map((line) => ({ untold: line })), ...unasked];
}
