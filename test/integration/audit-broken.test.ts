import { ClsService } from 'nestjs-cls';
import { TransactionHost } from '@nestjs-cls/transactional';
import { SoundnessService } from '../../src/modules/soundness/index.js';
import { type Finding, SOUND_RULES } from '../../src/modules/soundness/soundness.rules.js';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import { endPrograms, ensureBuilt, runProgram } from '../support/program.js';
import { TEST_DATA_KEY } from '../support/settings.js';

jest.setTimeout(120_000);

/**
 * Each invariant is broken by hand, with triggers, keys and the constraint in the way switched off, in a transaction that
 * is rolled back: the audit has to see it, and say of which row.
 */
let app: TestApp;
/** A class of two seats, full, with two who wait; its places of a quota with a minimum share. */
let course: string;
let people: string[];
let quota: string;

beforeAll(async () => {
  app = await startApp();
  await app.database.rows(`UPDATE qualifications SET level = 'elementary' WHERE kind = 'llct'`);
  await app.database.rows(`UPDATE qualifications SET level = 'bachelor' WHERE kind = 'professional'`);
  const { id: programId } = await build.program(app, 'TC');
  await build.grant(app, programId, 12, 2027);
  const board = await app.as('board');
  const allocations = [{ unitId: await unitId(app, 'BIX'), places: 8, minimums: [{ category: 'women', places: 1 }] }];
  ok(await board.put(`/quotas?programId=${programId}&period=2027`, { allocations }));
  const dates = { startsOn: '2027-06-01', endsOn: '2027-06-04' };
  course = (await build.openCourse(app, { program: 'TC', capacity: 2, ...dates })).id;
  const officialIds = (await officialsOf(app, 'BIX')).slice(0, 4);
  const { items } = ok(await (await app.as('xa-bix')).post('/nominations', { courseId: course, officialIds }));
  people = items.map(({ nominationId }: Body) => nominationId as string);
  expect(items.map(({ outcome }: Body) => outcome)).toEqual(['seated', 'seated', 'waitlisted', 'waitlisted']);
  quota = await app.database.value<string>('SELECT quota_id FROM nominations WHERE id = $1', [people[0]]);
});
afterAll(async () => {
  await endPrograms();
  await app.stop();
});

/** Breaks something for the length of a look. @returns what the audit then finds of that rule. */
async function findingsOf(rule: string, broken: string): Promise<Finding[]> {
  let found: Finding[] = [];
  const undo = new Error('undone');
  await app.app
    .get(ClsService)
    .run(() =>
      app.app.get(TransactionHost).withTransaction(async () => {
        const db = app.app.get(Database);
        await db.write('SET LOCAL session_replication_role = replica');
        for (const statement of broken.split(';')) await db.write(statement);
        found = (await app.app.get(SoundnessService).findings()).filter((finding) => finding.rule === rule);
        throw undo;
      }),
    )
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return found;
}

const drop = (table: string, constraint: string): string => `ALTER TABLE ${table} DROP CONSTRAINT ${constraint};`;
const uuid = 'gen_random_uuid()';
/** A decision in force that names the first of the class. */
const named = (): string => `
  INSERT INTO decisions (id, unit_id, program_id, state, number, decided_on, signer, issued_at, issued_by, created_at, created_by)
    SELECT ${uuid}, c.unit_id, c.program_id, 'issued', 'A-' || t.n, '2026-03-01', 'Ký', now(), a.id, now(), a.id
    FROM courses c, accounts a, generate_series(1, 2) t(n) WHERE c.id = '${course}' AND a.username = 'board';
  INSERT INTO decision_lines (id, decision_id, nomination_id, position, added_at)
    SELECT ${uuid}, d.id, '${people[0]}', 1, now() FROM decisions d WHERE d.number LIKE 'A-%'`;

/** A mark of the first person, made at that moment, in a session that another class held. */
const marked = (at: string): string =>
  `INSERT INTO attendance_marks (session_id, nomination_id, mark, marked_at)
     SELECT s.id, '${people[0]}', 'present', ${at} FROM course_sessions s WHERE s.state = 'planned' ORDER BY s.starts_at LIMIT 1`;

