import { ClsService } from 'nestjs-cls';
import { TransactionHost } from '@nestjs-cls/transactional';
import { newId } from '../../src/kernel/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { Journal } from '../../src/platform/journal/journal.js';
import { journalMessages } from '../../src/platform/journal/journal.messages.js';
import { startApp, type TestApp } from '../support/app.js';

let product: TestApp;
let journal: Journal;
let db: Database;
beforeAll(async () => {
  product = await startApp();
  journal = product.app.get(Journal);
  db = product.app.get(Database);
});
afterAll(() => product.stop());

const inTransaction = <T>(work: () => Promise<T>): Promise<T> =>
  product.app.get(ClsService).run(() => product.app.get(TransactionHost).withTransaction(work));

const everything = async (): Promise<unknown> => {
  const tables = [
    'units',
    'unit_spells',
    'officials',
    'official_posts',
    'official_statuses',
    'qualifications',
    'quotas',
    'accounts',
  ];
  return Promise.all(
    tables.map((table) => product.database.rows(`SELECT to_jsonb(t) - 'version' AS row FROM ${table} t ORDER BY t.id`)),
  );
};

/** A made-up operation that makes, changes and removes rows, some of them twice and some through triggers. */
async function operate(operation: string): Promise<{ unit: string; official: string }> {
  const unit = newId();
  const [bix] = await product.database.rows<{ id: string; parent_id: string }>(
    `SELECT * FROM units WHERE code = 'BIX'`,
  );
  const [official] = await product.database.rows<{ id: string }>(
    'SELECT id FROM officials WHERE unit_id = $1 LIMIT 1',
    [bix!.id],
  );
  await inTransaction(async () => {
    await journal.begin(operation);
    await db.rows(`SELECT set_config('hc.effective_on', '2025-07-01', true)`);
    await db.rows(`INSERT INTO units (id, parent_id, kind, code, name) VALUES ($1, $2, 'commune', 'MOI', 'Xã Mới')`, [
      unit,
      bix!.parent_id,
    ]);
    await db.write(`UPDATE units SET parent_id = $2, name = 'Thôn Bính Xá' WHERE id = $1`, [bix!.id, unit]);
    await db.write(`UPDATE units SET name = 'Xã Mới Hơn' WHERE id = $1`, [unit]);
    await db.write(`UPDATE officials SET unit_id = $1, version = version + 1 WHERE unit_id = $2`, [unit, bix!.id]);
    await db.write(
      `DELETE FROM qualifications WHERE official_id IN (SELECT id FROM officials WHERE unit_id = $1) AND kind = 'llct'`,
      [unit],
    );
  });
  return { unit, official: official!.id };
}

test('every table that is kept in it has a name in the words of the work', async () => {
  const tables = await product.database.rows<{ name: string }>(
    `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'journal_of_inserts' ORDER BY 1`,
  );
  expect(tables.length).toBeGreaterThan(20);
  expect(tables.filter(({ name }) => !journalMessages.includes(`value.table.${name}` as never))).toEqual([]);
});

test('an operation is undone to the last row', async () => {
  const before = await everything();
  const operation = newId();
  await operate(operation);
  expect(await everything()).not.toEqual(before);
  expect((await journal.summary(operation)).map(({ table }) => table)).toEqual([
    'accounts', // Somebody's own, which goes with them.
    'officials',
    'qualifications',
    'unit_spells',
    'units',
  ]);
  expect(await inTransaction(() => journal.undo(operation))).toBeGreaterThan(40);
  expect(await everything()).toEqual(before);
  expect(await inTransaction(() => journal.undo(operation))).toBe(0);
});

