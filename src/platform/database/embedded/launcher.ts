import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { layoutOf, prepareCluster, type Layout } from './cluster.js';
import { explainError } from './errors.js';
import { clearOrphan } from './orphan.js';
import { takeOwnerLock } from './owner-lock.js';
import { chooseRunner } from './runner.js';
import { startServer, type Server } from './server.js';

/** Our own database of the server. */
const DATABASE = 'hong_chuyen';
const DEFAULT_MAX_CONNECTIONS = 200;

/** A PostgreSQL server that belongs to this process. */
export interface EmbeddedPostgres {
  /** The address of a database on it, password included; ours when none is named. */
  url(database?: string): string;
  /** Stops the server and gives the data folder free; again does nothing. Close all connections first. */
  stop(): Promise<void>;
}

/** What {@link startEmbeddedPostgres} takes. */
export interface EmbeddedPostgresOptions {
  /** Our data folder; it is made when missing. PostgreSQL's files go to its subfolder `postgres`. */
  dataDir: string;
  /** More configuration parameters, for example `{ fsync: 'off' }` in tests. They win over ours. */
  settings?: Readonly<Record<string, string>>;
  /** How many connections it accepts, 200 when not given. */
  maxConnections?: number;
}

/**
 * Starts the PostgreSQL server that the npm package brings, on a free port of 127.0.0.1, and makes our database in it
 * when it is not there. The data folder is initialised when it is empty, and what a killed process left is put right.
 * The server ends with this process, also when that is killed.
 * @throws EmbeddedPostgresError when the folder is in use, of another major version, full or not writable, or when
 * PostgreSQL cannot be run by this user or on this system.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = path.resolve(options.dataDir);
  try {
    await mkdir(folder, { recursive: true });
    // The real path is what the command line of the server names and an orphan is known by.
    return await startAsOwner(layoutOf(await realpath(folder)), options);
  } catch (error) {
    throw explainError(error, folder);
  }
}

async function startAsOwner(layout: Layout, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  const lock = await takeOwnerLock(layout.owner);
  try {
    const runner = chooseRunner(binaries.postgres, layout.folder, layout.cluster);
    const password = await prepareCluster(layout, binaries.initdb, runner, options.settings?.fsync === 'off');
    await clearOrphan(layout.cluster);
    const server = await startServer(layout, binaries.postgres, runner, settingsFor(options));
    const url = (database = DATABASE): string =>
      `postgres://postgres:${password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`;
    await ensureDatabase(url('postgres'), server);
    let stopping: Promise<void> | undefined;
    return { url, stop: () => (stopping ??= server.stop().then(() => lock.release())) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const settingsFor = (options: EmbeddedPostgresOptions): Record<string, string> => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  max_connections: String(options.maxConnections ?? DEFAULT_MAX_CONNECTIONS),
  ...options.settings,
});

/** Looked at on every start, because the first one may have ended between initialising and this. */
async function ensureDatabase(url: string, server: Server): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    await client.end();
  } catch (error) {
    await client.end().catch(() => undefined);
    await server.stop();
    throw error;
  }
}
