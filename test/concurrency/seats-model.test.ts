import fc from 'fast-check';
import { SeatsAudit } from '../../src/modules/nominations/index.js';
import { SeatOffersService } from '../../src/modules/nominations/seat-offers.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import { quotasOutOfStep } from './invariants.js';

/**
 * Random nominations, decisions, withdrawals, numbers of seats, kept seats, orders, offers and nights by several people at
 * once, on real classes; after each round every invariant of seats holds. `SEATS_STEPS` and `SEATS_SEED` ask for more, or
 * for another run.
 */
const STEPS = Number(process.env.SEATS_STEPS ?? 600);
const SEED = Number(process.env.SEATS_SEED ?? 20261128);
const AT_ONCE = 8;
const COMMUNES = ['BIX', 'BL', 'BX', 'CS', 'CL', 'KM'];
const DAY_MS = 86_400_000;

let app: TestApp;
let people: { username: string; id: string }[];
let units: string[];
const courses: string[] = [];

beforeAll(async () => {
  app = await startApp();
  const lists = await Promise.all(
    COMMUNES.map(async (code) =>
      (await officialsOf(app, code)).slice(0, 10).map((id) => ({ username: `xa-${code.toLowerCase()}`, id })),
    ),
  );
  people = lists.flat();
  units = await Promise.all(COMMUNES.map((code) => unitId(app, code)));
  await Promise.all(['board', ...COMMUNES.map((code) => `xa-${code.toLowerCase()}`)].map((name) => app.as(name)));
  for (const startsOn of ['2026-11-02', '2026-11-16', '2026-11-03'])
    courses.push((await build.openCourse(app, { capacity: 6, startsOn, endsOn: startsOn })).id);
});
afterAll(() => app.stop());