test('a new person, and a new status of others, are undone with their history', async () => {
  const before = await everything();
  const operation = newId();
  await inTransaction(async () => {
    await journal.begin(operation);
    await db.rows(`SELECT set_config('hc.effective_on', '2025-07-01', true)`);
    await db.rows(
      `INSERT INTO officials (id, unit_id, full_name, gender) SELECT $1, id, 'Nông Thị Thử', 'female' FROM units WHERE code = 'BIX'`,
      [newId()],
    );
    await db.write(`UPDATE officials SET status = 'rotated' WHERE given_name = 'Hương'`);
    await db.write(`UPDATE officials SET status = 'retired' WHERE given_name = 'Hương'`);
  });
  const statuses = await product.database.rows(
    `SELECT s.status, s.held::text FROM official_statuses s JOIN officials o ON o.id = s.official_id
     WHERE o.given_name = 'Hương' ORDER BY o.id, s.held LIMIT 2`,
  );
  expect(statuses).toEqual([
    { status: 'working', held: '(,2025-07-01)' },
    { status: 'retired', held: '[2025-07-01,)' },
  ]);
  await inTransaction(() => journal.undo(operation));
  expect(await everything()).toEqual(before);
});

test('what is forgotten can no longer be undone', async () => {
  const operation = newId();
  await operate(operation);
  const other = newId();
  await inTransaction(async () => {
    await journal.begin(other);
    await db.write(`UPDATE units SET name = 'Xã Mới' WHERE code = 'MOI'`);
  });
  await inTransaction(() => journal.forget(other));
  expect(await inTransaction(() => journal.undo(other))).toBe(0);
  await product.database.rows(`UPDATE units SET name = 'Xã Mới Hơn' WHERE code = 'MOI'`);
  await inTransaction(() => journal.undo(operation));
});

test('what was changed since, or rests on it, keeps it from being undone; other columns do not', async () => {
  const operation = newId();
  const { unit, official } = await operate(operation);
  const undo = () => inTransaction(() => journal.undo(operation));

  await product.database.rows(`UPDATE officials SET home_place = 'nơi khác' WHERE id = $1`, [official]);
  await product.database.rows(
    `INSERT INTO units (id, parent_id, kind, code, name) VALUES ($1, $2, 'party-cell', 'MOI-CB1', 'Chi bộ')`,
    [newId(), unit],
  );
  await expect(undo()).rejects.toMatchObject({ code: 'depended-on' });
  await product.database.rows(`DELETE FROM units WHERE code = 'MOI-CB1'`);

  await product.database.rows(`UPDATE units SET name = 'Khác' WHERE id = $1`, [unit]);
  await expect(undo()).rejects.toMatchObject({ code: 'changed-since', table: 'units', rowId: unit });
  await product.database.rows(`UPDATE units SET name = 'Xã Mới Hơn' WHERE id = $1`, [unit]);

  await undo();
  expect(await product.database.value('SELECT home_place FROM officials WHERE id = $1', [official])).toBe('nơi khác');
});

test('a change with a day begins a new spell, one without corrects the present; the map of a day is what stood then', async () => {
  const [commune] = await product.database.rows<{ id: string }>(`SELECT id FROM units WHERE code = 'KM'`);
  const names = async (day: string) =>
    product.database.value(`SELECT name FROM units_as_of($1) WHERE id = $2`, [day, commune!.id]);
  await product.database.rows(`UPDATE units SET name = 'Xã Kiên Mộc (sửa)' WHERE id = $1`, [commune!.id]);
  expect(await names('2019-12-14')).toBe('Xã Kiên Mộc (sửa)');
  await inTransaction(async () => {
    await db.rows(`SELECT set_config('hc.effective_on', '2025-07-01', true)`);
    await db.write(`UPDATE units SET name = 'Xã Kiên Mộc mới' WHERE id = $1`, [commune!.id]);
  });
  expect([await names('2025-06-30'), await names('2025-07-01')]).toEqual(['Xã Kiên Mộc (sửa)', 'Xã Kiên Mộc mới']);
});

test('two units may share a code one after the other, and not at the same time', async () => {
  const make = (from: string, to: string | null) =>
    product.database.rows(
      `INSERT INTO units (id, kind, code, name, valid_from, valid_to) VALUES ($1, 'town', '06613', 'Thị trấn', $2, $3)`,
      [newId(), from, to],
    );
  await make('2000-01-01', '2025-06-30');
  await make('2025-07-01', null);
  await expect(make('2024-01-01', '2024-12-31')).rejects.toMatchObject({ constraint: 'unit_code_once' });
});
