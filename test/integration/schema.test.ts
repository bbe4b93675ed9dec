import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { foldVietnamese } from '../../src/kernel/vietnamese-text.js';
import { mappedConstraints } from '../../src/platform/database/constraint-errors.js';
import { dataSourceOptions, migrateDatabase } from '../../src/platform/database/data-source.js';
import { migrations } from '../../src/platform/database/migrations/index.js';
import '../../src/roles/app.module.js';
import { NOMINATION_STATES } from '../../src/modules/nominations/nomination.types.js';
import { MEANINGS } from '../../src/modules/nominations/rules/states.js';
import { newDatabase, type TestDatabase } from '../support/database.js';
import { placesDifferences } from '../concurrency/places-differences.js';
import { databaseUrl, onServer } from '../support/server.js';

let demo: TestDatabase;
beforeAll(async () => {
  demo = await newDatabase('demo');
});
afterAll(() => demo.drop());

/** Not ours: made by TypeORM and by the rate limiter. */
const FOREIGN_TABLES = ['migrations', 'rate_limits'];

const constraints = async (kinds: string): Promise<{ table: string; name: string }[]> =>
  demo.rows(
    `SELECT c.conrelid::regclass::text AS "table", c.conname AS name FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
     WHERE n.nspname = 'public' AND c.contype = ANY(string_to_array($1, NULL)) AND c.conrelid::regclass::text <> ALL($2::text[])`,
    [kinds, FOREIGN_TABLES],
  );

/** A database of the time before the ledger: two communes with places of two years, and three people put forward. */
const OLD_PLACES = `
  INSERT INTO units (id, parent_id, kind, code, name) VALUES
    ('@01', NULL, 'district-committee', 'DINH-LAP', 'Huyện ủy Đình Lập'),
    ('@02', '@01', 'commune', 'BIX', 'Xã Bính Xá'), ('@03', '@01', 'commune', 'KM', 'Xã Kiên Mộc');
  INSERT INTO accounts (id, username, password_hash, display_name, role, unit_id, created_at) VALUES
    ('@04', 'board', 'x', 'Ban Tổ chức', 'board', '@01', now()), ('@05', 'xa-bix', 'x', 'Đảng ủy xã', 'committee', '@02', now());
  INSERT INTO officials (id, unit_id, full_name, gender) VALUES ('@06', '@02', 'Đặng Thị Bích Hương', 'female'),
    ('@07', '@02', 'Lý Văn Ba', 'male'), ('@08', '@03', 'Nông Văn Tư', 'male');
  INSERT INTO courses (id, code, title, program_id, unit_id, starts_on, ends_on, capacity, minimum, state, deadline, seats_taken)
    SELECT c.id::uuid, c.code, 'Lớp', p.id, '@01', c.day, c.day + 4, 50, 0, 'open', c.day - 9, c.n
    FROM (VALUES ('@10', 'L1', date '2024-05-06', 2), ('@11', 'L2', date '2025-05-05', 1)) AS c(id, code, day, n), programs p WHERE p.code = 'TC';
  INSERT INTO unit_calls (id, course_id, unit_id, called_at, deadline) VALUES
    ('@12', '@10', '@02', '2024-04-01', '2024-04-20'), ('@13', '@11', '@03', '2025-04-01', '2025-04-20');
  INSERT INTO quotas (id, program_id, period, unit_id, places, taken)
    SELECT q.id::uuid, p.id, q.period, q.unit::uuid, q.places, q.taken
    FROM (VALUES ('@14', 2024, '@02', 4, 3), ('@15', 2024, '@03', 2, 0), ('@16', 2025, '@03', 0, 0)) AS q(id, period, unit, places, taken), programs p
    WHERE p.code = 'TC';
  INSERT INTO nominations (id, course_id, official_id, unit_id, quota_id, state, place, queue_no, period, late, submitted_at, submitted_by)
    SELECT n.id::uuid, n.course::uuid, n.official::uuid, n.unit::uuid, n.quota::uuid, n.state, 'seat', n.n,
      daterange(c.starts_on, c.ends_on, '[]'), false, '2024-04-02', '@05'
    FROM (VALUES ('@17', '@10', '@06', '@02', '@14', 'submitted', 1), ('@18', '@10', '@07', '@02', '@14', 'approved', 2),
      ('@19', '@11', '@08', '@03', '@16', 'approved', 1)) AS n(id, course, official, unit, quota, state, n) JOIN courses c ON c.id = n.course::uuid;
`.replaceAll('@', '00000000-0000-7000-8000-0000000000');

