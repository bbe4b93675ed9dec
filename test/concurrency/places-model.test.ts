import fc from 'fast-check';
import { ClsService } from 'nestjs-cls';
import { TransactionHost } from '@nestjs-cls/transactional';
import { QueryFailedError } from 'typeorm';
import { newId } from '../../src/kernel/ids.js';
import { plainDateIn } from '../../src/kernel/plain-date.js';
import { ClaimsRepository } from '../../src/modules/nominations/claims.repository.js';
import { NominationsRepository } from '../../src/modules/nominations/nominations.repository.js';
import { GrantCutsService } from '../../src/modules/quotas/grant-cuts.service.js';
import { GrantsService } from '../../src/modules/quotas/grants.service.js';
import { HoldsService } from '../../src/modules/quotas/holds.service.js';
import { OffersService } from '../../src/modules/quotas/offers.service.js';
import { QuotasService } from '../../src/modules/quotas/quotas.service.js';
import { ReturnsService } from '../../src/modules/quotas/returns.service.js';
import { TransfersService } from '../../src/modules/quotas/transfers.service.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { DomainError } from '../../src/platform/http/domain-error.js';
import { placesDifferences } from './places-differences.js';
import { startApp, type TestApp } from '../support/app.js';
import { build } from '../support/build.js';
import { testActor } from '../support/actor.js';

/**
 * Random grants, cuts, allocations, nominations, approvals, withdrawals, holds, transfers, offers and nights, several
 * actors at once on one tree of places, against a model that knows what was granted and who was nominated. `QUOTA_STEPS` and
 * `QUOTA_SEED` ask for more, or for another run.
 */
const STEPS = Number(process.env.QUOTA_STEPS ?? 480);
const SEED = Number(process.env.QUOTA_SEED ?? 20261128);
const AT_ONCE = 8;
const PERIOD = 2026;
const COMMUNES = ['BIX', 'BL', 'BX', 'CS', 'CL'];

const index = fc.nat(1000);
const few = fc.integer({ min: 1, max: 4 });
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('grant' as const), places: few }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), which: index, places: few }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('allocate' as const), unit: index, other: index, places: fc.nat(6) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('nominate' as const),
      unit: index,
      people: fc.array(index, { minLength: 1, maxLength: 3 }),
      course: index,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('approve' as const), which: index }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('hold' as const), unit: index, places: few, days: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), which: index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('transfer' as const), from: index, to: index, places: few }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('offer' as const), places: few }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer' as const), which: index, accept: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('night' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let app: TestApp;
let programId: string;
let board: Actor;
const units: { id: string; actor: Actor }[] = [];
const courses: string[] = [];
let people: string[] = [];
/** What the model knows: places in the district, and nominations that hold one. */
const model = { granted: 0, nominations: new Map<string, 'reserved' | 'taken'>() };
let refused = 0;

beforeAll(async () => {
  app = await startApp();
  programId = (await build.program(app, 'TC')).id as string;
  board = await testActor(app, 'board');
  for (const code of COMMUNES) {
    for (const [username, unit] of [
      [`xa-${code.toLowerCase()}`, code],
      [`chibo-${code.toLowerCase()}-1`, `${code}-CB1`],
    ] as const) {
      const actor = await testActor(app, username);
      units.push({ id: actor.unitId, actor });
      expect(unit).toBeDefined();
    }
  }
  for (let n = 0; n < 3; n += 1) {
    const { id } = await build.openCourse(app, {
      program: 'TC',
      capacity: 2000,
      startsOn: `2026-1${n}-05`,
      endsOn: `2026-1${n}-09`,
    });
    courses.push(id as string);
  }
  people = (await app.database.rows<{ id: string }>('SELECT id FROM officials ORDER BY id')).map(({ id }) => id);
  model.granted = await app.database.value<number>(
    'SELECT sum(places - cut)::int FROM quota_grants WHERE program_id = $1 AND period = $2',
    [programId, PERIOD],
  );
}, 60_000);
afterAll(() => app.stop());

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
/** A use case is one transaction; nobody is asked again: two that stand in each other's way are a fault. */
const inRequest = <T>(work: () => Promise<T>): Promise<T> => app.app.get(ClsService).run(work);
const inTransaction = <T>(work: () => Promise<T>): Promise<T> =>
  inRequest(() => app.app.get(TransactionHost).withTransaction(work));

