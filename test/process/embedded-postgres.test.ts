import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import * as support from './embedded-postgres.support.js';

const { isAlive, newFolder, query, serverPid, start, stop, until } = support;
const quick = { settings: { fsync: 'off' } };
/** An environment in which neither setpriv nor unshare can be found, as on macOS. */
const withoutTools = { ...process.env, PATH: '/nonexistent' };

let home: string;
let program: string;
let dataDir: string;

beforeAll(() => {
  home = newFolder();
  program = support.install(path.join(home, 'checkout'), { binaries: true });
});
beforeEach(() => {
  dataDir = path.join(fs.mkdtempSync(path.join(home, 'case-')), 'data');
  fs.chmodSync(path.dirname(dataDir), 0o755);
});
afterEach(() => support.killAll());
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));
jest.setTimeout(60_000);

const filesOf = (folder: string): string[] => fs.readdirSync(folder).sort();
const oneLine = (name: string): RegExp => new RegExp(`^EmbeddedPostgresError: [^\\n]*${name}[^\\n]*$`);
const keep = (url: string): Promise<unknown> => query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
const kept = (url: string): Promise<unknown> => query(url, 'SELECT answer FROM kept');

const checkpointerOf = async (url: string): Promise<number> =>
  (await query(url, `SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'`)) as number;

/** Runs the program on the folder once more and expects what was committed before. */
async function expectKept(options?: Parameters<typeof start>[2]): Promise<void> {
  const again = await start(program, dataDir, options);
  expect(again.said).toMatch(/^postgres:/);
  expect(await kept(again.said)).toBe(42);
  expect(await stop(again)).toBe(0);
}

describe('a start and a stop', () => {
  test('the first start makes our database, and the next start still has the data', async () => {
    const first = await startEmbeddedPostgres({ dataDir, maxConnections: 33, ...quick });
    expect(await query(first.url(), 'SELECT current_database()')).toBe('hong_chuyen');
    expect(await query(first.url('postgres'), 'SELECT current_database()')).toBe('postgres');
    expect(await query(first.url(), 'SHOW max_connections')).toBe('33');
    expect(await query(first.url(), 'SHOW fsync')).toBe('off');
    await keep(first.url());
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir, ...quick });
    expect(await query(second.url(), 'SHOW max_connections')).toBe('200');
    expect(await kept(second.url())).toBe(42);
    await second.stop();
  });

  test('a stop leaves a cleanly shut down cluster, no server and no lock', async () => {
    const server = await startEmbeddedPostgres({ dataDir, ...quick });
    const pid = serverPid(dataDir)!;
    expect(filesOf(dataDir)).toEqual(['postgres', 'postgres.owner', 'postgres.password']);
    await Promise.all([server.stop(), server.stop()]);
    expect(isAlive(pid)).toBe(false);
    expect(filesOf(dataDir)).toEqual(['postgres', 'postgres.password']);
    expect(serverPid(dataDir)).toBeUndefined();
    // The state in the control file: 1 is "shut down", 6 would be "in production" and need recovery.
    expect(fs.readFileSync(path.join(dataDir, 'postgres/global/pg_control')).readUInt32LE(16)).toBe(1);
  });

  test('a stop does not wait for a query that still runs', async () => {
    const server = await startEmbeddedPostgres({ dataDir, ...quick });
    const sleeping = query(server.url(), 'SELECT pg_sleep(60)').catch((error: { code: string }) => error.code);
    const sleepers = `SELECT count(*)::int FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND state = 'active'`;
    while ((await query(server.url('postgres'), sleepers)) !== 2); // the sleeper, and the one who asks
    const before = Date.now();
    await server.stop();
    expect(Date.now() - before).toBeLessThan(5_000);
    expect(await sleeping).toBe('57P01');
  });

  test('a stop that hangs is forced after ten seconds', async () => {
    const server = await startEmbeddedPostgres({ dataDir, ...quick });
    const pid = serverPid(dataDir)!;
    const backend = await checkpointerOf(server.url());
    process.kill(backend, 'SIGSTOP');
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    expect(isAlive(backend)).toBe(false);
  });

  test('the password is random and only for the owner to read', async () => {
    const first = await start(program, dataDir);
    const other = await start(program, `${dataDir}-2`);
    const file = path.join(dataDir, 'postgres.password');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(new URL(first.said).password).toBe(fs.readFileSync(file, 'utf8'));
    expect(new URL(first.said).password).not.toBe(new URL(other.said).password);
    const wrong = Object.assign(new URL(first.said), { password: 'wrong' });
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    await Promise.all([stop(first), stop(other)]);
  });

  test('a folder with spaces, quotes and Vietnamese letters serves as well', async () => {
    dataDir = path.join(dataDir, `dữ liệu "chung" của O'Brien`);
    const first = await start(program, dataDir, { env: withoutTools }); // so that the server is left behind
    await keep(first.said);
    first.child.kill('SIGKILL');
    await first.ended;
    await expectKept();
  });

  support.testWhere(process.platform === 'linux')('the server sees nothing of our environment', async () => {
    const started = await start(program, dataDir, { env: { ...process.env, SECRET_KEY: 'x' } });
    const names = fs.readFileSync(`/proc/${serverPid(dataDir)}/environ`, 'utf8').match(/[A-Za-z_]+(?==)/g);
    expect(names).not.toContain('SECRET_KEY');
    expect(names).toEqual(expect.arrayContaining(['PATH', 'LC_ALL', 'TZ']));
    await stop(started);
  });
});

