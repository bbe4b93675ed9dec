import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app.js';

/** What the database itself holds of places, against any SQL that reaches it. */
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const rowOf = (code: string, column = 'id'): Promise<string> =>
  app.database.value<string>(
    `SELECT q.${column} FROM quotas q JOIN units u ON u.id = q.unit_id JOIN programs p ON p.id = q.program_id
     WHERE u.code = $1 AND p.code = 'TC' AND q.period = 2026`,
    [code],
  );

test('counters are not written by hand, and rows begin empty', async () => {
  await expect(app.database.rows('UPDATE quotas SET places = places + 1')).rejects.toMatchObject({
    constraint: 'quota_moves_by_its_ledger',
  });
  await expect(
    app.database.rows(
      `INSERT INTO quotas (id, program_id, period, unit_id, places)
       SELECT $1, program_id, 2033, unit_id, 5 FROM quotas LIMIT 1`,
      [randomUUID()],
    ),
  ).rejects.toMatchObject({ constraint: 'quota_moves_by_its_ledger' });
});

test('the ledger can be added to, and neither changed nor shortened', async () => {
  const refused = { constraint: 'quota_ledger_is_append_only' };
  await expect(app.database.rows('UPDATE quota_entries SET places = 1')).rejects.toMatchObject(refused);
  await expect(app.database.rows('DELETE FROM quota_entries')).rejects.toMatchObject(refused);
  await expect(app.database.rows('TRUNCATE quota_entries')).rejects.toMatchObject(refused);
});

test('a grant is put right by corrections alone, and they stay', async () => {
  await expect(
    app.database.rows(`UPDATE quota_grants SET document_number = '99', places = places + 1`),
  ).rejects.toMatchObject({ constraint: 'grant_follows_its_corrections' });
  const grantId = await app.database.value<string>('SELECT id FROM quota_grants LIMIT 1');
  const correct = (after: object) =>
    app.database.rows(
      `INSERT INTO quota_grant_corrections (id, grant_id, at, reason, after) VALUES ($1, $2, now(), 'Sai số', $3)`,
      [randomUUID(), grantId, JSON.stringify(after)],
    );
  await expect(correct({ places: 1 })).rejects.toMatchObject({ constraint: 'quota_taken_within_places' });
  await expect(correct({})).rejects.toMatchObject({ constraint: 'grant_correction_changes_something' });
  await correct({ note: 'Đúng' });
  await expect(app.database.rows('DELETE FROM quota_grant_corrections')).rejects.toMatchObject({
    constraint: 'grant_corrections_stay',
  });
});

test('more than there is cannot be given, and a part without its whole cannot be committed', async () => {
  const [reserve, commune] = [await rowOf('DINH-LAP'), await rowOf('BIX')];
  const move = (from: string, to: string, places: number) =>
    app.database.rows(`SELECT move_places($1, $2, $3, 'allocate', now(), NULL, NULL, NULL, NULL)`, [from, to, places]);
  await expect(move(reserve, commune, 3)).rejects.toMatchObject({ constraint: 'quota_taken_within_places' });
  await move(reserve, commune, 2);
  await move(commune, reserve, 2);
  const made = `INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places)
    VALUES (now(), 'allocate', '${commune}', 'above', 'free', 1)`;
  await expect(app.database.rows(made)).rejects.toMatchObject({ constraint: 'quota_parts_add_up' });
});

test('a row made between two takes over what is below it, and a row for a cell is fed by its commune', async () => {
  const programId = await app.database.value<string>(`SELECT id FROM programs WHERE code = 'TC'`);
  const unit = (code: string) => app.database.value<string>('SELECT id FROM units WHERE code = $1', [code]);
  const row = async (code: string, reserve = false): Promise<string> =>
    app.database.value<string>('SELECT quota_row($1, 2034, $2, $3, now(), NULL)', [
      programId,
      await unit(code),
      reserve,
    ]);
  const [top, cell] = [await row('DINH-LAP', true), await row('BIX-CB1')];
  await app.database.rows(
    `INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places) VALUES (now(), 'grant', $1, 'above', 'free', 5)`,
    [top],
  );
  await app.database.rows(`SELECT move_places($1, $2, 3, 'allocate', now(), NULL, NULL, NULL, NULL)`, [top, cell]);
  const commune = await row('BIX');
  const rows = await app.database.rows(
    `SELECT u.code, a.code AS above, q.places, q.passed_on AS "passedOn", q.free FROM quotas q JOIN units u ON u.id = q.unit_id
       LEFT JOIN quotas p ON p.id = q.parent_id LEFT JOIN units a ON a.id = p.unit_id WHERE q.period = 2034 ORDER BY cardinality(u.path)`,
  );
  expect(rows).toEqual([
    { code: 'DINH-LAP', above: null, places: 5, passedOn: 3, free: 2 },
    { code: 'BIX', above: 'DINH-LAP', places: 3, passedOn: 3, free: 0 },
    { code: 'BIX-CB1', above: 'BIX', places: 3, passedOn: 0, free: 3 },
  ]);
  await app.database.rows(`SELECT move_places($1, $2, 1, 'return', now(), NULL, NULL, NULL, NULL)`, [cell, top]);
  expect(
    await app.database.rows('SELECT places, passed_on AS "passedOn", free FROM quotas WHERE id = $1', [commune]),
  ).toEqual([{ places: 2, passedOn: 2, free: 0 }]);
});
