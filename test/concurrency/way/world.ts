import { SeatOffersService } from '../../../src/modules/nominations/seat-offers.service.js';
import type { TestApp } from '../../support/app.js';
import { build, unitId } from '../../support/build.js';
import { type Answer, type Client, ok } from '../../support/client.js';

const COMMUNES = ['BIX', 'KM', 'BL'] as const;
const PEOPLE_OF_A_CELL = 6;
const DAY_MS = 86_400_000;

/** A commune that is called, its cell, and those of the cell's members who take part. */
export interface Unit {
  readonly id: string;
  readonly cellId: string;
  readonly committee: string;
  readonly cell: string;
  readonly people: readonly string[];
}

export interface Nomination {
  readonly id: string;
  readonly course: string;
  readonly official: string;
  readonly unit: string;
  readonly state: string;
  readonly place: 'seat' | 'waitlist' | 'none';
  readonly version: number;
  readonly quota: string | null;
  readonly confers: boolean;
  readonly qualified: number;
}

export interface Course {
  readonly id: string;
  readonly state: string;
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly waitlisted: number;
  readonly from: string;
  readonly to: string;
}

/** A class of the walk: when the one in it is over, another may be opened. */
interface Slot {
  readonly long: boolean;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  id: string;
}

/** The rows of this walk as they are between two rounds, in the order in which they came. */
export interface View {
  readonly courses: readonly Course[];
  readonly nominations: readonly Nomination[];
  readonly proposals: readonly { id: string; course: string; official: string; unit: string; state: string }[];
  readonly reserves: readonly { id: string; course: string; unit: string }[];
  readonly decisions: readonly { id: string; state: string }[];
  readonly offers: readonly { nomination: string; course: string; unit: string }[];
  readonly kept: readonly { id: string; course: string }[];
  readonly calls: readonly { id: string; unit: string }[];
  readonly quotas: readonly { id: string; free: number; reserved: number; taken: number }[];
}

let next = 0;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** What one walk goes through: two programs, four classes, three communes with a cell each. */
export class World {
  readonly slots: Slot[];
  view: View;
  /** Slots in which somebody wants a new class once the round is over. */
  readonly renewals = new Set<number>();
  /** Every class there was, also those that are over. */
  private readonly ids: string[] = [];

  private constructor(
    private readonly apps: readonly TestApp[],
    readonly units: readonly Unit[],
    readonly programId: string,
    private readonly codes: { long: string; short: string },
    week: number,
  ) {
    const monday = Date.UTC(2026, 8, 7) + week * 7 * DAY_MS;
    const nextYear = monday + 26 * 7 * DAY_MS;
    const slot = (long: boolean, from: number, days: number, capacity: number): Slot => ({
      ...{ long, capacity, id: '' },
      startsOn: isoDay(from),
      endsOn: isoDay(from + (days - 1) * DAY_MS),
    });
    // The second and the last clash with the first; the third is of another year's places.
    this.slots = [slot(true, monday, 3, 3), slot(true, monday + 2 * DAY_MS, 2, 3), slot(true, nextYear, 2, 2)];
    this.slots.push(slot(false, monday + DAY_MS, 1, 2));
  }

  /** @param apps as many processes as share the database. */
  static async make(apps: readonly TestApp[], week: number): Promise<World> {
    const [app] = apps as [TestApp];
    const units = await Promise.all(COMMUNES.map((code) => unitOf(app, code)));
    const number = (next += 1);
    const codes = { long: `DAI${number}`, short: `NGAN${number}` };
    const board = await app.as('board');
    const program = (code: string, rest: object): Promise<Answer> =>
      board.post('/programs', { code, name: code, kind: 'professional', from: '2020-01-01', ...rest });
    const confers = { llct: 'intermediate' };
    const { id } = ok(await program(codes.long, { needsQuota: true, cellStep: true, decisionStep: true, confers }));
    ok(await program(codes.short, { needsQuota: false }));
    await build.quota(app, codes.long, { BIX: 3, KM: 3, BL: 2 }, 2026);
    await build.quota(app, codes.long, { BIX: 2, KM: 2, BL: 1 }, 2027);
    // Spare places that may be shared out later.
    await build.grant(app, id as string, 4, 2026);
    const world = new World(apps, units, id as string, codes, week);
    for (const slot of world.slots.keys()) await world.open(slot);
    await world.look();
    return world;
  }

  get app(): TestApp {
    return this.apps[0] as TestApp;
  }

  /** Somebody at the door of one of the processes. */
  as(username: string, turn: number): Promise<Client> {
    return (this.apps[turn % this.apps.length] as TestApp).as(username);
  }