describe('after an unclean end', () => {
  test('the server goes when the program is killed, and the next start has the committed data', async () => {
    const first = await start(program, dataDir);
    await keep(first.said);
    const pid = serverPid(dataDir)!;
    first.child.kill('SIGKILL');
    if (process.platform === 'linux') await until(() => !isAlive(pid));
    await expectKept();
  });

  test('program and server both killed: the next start recovers', async () => {
    const first = await start(program, dataDir);
    await keep(first.said);
    const pid = serverPid(dataDir)!;
    process.kill(first.child.pid!, 'SIGSTOP'); // so that it cannot end the server in an orderly way
    process.kill(pid, 'SIGKILL');
    first.child.kill('SIGKILL');
    await first.ended;
    expect(serverPid(dataDir)).toBe(pid);
    await expectKept();
  });

  test('a server left behind where setpriv is missing is stopped by the next start', async () => {
    const first = await start(program, dataDir, { env: withoutTools });
    await keep(first.said);
    const orphan = serverPid(dataDir)!;
    first.child.kill('SIGKILL');
    await first.ended;
    expect(isAlive(orphan)).toBe(true);
    await expectKept();
    expect(isAlive(orphan)).toBe(false);
  });

  test('sessions that outlive a killed server are waited for, as two servers would ruin the data', async () => {
    const first = await start(program, dataDir);
    await keep(first.said);
    const session = await checkpointerOf(first.said);
    process.kill(session, 'SIGSTOP');
    process.kill(first.child.pid!, 'SIGSTOP');
    process.kill(serverPid(dataDir)!, 'SIGKILL');
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start(program, dataDir);
    const early = new Promise((resolve) => setTimeout(resolve, 1_500, 'still waiting'));
    expect(await Promise.race([second, early])).toBe('still waiting');
    process.kill(session, 'SIGCONT');
    const { said } = await second;
    expect(await kept(said)).toBe(42);
    await stop(await second);
  });

  test('a pid file that names a stranger does not keep the server from starting, nor hurt the stranger', async () => {
    const first = await start(program, dataDir);
    await keep(first.said);
    const file = path.join(dataDir, 'postgres/postmaster.pid');
    const left = fs.readFileSync(file, 'utf8');
    await stop(first);
    const { uid, gid } = fs.statSync(path.join(dataDir, 'postgres'));
    const stranger = spawn('sleep', ['60'], { uid, gid });
    fs.writeFileSync(file, left.replace(/^\d+/, String(stranger.pid)));
    fs.chownSync(file, uid, gid);
    await expectKept();
    expect(isAlive(stranger.pid!)).toBe(true);
    stranger.kill();
  });

  test('a first start that ended before it had made our database: the next start makes it', async () => {
    const first = await startEmbeddedPostgres({ dataDir, ...quick });
    await query(first.url('postgres'), 'DROP DATABASE hong_chuyen');
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir, ...quick });
    expect(await query(second.url(), 'SELECT current_database()')).toBe('hong_chuyen');
    await second.stop();
  });

  test('a program killed in its first start leaves nothing that disturbs the next', async () => {
    const first = support.begin(program, dataDir);
    await until(() => fs.existsSync(dataDir) && filesOf(dataDir).some((name) => name.startsWith('postgres.init')));
    first.kill('SIGKILL');
    expect(fs.existsSync(path.join(dataDir, 'postgres'))).toBe(false);
    const second = await start(program, dataDir);
    expect(second.said).toMatch(/^postgres:/);
    expect(await query(second.said, 'SELECT 1')).toBe(1);
    expect(filesOf(dataDir)).toEqual(['postgres', 'postgres.owner', 'postgres.password']);
    await stop(second);
  });
});

