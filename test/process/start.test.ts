import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { clientOf, logIn, ok } from '../support/client.js';
import { endPrograms, ensureBuilt, type Program, runProgram } from '../support/program.js';
import { freePort } from '../support/redis.js';
import { until } from '../support/until.js';

/** The one command that a newcomer types, as a real program. */
jest.setTimeout(90_000);

const folders: string[] = [];
const newFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'hong-chuyen-start-'));
  fs.chmodSync(folder, 0o755); // root's PostgreSQL runs as somebody else
  folders.push(folder);
  return folder;
};

beforeAll(ensureBuilt);
afterAll(async () => {
  await endPrograms();
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const start = (dataDir: string, port: number, more: Record<string, string> = {}): Program =>
  runProgram(undefined, { DATA_DIR: dataDir, PORT: String(port), ...more });
const untilItSays = (program: Program, text: string): Promise<void> =>
  until(
    `it says "${text}"`,
    () => {
      if (!program.isRunning()) throw new Error(`It ended and had said: ${program.said()}`);
      return program.said().includes(text);
    },
    60_000,
  );

describe('the first start', () => {
  const dataDir = newFolder();
  let port: number;
  let url: string;
  let program: Program;

  beforeAll(async () => {
    port = await freePort();
    url = `http://127.0.0.1:${port}`;
    program = start(dataDir, port, { HOST: '0.0.0.0' });
    await untilItSays(program, 'chibo-bix-1');
  });

  test('prints where it is and whose accounts there are', () => {
    expect(program.said()).toContain(`Hồng Chuyên: http://localhost:${port}`);
    expect(program.said()).toContain('Demo accounts, password hong-chuyen-demo');
    for (const username of ['board', 'leader', 'xa-bix', 'chibo-bix-1'])
      expect(program.said()).toMatch(new RegExp(`^\\s+${username} `, 'm'));
  });

  test('answers with the pilot district', async () => {
    const board = await logIn(url, 'board');
    expect(ok(await board.get('/reports/standards'))).toMatchObject({
      officials: 243,
      professional: 237,
      llct: 240,
      unitsAllMet: 7,
    });
    expect((await clientOf(url).get('/health/ready')).body).toEqual({ status: 'ok' });
  });

  test('with accounts whose password everyone knows it listens on this machine alone, whatever HOST says', async () => {
    expect(program.said()).toContain('HOST is left aside');
    const outside = Object.values(os.networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
    // A machine without a network has no other door; 127.0.0.2 is one it always has.
    for (const address of [outside, process.platform === 'linux' ? '127.0.0.2' : undefined]) {
      if (address !== undefined) expect([address, await answers(address, port)]).toEqual([address, false]);
    }
    expect(await answers('127.0.0.1', port)).toBe(true);
  });

  test('a second program on the same port ends in one clear line and exit code 1', async () => {
    const second = start(newFolder(), port);
    expect(await second.ended).toBe(1);
    expect(second.said().trim().split('\n')).toEqual([
      `Port ${port} is in use. Stop the other program, or set PORT to a free one.`,
    ]);
  });

  test('a second program on the same data ends in one clear line and exit code 1', async () => {
    const second = start(dataDir, await freePort());
    expect(await second.ended).toBe(1);
    expect(second.said().trim().split('\n')).toHaveLength(1);
    expect(second.said()).not.toMatch(/^\s+at /m);
  });

  test('killed and started again it has all that was written', async () => {
    const board = await logIn(url, 'board');
    const { items } = ok(await board.get('/units?q=BIX'));
    const unit = items.find(({ code }: { code: string }) => code === 'BIX');
    ok(await board.patch(`/units/${unit.id}`, { name: 'Xã Bính Xá (đổi tên)' }));
    program.kill('SIGKILL');
    await program.ended;

    program = start(dataDir, port);
    await untilItSays(program, 'Demo accounts');
    const again = await logIn(url, 'board');
    expect(ok(await again.get(`/units/${unit.id}`)).name).toBe('Xã Bính Xá (đổi tên)');
    expect(ok(await again.get('/officials')).total).toBe(243);
    expect(ok(await board.get('/auth/me')).username).toBe('board'); // the session outlived it too
  });

  test('told to stop it stops by itself, its PostgreSQL too, with exit code 0', async () => {
    const postgres = Number(fs.readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    program.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(spawnSync('ps', ['-p', String(postgres)]).status).not.toBe(0);
    expect(await answers('127.0.0.1', port)).toBe(false);
  });
});

test('without the demo it prints a one-time password, which works and must be changed', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = start(newFolder(), port, { DEMO: 'false' });
  await untilItSays(program, 'one-time password');
  const [, username = '', password = ''] =
    /First administrator: (\S+), one-time password: (\S+)/.exec(program.said()) ?? [];
  expect(program.said()).not.toContain('hong-chuyen-demo');
  expect((await clientOf(url).get('/auth/demo')).body).toEqual({ demo: false });

  const admin = await logIn(url, username, password);
  expect(ok(await admin.get('/auth/me'))).toMatchObject({ username: 'admin', role: 'board', mustChangePassword: true });
  expect(
    (await admin.put('/auth/password', { currentPassword: password, newPassword: 'một mật khẩu mới' })).status,
  ).toBe(204);
  expect(ok(await admin.get('/auth/me')).mustChangePassword).toBe(false);
  await expect(logIn(url, username, password)).rejects.toThrow('wrong-credentials');
  expect(ok(await (await logIn(url, username, 'một mật khẩu mới')).get('/officials')).total).toBe(0);
  program.kill('SIGINT');
  expect(await program.ended).toBe(0);
});

describe('what cannot be started says so in one line', () => {
  test.each<{ title: string; command: string | undefined; env: Record<string, string>; line: string }>([
    { title: 'a command that does not exist', command: 'fly', env: {}, line: 'There is no command "fly"' },
    { title: 'a port that is no number', command: undefined, env: { PORT: 'ba nghìn' }, line: 'PORT' },
    { title: 'a worker without a database', command: 'worker', env: {}, line: 'Set DATABASE_URL' },
    {
      title: 'a database of one’s own without a data key',
      command: 'migrate',
      env: { DATABASE_URL: 'postgres://localhost/none' },
      line: 'DATA_KEY: missing',
    },
    {
      title: 'a data key that is too short',
      command: undefined,
      env: { DATA_KEY: 'c2hvcnQ=' },
      line: 'DATA_KEY: must be 32 bytes',
    },
    { title: 'a migration without a database', command: 'migrate', env: {}, line: 'Set DATABASE_URL' },
  ])('$title', async ({ command, env, line }) => {
    const program = runProgram(command, { DATA_DIR: newFolder(), ...env });
    expect(await program.ended).toBe(1);
    expect(program.said().trim().split('\n')).toHaveLength(1);
    expect(program.said()).toContain(line);
  });
});

/** Whether anybody listens there. */
function answers(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: address, port, timeout: 2_000 });
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}
