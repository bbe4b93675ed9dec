import { LedgerAudit } from '../../src/modules/quotas/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { endPrograms, ensureBuilt, runProgram } from '../support/program.js';
import { TEST_DATA_KEY } from '../support/settings.js';

jest.setTimeout(120_000);

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await endPrograms();
  await app.stop();
});

const rules = async () => [...new Set((await app.app.get(LedgerAudit).findings()).map(({ rule }) => rule))].sort();

/** A row of places changed behind the ledger's back, as no statement of the product can. */
const byHand = async (change: string): Promise<void> => {
  await app.database.rows(
    `BEGIN; SET LOCAL session_replication_role = replica; UPDATE quotas SET ${change} WHERE id = (
       SELECT q.id FROM quotas q WHERE q.parent_id IS NOT NULL AND q.free > 1 ORDER BY q.id LIMIT 1); COMMIT`,
  );
};

test('places of the demo add up, and what does not is found, by the command too', async () => {
  expect(await rules()).toEqual([]);

  await byHand('reserved = reserved + 1');
  expect(await rules()).toEqual(['counters-follow-ledger', 'places-follow-nominations']);
  await byHand('reserved = reserved - 1');
  await byHand('held = held + 1, places = places + 1');
  expect(await rules()).toEqual(['counters-follow-ledger', 'holds-add-up', 'parts-add-up']);

  await ensureBuilt();
  const command = runProgram('audit', { DATABASE_URL: app.database.url, DATA_KEY: TEST_DATA_KEY });
  expect(await command.ended).toBe(2);
  expect(command.said()).toContain('"rule":"holds-add-up"');
});
