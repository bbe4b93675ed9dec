import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from './errors.js';
import { startOf } from './processes.js';

/**
 * Says which process the data folder belongs to now. Without it a second start would take the running server of the
 * first for one left behind, and stop it.
 */
export interface OwnerLock {
  /** Gives the folder free; does nothing when it is no longer ours. */
  release(): Promise<void>;
}

const ATTEMPTS = 5;

/**
 * Takes the lock file, whose one line is the pid and the start time of the owner. The lock of a dead owner is replaced.
 * @throws EmbeddedPostgresError when the owner is alive.
 */
export async function takeOwnerLock(file: string): Promise<OwnerLock> {
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}`;
  // Written aside and linked, so that nobody ever reads a lock that is only half there.
  const aside = `${file}.${process.pid}`;
  try {
    await writeFile(aside, mine);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await linked(aside, file)) return { release: () => release(file, mine) };
      refuseIfAlive(await textOf(file), file);
      await removeDead(file, `${aside}.dead`);
    }
  } finally {
    await rm(aside, { force: true });
  }
  throw new EmbeddedPostgresError(`Several processes are starting in ${path.dirname(file)} at once. Start only one.`);
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Only one of several starters gets the file by renaming it, and it looks again at what it got. */
async function removeDead(file: string, grave: string): Promise<void> {
  try {
    await rename(file, grave);
    const owner = await textOf(grave);
    if (isAlive(owner)) await linked(grave, file);
    await rm(grave, { force: true });
    refuseIfAlive(owner, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function isAlive(owner: string): boolean {
  const [pid, ...started] = owner.trim().split(' ');
  const start = startOf(Number(pid));
  return start !== undefined && start === started.join(' ');
}

function refuseIfAlive(owner: string, file: string): void {
  if (!isAlive(owner)) return;
  const pid = owner.split(' ')[0];
  throw new EmbeddedPostgresError(
    `The data folder ${path.dirname(file)} is in use by process ${pid}. Stop that one first, or use another folder.`,
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

async function release(file: string, mine: string): Promise<void> {
  if ((await textOf(file)) === mine) await rm(file, { force: true });
}
