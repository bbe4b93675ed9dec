import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as support from './embedded-postgres.support.js';

/** Who runs the program, where its folder lies and how full the disk is. Most of this can only be tried as root. */

const { newFolder, nobody, query, start, stop } = support;
const withoutTools = { ...process.env, PATH: '/nonexistent' };
const hasNamespaces = spawnSync('unshare', ['--user', '--map-user=65534', '--map-group=65534', 'true']).status === 0;
const asRoot = support.testWhere(support.isRoot);
const asNobody = support.testWhere(support.canBecomeNobody);
const inNamespace = support.testWhere(support.isRoot && hasNamespaces);

let home: string;
let program: string;
let dataDir: string;
/** A small file system of one test, to be unmounted after it. */
let disk: string | undefined;

beforeAll(() => {
  home = newFolder();
  program = support.install(path.join(home, 'checkout'), { binaries: true });
});
beforeEach(() => {
  const folder = fs.mkdtempSync(path.join(home, 'case-'));
  fs.chmodSync(folder, 0o755);
  dataDir = path.join(folder, 'data');
});
afterEach(() => {
  support.killAll();
  if (disk !== undefined) support.unmount(disk);
  disk = undefined;
});
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));
jest.setTimeout(60_000);

const oneLine = (name: string): RegExp => new RegExp(`^EmbeddedPostgresError: [^\\n]*${name}[^\\n]*$`);
const clusterOwner = (): number => fs.statSync(path.join(dataDir, 'postgres')).uid;

/** Starts, writes, is killed, starts again, reads and stops: the whole life once. */
async function liveOnce(options: Parameters<typeof start>[2] = {}, of = program): Promise<void> {
  const first = await start(of, dataDir, options);
  expect(first.said).toMatch(/^postgres:/);
  await query(first.said, 'CREATE TABLE kept AS SELECT 42 AS answer');
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await start(of, dataDir, options);
  expect(second.said).toMatch(/^postgres:/);
  expect(await query(second.said, 'SELECT answer FROM kept')).toBe(42);
  expect(await stop(second)).toBe(0);
  expect(fs.readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.password']);
}

describe('who may run it (as root, when the tests run as root)', () => {
  test('the user who runs these tests', async () => {
    const started = await start(program, dataDir);
    expect(started.said).toMatch(/^postgres:/);
    await stop(started);
  });

  asNobody('an ordinary user', async () => {
    fs.mkdirSync(dataDir);
    fs.chownSync(dataDir, nobody.uid, nobody.gid);
    await liveOnce({ as: nobody });
    expect(clusterOwner()).toBe(nobody.uid);
    const withoutHelp = await start(program, dataDir, { as: nobody, env: withoutTools });
    expect(withoutHelp.said).toMatch(/^postgres:/);
    await stop(withoutHelp);
  });

  support.testWhere(support.canBecomeNobody && hasNamespaces)('a user without a name, as in containers', async () => {
    const nameless = { uid: 43210, gid: 43210 };
    fs.mkdirSync(dataDir);
    fs.chownSync(dataDir, nameless.uid, nameless.gid);
    await liveOnce({ as: nameless });
    expect((await start(program, dataDir, { as: nameless, env: withoutTools })).said).toMatch(oneLine('DATABASE_URL'));
  });

  asRoot('root in an open folder gives the data to an ordinary account', async () => {
    await liveOnce();
    expect(clusterOwner()).not.toBe(0);
    fs.chmodSync(path.dirname(dataDir), 0o700);
    expect((await start(program, dataDir)).said).toMatch(oneLine('DATABASE_URL'));
  });

  inNamespace('root in a closed folder, like its home, keeps the data as its own', async () => {
    fs.chmodSync(path.dirname(dataDir), 0o700);
    await liveOnce();
    expect(clusterOwner()).toBe(0);
    fs.chmodSync(path.dirname(dataDir), 0o755);
    const again = await start(program, dataDir);
    expect(await query(again.said, 'SELECT answer FROM kept')).toBe(42);
    await stop(again);
  });

  inNamespace('root with checkout and data in a closed folder', async () => {
    const closed = path.dirname(dataDir);
    fs.chmodSync(closed, 0o700);
    await liveOnce({}, support.install(path.join(closed, 'checkout'), { binaries: true }));
  });

  asRoot('root in a closed folder without user namespaces is told to set DATABASE_URL', async () => {
    fs.chmodSync(path.dirname(dataDir), 0o700);
    expect((await start(program, dataDir, { env: withoutTools })).said).toMatch(oneLine('DATABASE_URL'));
    expect(fs.readdirSync(dataDir)).toEqual([]);
  });

  asNobody('data of another user is refused', async () => {
    fs.mkdirSync(dataDir);
    fs.chmodSync(dataDir, 0o777);
    await stop(await start(program, dataDir));
    const stranger = { uid: 43210, gid: 43210 };
    expect((await start(program, dataDir, { as: stranger })).said).toMatch(oneLine('belongs to another user'));
  });
});

describe('a full disk (tried where a small file system can be mounted, else only the log reader is tested)', () => {
  asRoot('while initialising: one line, and nothing half made is left', async () => {
    disk = path.join(path.dirname(dataDir), 'disk');
    if (!support.mountSmallDisk(disk, 8)) return;
    dataDir = path.join(disk, 'data');
    expect((await start(program, dataDir)).said).toMatch(oneLine(`${dataDir} is full`));
    expect(fs.readdirSync(dataDir)).toEqual([]);
  });

  asRoot('when starting again: one line, and with space again the data is there', async () => {
    disk = path.join(path.dirname(dataDir), 'disk');
    if (!support.mountSmallDisk(disk, 300)) return;
    dataDir = path.join(disk, 'data');
    const first = await start(program, dataDir);
    await query(first.said, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(support.serverPid(dataDir)!, 'SIGKILL');
    first.child.kill('SIGKILL');
    await first.ended;
    const ballast = path.join(disk, 'ballast');
    // All but one page, which the owner lock takes: what is refused is PostgreSQL's own write.
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k']);
    fs.truncateSync(ballast, fs.statSync(ballast).size - 4096);
    expect((await start(program, dataDir)).said).toMatch(oneLine(`${dataDir} is full`));
    fs.rmSync(ballast);
    const again = await start(program, dataDir);
    expect(await query(again.said, 'SELECT answer FROM kept')).toBe(42);
    await stop(again);
  });
});
