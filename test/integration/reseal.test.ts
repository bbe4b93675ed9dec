import { randomBytes } from 'node:crypto';
import { OfficialNumbers, ResealService } from '../../src/modules/officials/index.js';
import { readDataKeys } from '../../src/platform/secrets/data-key.js';
import { Secrets } from '../../src/platform/secrets/secrets.js';
import { startApp, type TestApp } from '../support/app.js';
import { officialsOf } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import { TEST_DATA_KEY } from '../support/settings.js';

/** The key of the sealed numbers is changed on a database that is in use. */
const NEW_KEY = randomBytes(32).toString('base64');
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ settings: { dataKey: `${NEW_KEY},${TEST_DATA_KEY}` } });
});
afterAll(() => app.stop());

const oldNumbers = new OfficialNumbers(new Secrets(readDataKeys(TEST_DATA_KEY)!));
const newNumbers = new OfficialNumbers(new Secrets(readDataKeys(NEW_KEY)!));
const rows = (): Promise<{ id: string; sealed: Buffer; key: Buffer }[]> =>
  app.database.rows(
    `SELECT id, citizen_id_sealed AS sealed, citizen_id_key AS key FROM officials WHERE citizen_id_sealed IS NOT NULL ORDER BY id`,
  );

test('everything is sealed and found by the new key alone; a merger made before can still be undone', async () => {
  const board = await app.as('board');
  const [keep, merge, ...others] = await officialsOf(app, 'KM');
  for (const [index, id] of [merge!, ...others].entries()) {
    const { citizenIdSealed, citizenIdKey } = oldNumbers.columns({
      citizenId: `0011990${String(index).padStart(5, '0')}`,
    });
    await app.database.rows('UPDATE officials SET citizen_id_sealed = $2, citizen_id_key = $3 WHERE id = $1', [
      id,
      citizenIdSealed,
      citizenIdKey,
    ]);
  }
  const merger = ok(await board.post('/duplicates/merge', { keepId: keep, mergeId: merge }));
  const before = await rows();
  const reseal = app.app.get(ResealService);
  const first = await reseal.all();
  expect(first.unreadable).toBe(0);
  expect(first.resealed).toBeGreaterThanOrEqual(before.length);
  for (const [index, { id, sealed, key }] of (await rows()).entries()) {
    const digits = newNumbers.reveal('citizenId', sealed);
    expect({ id, digits }).toEqual({
      id: before[index]!.id,
      digits: oldNumbers.reveal('citizenId', before[index]!.sealed),
    });
    expect(newNumbers.hashes('citizenId', digits)).toContainEqual(key);
  }
  // Run again it finds nothing to do.
  expect(await reseal.all()).toEqual({ resealed: 0, unreadable: 0 });
  ok(await board.post(`/duplicates/merges/${merger.id}/undo`));
  const undone = await rows();
  expect(undone.map(({ id }) => id)).toContain(merge);
  for (const { sealed } of undone) newNumbers.reveal('citizenId', sealed);
});

test('what no named key can read is left as it was, and counted', async () => {
  const [id] = await officialsOf(app, 'BIX');
  const foreign = new OfficialNumbers(new Secrets(readDataKeys(randomBytes(32).toString('base64'))!));
  const { partyCardSealed, partyCardKey } = foreign.columns({ partyCard: '12345678' });
  await app.database.rows('UPDATE officials SET party_card_sealed = $2, party_card_key = $3 WHERE id = $1', [
    id,
    partyCardSealed,
    partyCardKey,
  ]);
  expect(await app.app.get(ResealService).all()).toEqual({ resealed: 0, unreadable: 1 });
  const kept: Body = await app.database.rows('SELECT party_card_sealed AS sealed FROM officials WHERE id = $1', [id]);
  expect(kept[0].sealed).toEqual(partyCardSealed);
});
