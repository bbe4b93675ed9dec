import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from './errors.js';
import { commandLineOf, isGoneWithin } from './processes.js';

const PATIENCE_MS = 10_000;

/**
 * Clears what a start that was killed may have left: a server of ours that still runs is stopped, and a stale pid file
 * no longer keeps PostgreSQL from starting. To be called only by the owner of the data folder.
 * @throws EmbeddedPostgresError when a server that was left behind cannot be stopped.
 */
export async function clearOrphan(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return;
  const [first, ...rest] = text.split('\n');
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid <= 0) return rm(file, { force: true });
  if (isOurs(pid, cluster)) return stop(pid, cluster);
  // The number may by now be a stranger's or a zombie's, which PostgreSQL would take for a running server. The parent's
  // own pid it passes over, and the rest of the file still lets it find backends that outlived their server.
  await writeFile(file, [process.pid, ...rest].join('\n'));
}

/** A server of this data folder names it in its command line. */
function isOurs(pid: number, cluster: string): boolean {
  const command = commandLineOf(pid);
  return command !== undefined && command.includes('postgres') && `${command} `.includes(` -D ${cluster} `);
}

async function stop(pid: number, cluster: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    if (await isGoneWithin(pid, PATIENCE_MS)) return;
  }
  throw new EmbeddedPostgresError(
    `A PostgreSQL server left behind in ${cluster} (process ${pid}) does not stop. Stop it.`,
  );
}