const at = fc.nat(10_000);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('nominate' as const), who: at, course: at }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw' as const, 'approve' as const, 'reject' as const),
      which: at,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('capacity' as const),
      course: at,
      seats: fc.integer({ min: 1, max: 12 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('keep' as const),
      course: at,
      unit: at,
      seats: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('rules' as const),
      course: at,
      waitlistOrder: fc.constantFrom('need', 'time', 'board'),
      freedSeats: fc.constantFrom('immediate', 'offer'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      course: at,
      which: at,
      position: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('accept' as const, 'decline' as const), which: at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('night' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const), which: at }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const board = () => app.as('board');
const ids = (sql: string): Promise<{ id: string; course: string }[]> => app.database.rows(sql);

/** What is asked may be refused by a rule; it may not fail. */
async function ask(answer: Promise<{ status: number }>): Promise<void> {
  const { status } = await answer;
  expect(status).toBeLessThan(500);
}

async function take(asked: Step): Promise<void> {
  const course = 'course' in asked ? (pick(courses, asked.course) ?? '') : '';
  switch (asked.kind) {
    case 'nominate': {
      const person = pick(people, asked.who);
      if (person)
        await ask((await app.as(person.username)).post('/nominations', { courseId: course, officialIds: [person.id] }));
      return;
    }
    case 'withdraw':
    case 'approve':
    case 'reject': {
      const one = pick(
        await ids(
          `SELECT id FROM nominations WHERE place <> 'none' AND course_id = ANY('{${courses.join()}}') ORDER BY id`,
        ),
        asked.which,
      );
      if (one) await ask((await board()).post(`/nominations/${one.id}/${asked.kind}`, { reason: 'Thử' }));
      return;
    }
    case 'capacity':
      return ask((await board()).post(`/courses/${course}/capacity`, { capacity: asked.seats }));
    case 'keep': {
      const kept = { unitId: pick(units, asked.unit), seats: asked.seats, until: isoDay(2) };
      return ask((await board()).post(`/courses/${course}/seats/reservations`, kept));
    }
    case 'rules': {
      const { waitlistOrder, freedSeats } = asked;
      return ask((await board()).put(`/courses/${course}/seats/rules`, { waitlistOrder, freedSeats, offerHours: 20 }));
    }
    case 'move': {
      const one = pick(
        await ids(`SELECT id FROM nominations WHERE place = 'waitlist' AND course_id = '${course}' ORDER BY id`),
        asked.which,
      );
      const moved = { position: asked.position, reason: 'Ưu tiên' };
      if (one) await ask((await board()).post(`/courses/${course}/seats/waiting/${one.id}/move`, moved));
      return;
    }
    case 'accept':
    case 'decline': {
      const one = pick(
        await ids(`SELECT nomination_id AS id, course_id AS course FROM seat_offers WHERE state = 'open' ORDER BY id`),
        asked.which,
      );
      if (one) await ask((await board()).post(`/courses/${one.course}/seats/waiting/${one.id}/${asked.kind}`, {}));
      return;
    }
    case 'end': {
      const one = pick(
        await ids('SELECT id, course_id AS course FROM seat_reservations WHERE ended_at IS NULL ORDER BY id'),
        asked.which,
      );
      if (one) await ask((await board()).post(`/courses/${one.course}/seats/reservations/${one.id}/end`, {}));
      return;
    }
    case 'night':
      app.clock.set(new Date(app.clock.now().getTime() + DAY_MS / 2).toISOString());
      return app.app.get(SeatOffersService).endWhatIsDue();
  }
}

const faults = () => app.app.get(SeatsAudit).findings();
const faultsOf = async (courseId: string) =>
  (await faults()).filter((fault) => (fault as { courseId?: string }).courseId === courseId);
const isoDay = (days: number): string => new Date(app.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);

test(`no seat is created, lost or given out of turn over ${STEPS} steps, ${AT_ONCE} at once (seed ${SEED})`, async () => {
  const steps: Step[] = fc.sample(step, { seed: SEED, numRuns: STEPS });
  for (let done = 0; done < steps.length; done += AT_ONCE) {
    const round = steps.slice(done, done + AT_ONCE);
    // So that it can be told who waited already when a seat was given.
    app.clock.set(new Date(app.clock.now().getTime() + 1000).toISOString());
    await Promise.all(round.map(take));
    expect({ done, round, faults: await faults() }).toEqual({ done, round, faults: [] });
  }
  expect(await quotasOutOfStep(app.database)).toEqual([]);
}, 600_000);

test('a kept seat that one of the unit is asked about is offered, not kept a second time', async () => {
  const course: Body = await build.openCourse(app, { capacity: 2, startsOn: '2026-10-19', endsOn: '2026-10-20' });
  const [bix, km] = [await officialsOf(app, 'BIX'), await officialsOf(app, 'KM')];
  const send = async (who: string, officialIds: string[]): Promise<Body[]> =>
    ok(await (await app.as(who)).post('/nominations', { courseId: course.id, officialIds })).items;
  const at = `/courses/${course.id}`;
  ok(await (await board()).put(`${at}/seats/rules`, { waitlistOrder: 'time', freedSeats: 'offer', offerHours: 20 }));
  ok(
    await (
      await board()
    ).post(`${at}/seats/reservations`, { unitId: await unitId(app, 'BIX'), seats: 1, until: isoDay(3) }),
  );
  await send('xa-km', km.slice(4, 6));
  const [own] = await send('xa-bix', bix.slice(4, 6));
  ok(await (await board()).post(`/nominations/${own?.nominationId}/withdraw`, { reason: 'Chuyển công tác' }));
  const asked = ok(await (await board()).get(`${at}/seats`));
  expect(asked).toMatchObject({ seatsTaken: 1, offeredSeats: 1, keptSeats: 0 });
  expect(await faultsOf(course.id)).toEqual([]);
  // The seat that comes now is everybody's: the unit's own is the one that is offered.
  ok(await (await board()).post(`${at}/capacity`, { capacity: 3 }));
  expect(ok(await (await board()).get(`${at}/seats`))).toMatchObject({ seatsTaken: 1, offeredSeats: 2, keptSeats: 0 });
  expect(await faultsOf(course.id)).toEqual([]);
});

test('its twin: a counter moved by hand is found', async () => {
  await app.database.rows(
    'ALTER TABLE courses DROP CONSTRAINT course_seats_within_capacity, DROP CONSTRAINT course_nobody_waits_while_a_seat_is_free, DROP CONSTRAINT course_offers_only_free_seats',
  );
  await app.database.rows('UPDATE courses SET seats_taken = seats_taken + 1 WHERE id = $1', [courses[0]]);
  expect(await faults()).not.toEqual([]);
});

test('who waits is told why, and a seat kept for a unit goes to its people alone', async () => {
  const course: Body = await build.openCourse(app, { capacity: 2, startsOn: '2026-10-12', endsOn: '2026-10-13' });
  const [bix, km] = [await officialsOf(app, 'BIX'), await officialsOf(app, 'KM')];
  const keep = { unitId: await unitId(app, 'BIX'), seats: 1, until: isoDay(3) };
  ok(await (await board()).post(`/courses/${course.id}/seats/reservations`, keep));
  const lines = ok(
    await (await app.as('xa-km')).post('/nominations', { courseId: course.id, officialIds: km.slice(0, 3) }),
  ).items;
  expect(lines.map(({ outcome }: Body) => outcome)).toEqual(['seated', 'waitlisted', 'waitlisted']);
  const seats = ok(await (await board()).get(`/courses/${course.id}/seats`));
  expect(seats.waiting.map(({ sentence }: Body) => sentence)).toEqual([
    expect.stringContaining('Chờ chỗ giữ cho đơn vị khác'),
    'Sau 1 người nữa.',
  ]);
  const own = ok(
    await (await app.as('xa-bix')).post('/nominations', { courseId: course.id, officialIds: bix.slice(0, 1) }),
  ).items;
  expect(own[0].outcome).toBe('seated');
});
