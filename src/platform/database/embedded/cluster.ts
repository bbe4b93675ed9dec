import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError, explainLog, WAY_OUT } from './errors.js';
import { run, type Runner } from './runner.js';

/** The files of one data folder. */
export interface Layout {
  /** The data folder itself. */
  readonly folder: string;
  /** PostgreSQL's own files. */
  readonly cluster: string;
  /** Where a first run works until it is complete; the name is new each time. */
  readonly unfinished: string;
  /** The password of the one database user, readable only by the owner. */
  readonly password: string;
  /** Pid and start time of the process that uses the folder. */
  readonly owner: string;
}

const UNFINISHED = 'postgres.init-';

/** The names of the files in a data folder. */
export const layoutOf = (folder: string): Layout => ({
  folder,
  cluster: path.join(folder, 'postgres'),
  unfinished: path.join(folder, `${UNFINISHED}${randomBytes(6).toString('hex')}`),
  password: path.join(folder, 'postgres.password'),
  owner: path.join(folder, 'postgres.owner'),
});

/**
 * Makes sure that there is a cluster this PostgreSQL can serve, making it when there is none.
 * @param quick leaves out flushing to disk, for tests
 * @returns the password of the user `postgres`.
 * @throws EmbeddedPostgresError when the files are of another major version, incomplete, or cannot be made.
 */
export async function prepareCluster(layout: Layout, initdb: string, runner: Runner, quick: boolean): Promise<string> {
  const entries = (await readdirIfThere(layout.cluster)) ?? [];
  if (entries.length === 0) return initialise(layout, initdb, runner, quick);
  if (!entries.includes('PG_VERSION'))
    throw new EmbeddedPostgresError(
      `${layout.cluster} is not a data folder of PostgreSQL. Move it away and start again.`,
    );
  const major = Number(await readFile(path.join(layout.cluster, 'PG_VERSION'), 'utf8'));
  if (major !== runner.major)
    throw new EmbeddedPostgresError(
      `The data in ${layout.cluster} is of PostgreSQL ${major}, but this program brings PostgreSQL ${runner.major}. ` +
        `Dump it with the old version and restore it into a new folder, or ${WAY_OUT.replace('18', String(major))}.`,
    );
  return readPassword(layout);
}

async function readPassword(layout: Layout): Promise<string> {
  const text = await readFile(layout.password, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  if (text.trim() === '')
    throw new EmbeddedPostgresError(`${layout.password} is missing, and the data beside it cannot be read without it.`);
  return text.trim();
}

/** Works in a side folder and renames it when all is done, so that a broken first run leaves nothing half made. */
async function initialise(layout: Layout, initdb: string, runner: Runner, quick: boolean): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await clearUnfinished(layout);
  try {
    await mkdir(layout.unfinished, { mode: 0o700 });
    await writeFile(layout.password, password, { mode: 0o600 });
    if (runner.as) {
      await chown(layout.unfinished, runner.as.uid, runner.as.gid);
      await chown(layout.password, runner.as.uid, runner.as.gid);
    }
    await runInitdb(layout, initdb, runner, quick);
    await rename(layout.unfinished, layout.cluster);
  } catch (error) {
    await clearUnfinished(layout);
    throw error;
  }
  return password;
}

/** The initdb of a run that was killed may still be at work or tidying up in its folder: it must never meet ours. */
async function clearUnfinished(layout: Layout): Promise<void> {
  const left = (await readdir(layout.folder)).filter((name) => name.startsWith(UNFINISHED));
  for (const name of left) await rm(path.join(layout.folder, name), { recursive: true, force: true, maxRetries: 10 });
  await rm(layout.password, { force: true });
}

/** The locale is PostgreSQL's own, so that an update of the operating system never changes an index's order. */
async function runInitdb(layout: Layout, initdb: string, runner: Runner, quick: boolean): Promise<void> {
  const words = [
    initdb,
    `--pgdata=${layout.unfinished}`,
    '--username=postgres',
    `--pwfile=${layout.password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(quick ? ['--no-sync'] : []),
  ];
  const child = run(runner, words, { cwd: layout.folder, detached: false });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw explainLog('initdb', said, layout.folder);
}

async function readdirIfThere(folder: string): Promise<string[] | undefined> {
  return readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
}
