import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { databaseUrl } from './server.js';

const root = path.resolve(__dirname, '../..');
const program = path.join(root, 'dist/main.js');
const BUILD_LOCK = 4_517_900;

/** Builds the server when the build is missing or older than its sources; one test file at a time. */
export async function ensureBuilt(): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [BUILD_LOCK]);
    if (fs.existsSync(program) && fs.statSync(program).mtimeMs >= newest(path.join(root, 'src'))) return;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build'], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`nest build: ${stdout}${stderr}`);
  } finally {
    await client.end();
  }
}

function newest(folder: string): number {
  const entries = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'web' && !name.endsWith('.spec.ts'));
  return Math.max(
    0,
    ...entries.map((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? newest(file) : fs.statSync(file).mtimeMs;
    }),
  );
}

/** The built program as a child process. */
export interface Program {
  readonly pid: number;
  /** All it has said so far. */
  said(): string;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly isRunning: () => boolean;
}

const children = new Set<ChildProcess>();

/** Starts `node dist/main.js <command>` with these settings and no others. */
export function runProgram(command: string | undefined, env: Record<string, string>): Program {
  const child = spawn(process.execPath, [program, ...(command === undefined ? [] : [command])], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      children.delete(child);
      resolve(code);
    }),
  );
  return {
    pid: child.pid ?? 0,
    said: () => said,
    kill: (signal) => void child.kill(signal),
    ended,
    isRunning: () => children.has(child),
  };
}

/** Ends what a failed test left running. */
export async function endPrograms(): Promise<void> {
  const left = [...children];
  for (const child of left) child.kill('SIGKILL');
  const running = left.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  await Promise.all(running.map((child) => new Promise((resolve) => child.once('close', resolve))));
}
