import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { CommitSubscriber } from './commit-subscriber.js';
import { migrations } from './migrations/index.js';
import { SnakeCaseNaming } from './naming.js';

/** A `date` column is a plain date: it must never become an instant in some process's local zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);

/** One writer per core is busy at a time; a few more hide the round trips. */
const POOL_SIZE = 12;

/** Options of the one connection pool; entities are added by the modules that own them. */
export function dataSourceOptions(databaseUrl: string): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    namingStrategy: new SnakeCaseNaming(),
    migrations,
    subscribers: [CommitSubscriber],
    migrationsTableName: 'migrations',
    synchronize: false,
    poolSize: POOL_SIZE,
    parseInt8: true,
    applicationName: 'hong-chuyen',
  };
}

/** Any number that no other program of ours uses: held while migrating, so that two starts at once do not collide. */
const MIGRATION_LOCK = 4_517_001;

/**
 * Brings a database to the newest schema; a second process that starts at the same time waits.
 * @returns the names of the migrations that were run.
 */
export async function migrateDatabase(databaseUrl: string): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(databaseUrl)).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
    await dataSource.destroy();
  }
}

/** Whether the schema of a database is older than this program. */
export async function hasPendingMigrations(databaseUrl: string): Promise<boolean> {
  const dataSource = await new DataSource(dataSourceOptions(databaseUrl)).initialize();
  try {
    return await dataSource.showMigrations();
  } finally {
    await dataSource.destroy();
  }
}
