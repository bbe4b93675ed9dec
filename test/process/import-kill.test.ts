import { endPrograms, ensureBuilt, runProgram } from '../support/program.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Client, ok } from '../support/client.js';
import { handIn } from '../support/imports.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { TEST_DATA_KEY } from '../support/settings.js';
import { until } from '../support/until.js';

/** Enough rows that the worker is caught in the middle. */
const ROWS = 6000;

jest.setTimeout(240_000);
beforeAll(ensureBuilt);
afterEach(endPrograms);

const line = (n: number): string =>
  `Nông Văn ${String.fromCharCode(65 + (n % 26))}${n},Nam,02/03/${1960 + (n % 40)},Công chức,Công chức,Xã Bính Xá`;
const FILE = Buffer.from(
  ['Họ và tên,Giới tính,Ngày sinh,Chức vụ,Đối tượng,Đơn vị', ...Array.from({ length: ROWS }, (_, n) => line(n))].join(
    '\n',
  ),
);

describe.each([
  { name: 'PostgreSQL', withRedis: false },
  { name: 'Redis, which is emptied too', withRedis: true },
])('a worker killed in the middle of an import, with the queue in $name', ({ withRedis }) => {
  let app: TestApp;
  let board: Client;
  let redis: TestRedis | undefined;
  let id: string;

  beforeAll(async () => {
    redis = withRedis ? await startRedis() : undefined;
    app = await startApp();
    board = await app.as('board');
    await app.database.rows('DELETE FROM outbox');
    id = ok(await handIn(board, 'officials', FILE, 'nhieu.csv')).id;
  });
  afterAll(async () => {
    await endPrograms();
    await app.stop();
    await redis?.stop();
  });

  const start = () =>
    runProgram('worker', {
      DATABASE_URL: app.database.url,
      PUBLIC_URL: 'http://localhost:3000',
      DATA_KEY: TEST_DATA_KEY,
      ...(redis && { REDIS_URL: redis.url }),
    });
  const count = (sql: string): Promise<number> => app.database.value<number>(`SELECT count(*)::int FROM ${sql}`);
  const kill = async (when: () => Promise<boolean>): Promise<void> => {
    const worker = start();
    await until('the worker is in the middle', when, 120_000);
    worker.kill('SIGKILL');
    await worker.ended;
    await redis?.flush();
  };
  const status = async (): Promise<string> => ok(await board.get(`/imports/${id}`)).status;
  const progress = async (): Promise<number> => ok(await board.get(`/imports/${id}`)).progress;

  test('the next worker reads the whole file, and applies all of it or nothing', async () => {
    await kill(async () => (await count('import_rows')) > 0);
    expect(await status()).toBe('reading');
    const second = start();
    await until('the preview stands', async () => (await status()) === 'preview', 120_000);
    expect(await count('import_rows')).toBe(ROWS);
    second.kill('SIGTERM');
    await second.ended;

    const before = await count('officials');
    ok(await board.post(`/imports/${id}/apply`, {}));
    await kill(async () => (await progress()) > 0);
    expect([await status(), await count('officials')]).toEqual(['applying', before]);
    const last = start();
    await until('it is applied', async () => (await status()) === 'applied', 120_000);
    expect(await count('officials')).toBe(before + ROWS);
    last.kill('SIGTERM');
    expect(await last.ended).toBe(0);
  });
});