describe('constraints', () => {
  test('every one has a name that says what it keeps', async () => {
    const all = await constraints('cuxf');
    expect(all.length).toBeGreaterThan(50);
    const generated = all.filter(
      ({ name }) => /_(check|key|fkey|excl|uniq|idx)\d*$/.test(name) || name.split('_').length < 3,
    );
    expect(generated).toEqual([]);
  });

  test('those a person can run into have an error of their own', () => {
    const reachable = [
      'account_username_once',
      'course_code_once',
      'course_ends_after_it_starts',
      'course_minimum_within_capacity',
      'course_seats_within_capacity',
      'nomination_once_per_course',
      'official_in_one_class_at_a_time',
      'quota_taken_within_places',
      'unit_code_once',
    ];
    expect(mappedConstraints()).toEqual(expect.arrayContaining(reachable));
  });

  test('every error stands for a constraint that exists', async () => {
    const names = new Set((await constraints('cuxf')).map(({ name }) => name));
    const indexes = await demo.rows<{ name: string }>(
      `SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public'`,
    );
    const functions = await demo.value<string>(
      `SELECT string_agg(prosrc, ' ') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public' AND p.prokind = 'f' AND (prosrc LIKE '%CONSTRAINT%' OR prosrc LIKE '%refuse(%')`,
    );
    for (const { name } of indexes) names.add(name);
    expect(mappedConstraints().filter((name) => !names.has(name) && !functions.includes(`'${name}'`))).toEqual([]);
  });

  test('the trail can be added to, and neither changed nor shortened', async () => {
    await expect(demo.rows(`UPDATE audit_entries SET account_name = 'khác'`)).rejects.toMatchObject({
      constraint: 'trail_is_append_only',
    });
    await expect(demo.rows('DELETE FROM audit_entries')).rejects.toMatchObject({ constraint: 'trail_is_append_only' });
  });

  test('a class cannot hold more people than seats, whoever writes', async () => {
    const write = demo.rows(`UPDATE courses SET seats_taken = capacity + 1 WHERE state = 'open'`);
    await expect(write).rejects.toMatchObject({ constraint: 'course_seats_within_capacity' });
    await expect(demo.rows('UPDATE quotas SET taken = places + 1')).rejects.toMatchObject({
      constraint: 'quota_moves_by_its_ledger',
    });
  });
});

