import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { EmbeddedPostgresError, WAY_OUT } from './errors.js';

/**
 * How the programs of PostgreSQL are run. They refuse to run as root, so root either gives up its rights or hides them
 * in a user namespace, where the program sees an ordinary user and the files stay root's.
 */
export interface Runner {
  /** Put before the program, outermost first. */
  readonly prefix: readonly string[];
  /** The user and group to become, when root gives up its rights. */
  readonly as?: Account;
  /** The first number of PostgreSQL's version, for example 18. */
  readonly major: number;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

type Way = Pick<Runner, 'prefix' | 'as'>;

const NOBODY: Account = { uid: 65534, gid: 65534 };

/**
 * Chooses the way to run PostgreSQL, by trying it. A data folder keeps the way it was made with.
 * @param folder our data folder, its real path
 * @param cluster the folder in it with PostgreSQL's own files; it need not exist
 * @throws EmbeddedPostgresError when there is no way for this user.
 */
export function chooseRunner(postgres: string, folder: string, cluster: string): Runner {
  const reasons: string[] = [];
  for (const way of waysFor(ownerOf(cluster), folder, cluster)) {
    const [command, words] = split([...way.prefix, postgres, '--version']);
    const probe = spawnSync(command, words, { encoding: 'utf8', env: environment(), cwd: folder, ...way.as });
    const major = /\(PostgreSQL\) (\d+)/.exec(probe.stdout)?.[1];
    if (major !== undefined) return { prefix: [...way.prefix, ...deathSignal()], as: way.as, major: Number(major) };
    reasons.push((probe.error?.message ?? probe.stderr).trim().split('\n').at(-1) ?? '');
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL cannot be run as this user (uid ${process.geteuid?.()}) with its data in ${folder}` +
      `${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}. Start as an ordinary user, or ${WAY_OUT}.`,
  );
}

/** Starts a program the chosen way. The child sees nothing of our environment: that may hold secrets. */
export function run(
  runner: Runner,
  words: readonly string[],
  options: { cwd: string; detached: boolean },
): ChildProcess {
  const [command, rest] = split([...runner.prefix, ...words]);
  return spawn(command, rest, { ...options, ...runner.as, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
}

const split = (words: readonly string[]): [string, string[]] => [words[0] ?? '', words.slice(1)];

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' });

/** The owner of the cluster's files; undefined before the first start. */
function ownerOf(cluster: string): Account | undefined {
  try {
    const file = statSync(path.join(cluster, 'PG_VERSION'), { throwIfNoEntry: false });
    return file && { uid: file.uid, gid: file.gid };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    return statSync(cluster); // only its owner may look inside
  }
}

function waysFor(owner: Account | undefined, folder: string, cluster: string): Way[] {
  const me = process.geteuid?.();
  if (me === 0) {
    if (owner?.uid === 0) return namespace();
    if (owner) return asOwner(owner, folder);
    const open = accounts().filter((account) => mayPass(account, folder));
    return [...open.map((as) => ({ prefix: [], as })), ...namespace()];
  }
  if (owner && owner.uid !== me)
    throw new EmbeddedPostgresError(
      `The data in ${cluster} belongs to another user (uid ${owner.uid}, this is uid ${me}). ` +
        `Start as that user, or ${WAY_OUT}.`,
    );
  return hasName() ? [{ prefix: [] }] : namespace();
}

/** PostgreSQL looks its user up by number and refuses to run when it has no name, as in many containers. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** A user namespace with us as "nobody"; whether the system allows one shows when it is tried. */
function namespace(): Way[] {
  const unshare = inPath('unshare');
  const { uid, gid } = accounts().at(-1) ?? NOBODY;
  return unshare ? [{ prefix: [unshare, '--user', `--map-user=${uid}`, `--map-group=${gid}`] }] : [];
}

/** The ordinary accounts that root may become, best first. */
function accounts(): Account[] {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  return ['postgres', 'nobody'].flatMap((name) => {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? [];
    return Number(uid) > 0 && Number(gid) > 0 ? { uid: Number(uid), gid: Number(gid) } : [];
  });
}

/** For root: becomes the ordinary user that the data was made by or for. */
function asOwner(owner: Account, folder: string): Way[] {
  if (mayPass(owner, folder)) return [{ prefix: [], as: { uid: owner.uid, gid: owner.gid } }];
  throw new EmbeddedPostgresError(
    `The data in ${folder} belongs to uid ${owner.uid}, who may not pass through all folders above it. ` +
      `Open them (chmod o+x), start as that user, or ${WAY_OUT}.`,
  );
}

/** Whether an account may pass through a folder and all folders above it. */
function mayPass(account: Account, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === account.uid ? constants.S_IXUSR : gid === account.gid ? constants.S_IXGRP : constants.S_IXOTH;
  const parent = path.dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || mayPass(account, parent));
}

/**
 * Has Linux stop PostgreSQL when we die, even by `kill -9`. Elsewhere the next start stops it. The signal comes when
 * the thread that spawned ends, so the launcher belongs in the main thread.
 */
function deathSignal(): string[] {
  const setpriv = inPath('setpriv');
  if (!setpriv) return [];
  const options = ['--pdeathsig', 'INT'];
  return spawnSync(setpriv, [...options, 'true']).status === 0 ? [setpriv, ...options] : []; // busybox's cannot
}

function inPath(program: string): string | undefined {
  return (environment().PATH ?? '')
    .split(':')
    .map((folder) => path.join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
