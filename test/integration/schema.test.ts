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