/** Runs what may be refused; a refusal is an answer, anything else is a failure. */
async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const driver = error instanceof QueryFailedError ? (error.driverError as Record<string, string | undefined>) : {};
    if (!(error instanceof DomainError) && driver.constraint !== 'quota_taken_within_places') throw error;
    refused += 1;
    return null;
  }
}

const quotaOf = (unitId: string): Promise<{ id: string; places: number } | undefined> =>
  app.database
    .rows<{ id: string; places: number }>(
      'SELECT id, places FROM quotas WHERE program_id = $1 AND period = $2 AND unit_id = $3',
      [programId, PERIOD, unitId],
    )
    .then(([row]) => row);

const ids = (sql: string): Promise<string[]> =>
  app.database.rows<{ id: string }>(sql).then((rows) => rows.map(({ id }) => id));

const of = {
  get programId() {
    return programId;
  },
  period: PERIOD,
};

const DO: { [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => Promise<void> } = {
  async grant({ places }) {
    const grant = { programId, period: PERIOD, places, documentNumber: '1-TB', documentDate: '2026-01-05' };
    if (await attempt(() => inRequest(() => app.app.get(GrantsService).add(board, grant)))) model.granted += places;
  },
  async cut({ which, places }) {
    const id = pick(
      await ids(`SELECT id FROM quota_grants WHERE program_id = '${programId}' AND period = ${PERIOD} ORDER BY id`),
      which,
    );
    if (!id) return;
    const cuts = app.app.get(GrantCutsService);
    const done = await attempt(async () => {
      const preview = await inRequest(() => cuts.preview(board, id, places));
      const callBack = preview.units
        .filter(({ proposed }) => proposed > 0)
        .map(({ unit, proposed }) => ({ unitId: unit.id, places: proposed }));
      return inRequest(() =>
        cuts.cut(board, id, { places, documentNumber: '2-TB', reason: 'Tỉnh cắt giảm', callBack }),
      );
    });
    if (done) model.granted -= places;
  },
  async allocate({ unit, other, places }) {
    const [a, b] = [pick(units, unit), pick(units, other)];
    if (!a || !b) return;
    const allocations = [{ unitId: a.id, places }, ...(a === b ? [] : [{ unitId: b.id, places: places + 1 }])];
    await attempt(() => inRequest(() => app.app.get(QuotasService).set(board, of, { allocations })));
  },
  async nominate({ unit, people: whom, course }) {
    const [quota, courseId] = [await quotaOf(pick(units, unit)?.id ?? ''), pick(courses, course)];
    const called = pick(
      units.filter((_, n) => n % 2 === 0),
      Math.floor((unit % units.length) / 2),
    );
    if (!quota || !courseId || !called) return;
    const lines = [...new Set(whom.map((at) => pick(people, at) ?? ''))].map((officialId) => ({
      nominationId: newId(),
      officialId,
      unitId: called.id,
      quotaId: quota.id,
      late: false,
      needed: false,
      verdict: [],
      entryId: newId(),
    }));
    const list = { courseId, code: 'T', holderId: board.unitId, actor: board, entryId: newId(), lines };
    const claims = await attempt(() =>
      inTransaction(() => app.app.get(ClaimsRepository).take([list], app.clock.now(), plainDateIn(app.clock.now()))),
    );
    for (const [nominationId, outcome] of claims ?? [])
      if (outcome === 'seated' || outcome === 'waitlisted') model.nominations.set(nominationId, 'reserved');
  },
  async approve({ which }) {
    const id = pick([...model.nominations.keys()], which);
    if (!id || model.nominations.get(id) === 'taken') return;
    const version = await app.database.value<number>('SELECT version FROM nominations WHERE id = $1', [id]);
    const by = { to: 'approved' as const, reason: null, by: board.accountId, at: app.clock.now() };
    const done = await inTransaction(() => app.app.get(NominationsRepository).decide(id, version, by));
    if (done && model.nominations.has(id)) model.nominations.set(id, 'taken');
  },
  async withdraw({ which }) {
    const id = pick([...model.nominations.keys()], which);
    if (!id) return;
    const version = await app.database.value<number>('SELECT version FROM nominations WHERE id = $1', [id]);
    const by = { to: 'withdrawn' as const, reason: 'Bận', by: board.accountId, at: app.clock.now() };
    if (await inTransaction(() => app.app.get(NominationsRepository).release(id, version, by)))
      model.nominations.delete(id);
  },
  async hold({ unit, places, days }) {
    const actor = pick(units, unit)?.actor;
    const until = `2026-03-${String(app.clock.now().getUTCDate() + days).padStart(2, '0')}`;
    if (actor)
      await attempt(() => inRequest(() => app.app.get(HoldsService).add(actor, { ...of, programId, places, until })));
  },
  async release({ which }) {
    const rows = await app.database.rows<{ id: string; unit: string }>(
      'SELECT h.id, q.unit_id AS unit FROM quota_holds h JOIN quotas q ON q.id = h.quota_id WHERE unnamed > 0 AND until IS NOT NULL ORDER BY h.id',
    );
    const hold = pick(rows, which);
    const actor = units.find(({ id }) => id === hold?.unit)?.actor;
    if (hold && actor) await attempt(() => inRequest(() => app.app.get(HoldsService).release(actor, hold.id)));
  },
  async transfer({ from, to, places }) {
    const [giver, taker] = [pick(units, from), pick(units, to)];
    if (!giver || !taker) return;
    const transfers = app.app.get(TransfersService);
    await attempt(async () => {
      const asked = await inRequest(() =>
        transfers.ask(taker.actor, {
          ...of,
          programId,
          fromUnitId: giver.id,
          toUnitId: taker.id,
          places,
          reason: 'Thiếu chỗ',
        }),
      );
      await inRequest(() => transfers.take(giver.actor, 'agree', asked.id, {}));
      return inRequest(() => transfers.take(board, 'approve', asked.id, { document: '3-TB' }));
    });
  },
  async offer({ places }) {
    await attempt(() =>
      inRequest(() => app.app.get(OffersService).offer(board, { ...of, programId, places, answerDays: 2 })),
    );
  },
  async answer({ which, accept }) {
    const rows = await app.database.rows<{ id: string; unit: string; places: number }>(
      `SELECT id, unit_id AS unit, places FROM quota_offers WHERE state = 'offered' ORDER BY id`,
    );
    const offer = pick(rows, which);
    const actor = units.find(({ id }) => id === offer?.unit)?.actor;
    if (!offer || !actor) return;
    const offers = app.app.get(OffersService);
    await attempt(() =>
      inRequest(() => (accept ? offers.accept(actor, offer.id, offer.places) : offers.decline(actor, offer.id, null))),
    );
  },
  async night() {
    await inRequest(() => app.app.get(ReturnsService).sweep());
  },
};

const run = (each: Step): Promise<void> => (DO[each.kind] as (step: Step) => Promise<void>)(each);

async function expectAgreement(): Promise<void> {
  expect(await placesDifferences(app.database)).toEqual([]);
  const [sums] = await app.database.rows(
    `SELECT (sum(places) FILTER (WHERE parent_id IS NULL))::int AS granted, sum(free + held + reserved + taken)::int AS everywhere,
       sum(reserved)::int AS reserved, sum(taken)::int AS taken, min(free) AS least FROM quotas WHERE program_id = $1 AND period = $2`,
    [programId, PERIOD],
  );
  const count = (state: string): number => [...model.nominations.values()].filter((each) => each === state).length;
  expect(sums).toMatchObject({
    granted: model.granted,
    everywhere: model.granted,
    reserved: count('reserved'),
    taken: count('taken'),
  });
  expect(Number(sums?.least)).toBeGreaterThanOrEqual(0);
}

test(
  `no place is created or lost over ${STEPS} steps, ${AT_ONCE} at once (seed ${SEED})`,
  async () => {
    const steps = fc.sample(step, { seed: SEED, numRuns: STEPS });
    for (let at = 0; at < steps.length; at += AT_ONCE) {
      await Promise.all(steps.slice(at, at + AT_ONCE).map(run));
      await expectAgreement();
    }
    const kinds = await ids(`SELECT DISTINCT kind AS id FROM quota_entries e JOIN quotas q ON q.id = e.quota_id
      WHERE q.program_id = '${programId}' AND q.period = ${PERIOD} ORDER BY 1`);
    expect(kinds).toEqual(
      expect.arrayContaining(['allocate', 'cut', 'grant', 'hold', 'name', 'release', 'reserve', 'take', 'transfer']),
    );
    expect(refused).toBeGreaterThan(0);
  },
  STEPS * 400 + 60_000,
);