describe('migrations', () => {
  const blank = async (work: (url: string) => Promise<void>): Promise<void> => {
    const name = `test_blank_${randomBytes(4).toString('hex')}`;
    await onServer(`CREATE DATABASE ${name}`);
    try {
      await work(databaseUrl(name));
    } finally {
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  };

  test('running them again on a database full of data changes nothing', async () => {
    const count = () =>
      demo.rows(
        'SELECT (SELECT count(*) FROM officials) AS o, (SELECT count(*) FROM nominations) AS n, (SELECT count(*) FROM migrations) AS m',
      );
    const before = await count();
    expect(await migrateDatabase(demo.url)).toEqual([]);
    expect(await count()).toEqual(before);
  });

  test('each is run once when two programs start at the same moment', () =>
    blank(async (url) => {
      const [one, other] = await Promise.all([migrateDatabase(url), migrateDatabase(url)]);
      expect([...one, ...other]).toEqual(migrations.map(({ name }) => name));
    }));

  test('the later ones run on a database that already holds people, and keep them', () =>
    blank(async (url) => {
      const early = new DataSource({ ...dataSourceOptions(url), migrations: migrations.slice(0, 5) });
      await early.initialize();
      await early.runMigrations({ transaction: 'each' });
      await early.query(`
        INSERT INTO units (id, kind, code, name) VALUES ('00000000-0000-7000-8000-000000000001', 'commune', 'BIX', 'Xã Bính Xá');
        INSERT INTO officials (id, unit_id, full_name, gender) VALUES
          ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'Đặng Thị Bích Hương', 'female');
        INSERT INTO official_posts (id, official_id, unit_id, title, category, main, held) VALUES
          ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001',
           'Bí thư', 'cadre', true, '[2015-01-01,)');`);
      await early.destroy();
      expect(await migrateDatabase(url)).toEqual(migrations.slice(5).map(({ name }) => name));
      const late = await new DataSource(dataSourceOptions(url)).initialize();
      const rows: unknown = await late.query(
        'SELECT full_name, given_name, middle_name, family_name, name_key FROM officials',
      );
      await late.destroy();
      expect(rows).toEqual([
        {
          full_name: 'Đặng Thị Bích Hương',
          given_name: 'Hương',
          middle_name: 'Thị Bích',
          family_name: 'Đặng',
          name_key: 'dang thi bich huong',
        },
      ]);
    }));

  test('places given before there was a ledger are opened in it, none lost and none made', () =>
    blank(async (url) => {
      const ledger = migrations.findIndex(({ name }) => name.startsWith('QuotaLedger'));
      const early = new DataSource({ ...dataSourceOptions(url), migrations: migrations.slice(0, ledger) });
      await early.initialize();
      await early.runMigrations({ transaction: 'each' });
      await early.query(OLD_PLACES);
      await early.destroy();
      await migrateDatabase(url);
      const late = await new DataSource(dataSourceOptions(url)).initialize();
      const rows = <Row>(sql: string): Promise<Row[]> => late.query(sql);
      const quotas = await rows(
        `SELECT u.code, a.code AS above, q.is_reserve AS reserve, q.places, q.passed_on AS passed, q.reserved, q.taken, q.free
         FROM quotas q JOIN units u ON u.id = q.unit_id LEFT JOIN quotas p ON p.id = q.parent_id LEFT JOIN units a ON a.id = p.unit_id
         ORDER BY q.period, cardinality(u.path), u.code`,
      );
      const grants = await rows('SELECT period, places, cut, note FROM quota_grants ORDER BY period');
      const differences = await placesDifferences({ rows } as TestDatabase);
      await late.destroy();
      const none = { passed: 0, reserved: 0, taken: 0, reserve: false };
      expect(quotas).toEqual([
        // Of three that the commune counted as taken, one has no nomination: it was used before the product.
        { ...none, code: 'DINH-LAP', above: null, reserve: true, places: 6, passed: 6, free: 0 },
        { ...none, code: 'BIX', above: 'DINH-LAP', places: 4, reserved: 1, taken: 2, free: 1 },
        { ...none, code: 'KM', above: 'DINH-LAP', places: 2, free: 2 },
        // A place that a nomination holds is never lost, even where the number said there was none.
        { ...none, code: 'DINH-LAP', above: null, reserve: true, places: 1, passed: 1, free: 0 },
        { ...none, code: 'KM', above: 'DINH-LAP', places: 1, taken: 1, free: 0 },
      ]);
      const note = 'Số liệu có từ trước khi mở sổ chỉ tiêu';
      expect(grants).toEqual([
        { period: 2024, places: 6, cut: 0, note },
        { period: 2025, places: 1, cut: 0, note },
      ]);
      expect(differences).toEqual([]);
    }));
});

test('what a state of a nomination means is the same in the database and in the rules', async () => {
  for (const [meaning, states] of Object.entries(MEANINGS)) {
    const rows = await demo.rows<{ state: string }>(
      `SELECT state FROM unnest(string_to_array($1, ' ')) AS state WHERE ${meaning}(state)`,
      [NOMINATION_STATES.join(' ')],
    );
    expect({ meaning, states: rows.map(({ state }) => state).sort() }).toEqual({ meaning, states: [...states].sort() });
  }
});

test('the database folds every name as the program does, so that search finds what it shows', async () => {
  const names = await demo.rows<{ name: string; key: string }>(
    'SELECT full_name AS name, name_key AS key FROM officials UNION ALL SELECT name, name_key FROM units UNION ALL SELECT title, fold(title) FROM courses',
  );
  expect(names.length).toBeGreaterThan(243);
  expect(names.filter(({ name, key }) => foldVietnamese(name) !== key.replace(/\s+/g, ' ').trim())).toEqual([]);
});
