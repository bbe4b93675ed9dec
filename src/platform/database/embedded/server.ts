import type { ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { explainLog } from './errors.js';
import type { Layout } from './cluster.js';
import { run, type Runner } from './runner.js';

/** A server that accepts connections on 127.0.0.1. */
export interface Server {
  readonly port: number;
  /** Ends all sessions and stops the server; does nothing when it has ended by itself. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const RETRY_MS = 250;
const KEPT_CHARACTERS = 16_000;

/** Another process took the port between our look and the bind. */
const PORT_TAKEN = /Address already in use|could not create any TCP\/IP sockets/;
/** Backends of a server that was killed notice it only when they are done with what they are at. */
const STILL_ENDING = /pre-existing shared memory block/;

/**
 * Starts the server and waits until its log says that it accepts connections.
 * @param settings configuration parameters by name
 * @throws EmbeddedPostgresError with the last lines of its log when it ends instead.
 */
export async function startServer(
  layout: Layout,
  postgres: string,
  runner: Runner,
  settings: Readonly<Record<string, string>>,
): Promise<Server> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const port = await freePort();
    const words = [postgres, '-D', layout.cluster, '-p', String(port)];
    for (const [name, value] of Object.entries(settings)) words.push('-c', `${name}=${value}`);
    // Detached: Ctrl-C in a terminal must reach us alone, so that we close our connections before the server goes.
    const child = run(runner, words, { cwd: layout.folder, detached: true });
    const log = await logUntilReady(child);
    if (log === undefined) return runningServer(child, port);
    if (!(PORT_TAKEN.test(log) || STILL_ENDING.test(log)) || Date.now() > deadline)
      throw explainLog('PostgreSQL', log, layout.folder);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** Gives undefined when the server is ready, or all it said when it ended before that. */
function logUntilReady(child: ChildProcess): Promise<string | undefined> {
  let log = '';
  child.stdout?.resume();
  return new Promise((resolve, reject) => {
    // Read on afterwards too: a full pipe would stop the server.
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-KEPT_CHARACTERS);
      if (log.includes('database system is ready to accept connections')) resolve(undefined);
    });
    child.once('error', reject).once('close', () => {
      resolve(log);
    });
  });
}

function runningServer(child: ChildProcess, port: number): Server {
  // A process that has nothing else to do may end; the death signal or this stops the server then.
  const atExit = (): void => void child.kill('SIGINT');
  process.once('exit', atExit);
  child.once('exit', () => process.removeListener('exit', atExit));
  for (const handle of [child, child.stdout as Socket, child.stderr as Socket]) handle.unref();
  return { port, stop: () => stopChild(child) };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const gone = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), PATIENCE_MS);
  await gone;
  clearTimeout(impatience);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