  unit(id: string): Unit {
    return this.units.find((unit) => unit.id === id) as Unit;
  }

  course(id: string): Course | undefined {
    return this.view.courses.find((course) => course.id === id);
  }

  /** Opens the classes that were asked for. */
  async renew(): Promise<void> {
    for (const slot of [...this.renewals].sort()) await this.open(slot);
    this.renewals.clear();
  }

  private async open(index: number): Promise<void> {
    const slot = this.slots[index];
    if (!slot) return;
    const { long, startsOn, endsOn, capacity } = slot;
    const wishes = { program: long ? this.codes.long : this.codes.short, startsOn, endsOn, capacity };
    const unitIds = this.units.map(({ id }) => id);
    const { id } = await build.openCourse(this.app, { ...wishes, unitIds, deadline: this.day(10) });
    slot.id = id as string;
    this.ids.push(slot.id);
  }

  /** A day of the walk, counted from today. */
  day(days: number): string {
    return isoDay(this.app.clock.now().getTime() + days * DAY_MS);
  }

  pass(ms: number): void {
    this.app.clock.set(new Date(this.app.clock.now().getTime() + ms).toISOString());
  }

  /** Half a day passes: offers and kept seats whose time is over end. */
  async night(turn: number): Promise<void> {
    this.pass(DAY_MS / 2);
    await (this.apps[turn % this.apps.length] as TestApp).app.get(SeatOffersService).endWhatIsDue();
  }

  /** Reads everything anew. */
  async look(): Promise<View> {
    const rows = <Row>(sql: string, by: unknown = this.ids): Promise<Row[]> => this.app.database.rows<Row>(sql, [by]);
    const [courses, nominations, proposals, reserves, decisions, offers, kept, calls, quotas] = await Promise.all([
      rows<Course>(
        `SELECT id, state, capacity, seats_taken AS "seatsTaken", waitlisted, starts_on AS "from", ends_on AS "to"
         FROM courses WHERE id = ANY($1) ORDER BY id`,
      ),
      rows<Nomination>(
        `SELECT n.id, n.course_id AS course, n.official_id AS official, n.unit_id AS unit, n.state, n.place, n.version, n.quota_id AS quota,
           co.program_id = '${this.programId}' AS confers,
           (SELECT count(*)::int FROM qualifications q WHERE q.nomination_id = n.id) AS qualified
         FROM nominations n JOIN courses co ON co.id = n.course_id WHERE n.course_id = ANY($1) ORDER BY n.id`,
      ),
      rows<View['proposals'][number]>(
        `SELECT id, course_id AS course, official_id AS official, unit_id AS unit, state FROM proposals WHERE course_id = ANY($1)
         ORDER BY unit_id, position, id`,
      ),
      rows<View['reserves'][number]>(
        'SELECT id, course_id AS course, unit_id AS unit FROM waiting_reserves WHERE course_id = ANY($1) ORDER BY position, id',
      ),
      rows<View['decisions'][number]>(
        'SELECT id, state FROM decisions WHERE program_id = $1 ORDER BY id',
        this.programId,
      ),
      rows<View['offers'][number]>(
        `SELECT o.nomination_id AS nomination, o.course_id AS course, n.unit_id AS unit FROM seat_offers o
         JOIN nominations n ON n.id = o.nomination_id WHERE o.state = 'open' AND o.course_id = ANY($1) ORDER BY o.id`,
      ),
      rows<View['kept'][number]>(
        'SELECT id, course_id AS course FROM seat_reservations WHERE ended_at IS NULL AND course_id = ANY($1) ORDER BY id',
      ),
      rows<View['calls'][number]>('SELECT id, unit_id AS unit FROM unit_calls WHERE course_id = ANY($1) ORDER BY id'),
      rows<View['quotas'][number]>(
        'SELECT id, free, reserved, taken FROM quotas WHERE program_id = $1 ORDER BY id',
        this.programId,
      ),
    ]);
    this.view = { courses, nominations, proposals, reserves, decisions, offers, kept, calls, quotas };
    return this.view;
  }
}

async function unitOf(app: TestApp, code: string): Promise<Unit> {
  const [id, cellId] = [await unitId(app, code), await unitId(app, `${code}-CB1`)];
  const people = await app.database.rows<{ id: string }>(
    `SELECT id FROM officials WHERE cell_id = $1 ORDER BY id LIMIT ${PEOPLE_OF_A_CELL}`,
    [cellId],
  );
  const lower = code.toLowerCase();
  return { id, cellId, committee: `xa-${lower}`, cell: `chibo-${lower}-1`, people: people.map((row) => row.id) };
}