/** Rule by rule what breaks it, and which row of the finding tells where. */
const BREAKS: Record<string, () => readonly [broken: string, where: Record<string, string>]> = {
  'counters-follow-ledger': () => [
    `UPDATE quotas SET reserved = reserved + 1 WHERE id = '${quota}'`,
    { quotaId: quota },
  ],
  'no-place-is-given-twice': () => [
    `${drop('quotas', 'quota_taken_within_places')} UPDATE quotas SET reserved = 100 WHERE id = '${quota}'`,
    { quotaId: quota },
  ],
  'parts-add-up': () => [
    `UPDATE quotas SET places = places + 1 WHERE id = '${quota}'`,
    { programId: '(the row above)' },
  ],
  'holds-add-up': () => [`UPDATE quotas SET held = held + 1 WHERE id = '${quota}'`, { quotaId: quota }],
  'places-follow-nominations': () => [
    `UPDATE nominations SET quota_id = NULL WHERE id = '${people[0]}'`,
    { quotaId: quota },
  ],
  'grants-come-in': () => [
    `UPDATE quota_grants g SET places = g.places + 1 FROM quotas q
       WHERE q.id = '${quota}' AND g.program_id = q.program_id AND g.period = q.period`,
    { programId: '(the top)' },
  ],
  'minimums-are-kept': () => [`UPDATE quota_minimums SET places = 50 WHERE quota_id = '${quota}'`, { quotaId: quota }],
  'minimums-follow-nominations': () => [
    `DELETE FROM quota_minimum_uses WHERE nomination_id = '${people[3]}';
     INSERT INTO quota_minimum_uses (quota_id, category, nomination_id) VALUES ('${quota}', 'women', '${people[3]}');
     UPDATE nominations SET place = 'none', state = 'withdrawn' WHERE id = '${people[3]}'`,
    { quotaId: quota },
  ],
  'seats-within-capacity': () => [
    `${drop('courses', 'course_seats_within_capacity')} ${drop('courses', 'course_nobody_waits_while_a_seat_is_free')}
     ${drop('courses', 'course_offers_only_free_seats')}
     UPDATE courses SET capacity = 1 WHERE id = '${course}'`,
    { courseId: course },
  ],
  'seats-follow-nominations': () => [
    `UPDATE nominations SET place = 'none', state = 'withdrawn' WHERE id = '${people[3]}'`,
    { courseId: course },
  ],
  'kept-seats-are-free': () => [
    `INSERT INTO seat_reservations (id, course_id, unit_id, seats, until, created_at, created_by)
       SELECT ${uuid}, '${course}', uc.unit_id, 5, '2027-01-01', now(), a.id FROM unit_calls uc, accounts a
       WHERE uc.course_id = '${course}' AND a.username = 'board' AND uc.unit_id <> (SELECT unit_id FROM nominations WHERE id = '${people[0]}') LIMIT 1`,
    { courseId: course },
  ],
  'offers-are-counted': () => [
    `INSERT INTO seat_offers (id, nomination_id, course_id, state, offered_at, expires_at)
       VALUES (${uuid}, '${people[2]}', '${course}', 'open', now(), now() + interval '1 day')`,
    { courseId: course },
  ],
  'nobody-waits-beside-a-seat': () => [
    `${drop('courses', 'course_nobody_waits_while_a_seat_is_free')} UPDATE courses SET capacity = 3 WHERE id = '${course}'`,
    { courseId: course },
  ],
  'one-answer-per-person': () => [
    `DROP INDEX nomination_once_per_course; ${drop('nominations', 'official_in_one_class_at_a_time')}
     UPDATE nominations n SET official_id = o.official_id FROM nominations o WHERE n.id = '${people[1]}' AND o.id = '${people[0]}'`,
    { courseId: course },
  ],
  'one-class-at-a-time': () => [
    `${drop('nominations', 'official_in_one_class_at_a_time')} DROP INDEX nomination_once_per_course;
     UPDATE nominations n SET official_id = o.official_id FROM nominations o WHERE n.id = '${people[1]}' AND o.id = '${people[0]}'`,
    { courseId: course },
  ],
  'one-session-at-a-time': () => [
    `${drop('trainee_bookings', 'trainee_in_one_place_at_a_time')}
     INSERT INTO trainee_bookings (nomination_id, official_id, during) SELECT n.id, n.official_id, '[2027-06-01 08:00+07,2027-06-01 10:00+07)'::tstzrange
       FROM nominations n, generate_series(1, 2) WHERE n.id = '${people[0]}'`,
    { courseId: course },
  ],
  'one-place-in-line': () => [
    `UPDATE nominations n SET queue_no = o.queue_no FROM nominations o WHERE n.id = '${people[3]}' AND o.id = '${people[2]}'`,
    { courseId: course },
  ],
  'seats-go-in-turn': () => [
    `INSERT INTO audit_entries (id, at, action, subject_type, subject_id, data)
       VALUES (${uuid}, now() + interval '1 day', 'nomination.promoted', 'nomination', '${people[1]}', '{"because":"seat-freed"}');
     UPDATE nominations SET queue_no = queue_no + 100 WHERE id = '${people[1]}'`,
    { courseId: course },
  ],
  'decided-by-a-decision': () => [
    `UPDATE nominations SET state = 'decided' WHERE id = '${people[0]}'`,
    { nominationId: people[0] ?? '' },
  ],
  'sent-people-have-a-seat': () => [
    `DROP INDEX nomination_in_one_decision; ${named()}`,
    { nominationId: people[0] ?? '' },
  ],
  'marks-are-of-the-own-class': () => [marked("s.starts_at + interval '1 hour'"), { nominationId: people[0] ?? '' }],
  'marks-are-of-sessions-that-were-held': () => [
    marked("s.starts_at - interval '1 hour'"),
    { nominationId: people[0] ?? '' },
  ],
  'replaced-has-a-successor': () => [
    `UPDATE nominations SET state = 'replaced', place = 'none' WHERE id = '${people[0]}'`,
    { nominationId: people[0] ?? '' },
  ],
};

