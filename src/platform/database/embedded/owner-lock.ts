import { randomBytes } from 'node:crypto';
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
 * Takes the lock file, whose one line is the pid and the start time of the owner. The lock of a dead owner is replaced
 * under a guard, a lock of the same kind: else two starters that both saw the owner dead would replace each other's.
 * @throws EmbeddedPostgresError when the owner is alive.
 */
export async function takeOwnerLock(file: string): Promise<OwnerLock> {
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}`;
  const lock: OwnerLock = { release: () => release(file, mine) };
  // Written aside and linked, so that nobody ever reads a lock that is only half there.
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(aside, mine);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await linked(aside, file)) return lock;
      const owner = await textOf(file);
      if (owner === undefined) continue; // released just now
      refuseIfAlive(owner, file);
      if (await replaced(file, owner, aside)) return lock;
    }
  } finally {
    await rm(aside, { force: true });
  }
  throw new EmbeddedPostgresError(`Several processes are starting in ${path.dirname(file)} at once. Start only one.`);
}

async function replaced(file: string, deadOwner: string, by: string): Promise<boolean> {
  const guard = await takeOwnerLock(`${file}.guard`);
  try {
    if ((await textOf(file)) !== deadOwner) return false;
    await rename(by, file);
    return true;
  } finally {
    await guard.release();
  }
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

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function release(file: string, mine: string): Promise<void> {
  if ((await textOf(file)) === mine) await rm(file, { force: true });
}