describe('one owner at a time', () => {
  test('a second start refuses while the first runs, and the first goes on', async () => {
    const first = await start(program, dataDir);
    const second = await start(program, dataDir);
    expect(second.said).toMatch(oneLine(`in use by process ${first.child.pid}\\b`));
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(EmbeddedPostgresError);
    expect(await query(first.said, 'SELECT 1')).toBe(1);
    expect(await stop(first)).toBe(0);
  });

  test('of several starts at the same moment one wins, also over the lock of a dead owner', async () => {
    fs.mkdirSync(dataDir);
    fs.writeFileSync(path.join(dataDir, 'postgres.owner'), '999999999 1');
    const all = await Promise.all([1, 2, 3, 4].map(() => start(program, dataDir)));
    const [winner, ...others] = all.filter((one) => one.isRunning);
    expect(others).toEqual([]);
    expect(await query(winner!.said, 'SELECT 1')).toBe(1);
    expect(filesOf(dataDir)).toEqual(['postgres', 'postgres.owner', 'postgres.password']);
    await stop(winner!);
  });

  test('the lock of a dead owner goes to exactly one of those who race for it', async () => {
    const folders = Array.from({ length: 25 }, (_, round) => path.join(dataDir, String(round)));
    for (const folder of folders) {
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, 'postgres.owner'), '999999999 1');
    }
    expect((await support.raceForLocks(program, folders, 6)).sort()).toEqual([...folders].sort());
    expect(filesOf(folders[0]!)).toEqual(['postgres.owner']);
  });

  test('the lock of a dead owner is replaced even when its last heir died while doing so', async () => {
    fs.mkdirSync(dataDir);
    fs.writeFileSync(path.join(dataDir, 'postgres.owner'), '');
    fs.writeFileSync(path.join(dataDir, 'postgres.owner.guard'), '999999999 1');
    const started = await start(program, dataDir);
    expect(started.said).toMatch(/^postgres:/);
    expect(filesOf(dataDir)).toEqual(['postgres', 'postgres.owner', 'postgres.password']);
    await stop(started);
  });

  test('a lock whose pid now belongs to somebody else counts for nothing', async () => {
    fs.mkdirSync(dataDir);
    fs.writeFileSync(path.join(dataDir, 'postgres.owner'), `${process.pid} 12345`);
    const started = await start(program, dataDir);
    expect(started.said).toMatch(/^postgres:/);
    await stop(started);
  });

  support.testWhere(process.platform === 'linux')('a lock whose owner is a zombie counts for nothing', async () => {
    // The shell becomes a sleep that never waits for its child.
    const parent = spawn('sh', ['-c', 'sleep 4 & echo $!; exec sleep 60']);
    const pid = await new Promise<string>((resolve) =>
      parent.stdout.on('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
    );
    const startTime = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[21];
    const bootId = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    fs.mkdirSync(dataDir);
    fs.writeFileSync(path.join(dataDir, 'postgres.owner'), `${pid} ${startTime} ${bootId}`);
    expect((await start(program, dataDir)).said).toMatch(oneLine('in use'));
    await until(() => !isAlive(Number(pid)));
    const started = await start(program, dataDir);
    expect(started.said).toMatch(/^postgres:/);
    await stop(started);
    parent.kill();
  });
});