test('every invariant that is checked is broken below', () => {
  expect(Object.keys(BREAKS).sort()).toEqual([...SOUND_RULES].sort());
});

test('nothing is broken before', async () => {
  expect(await app.app.get(SoundnessService).findings()).toEqual([]);
});

test.each(Object.keys(BREAKS))('a database that breaks %s is found out, and the row told', async (rule) => {
  const [broken, where] = BREAKS[rule]?.() ?? ['', {}];
  const found = await findingsOf(rule, broken);
  const [[name, value] = ['', '']] = Object.entries(where);
  expect(found.map((finding) => (finding as unknown as Record<string, unknown>)[name])).toContain(
    value.startsWith('(') ? await programOf(quota) : value,
  );
});

const programOf = (id: string): Promise<string> =>
  app.database.value<string>('SELECT program_id FROM quotas WHERE id = $1', [id]);

test('two decisions in force for one person are one too many', async () => {
  const twice = `DROP INDEX nomination_in_one_decision; ${named()}; UPDATE nominations SET state = 'decided' WHERE id = '${people[0]}'`;
  expect(await findingsOf('decided-by-a-decision', twice)).toEqual([
    { rule: 'decided-by-a-decision', nominationId: people[0] },
  ]);
});

test('the command prints the rows of every part and ends with 2; once they are mended, with 0', async () => {
  await ensureBuilt();
  const inAnyPart = (sign: '+' | '-'): Promise<unknown> =>
    app.database.rows(
      `BEGIN; SET LOCAL session_replication_role = replica;
       UPDATE quotas SET held = held ${sign} 1 WHERE id = '${quota}';
       UPDATE courses SET waitlisted = waitlisted ${sign} 1 WHERE id = '${course}';
       UPDATE nominations SET state = '${sign === '+' ? 'decided' : 'submitted'}' WHERE id = '${people[0]}'; COMMIT`,
    );
  const run = async (): Promise<[number | null, string[]]> => {
    const command = runProgram('audit', { DATABASE_URL: app.database.url, DATA_KEY: TEST_DATA_KEY });
    const code = await command.ended;
    const rows = command
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{"rule"'));
    return [code, rows.map((line) => (JSON.parse(line) as Finding).rule)];
  };
  await inAnyPart('+');
  const [code, rows] = await run();
  expect(code).toBe(2);
  expect(rows).toEqual(expect.arrayContaining(['holds-add-up', 'seats-follow-nominations', 'decided-by-a-decision']));
  await inAnyPart('-');
  expect(await run()).toEqual([0, []]);
});
