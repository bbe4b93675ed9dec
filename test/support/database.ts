import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { databaseUrl, onServer } from './server.js';

/** A `date` is a plain date here too. */
pg.types.setTypeParser(1082, (text: string) => text);
pg.types.setTypeParser(20, (text: string) => Number(text));

/** Migrated; with the pilot district at a fixed day; with the pilot district of today (browser tests alone). */
export type Template = 'empty' | 'demo' | 'today';

/** A database of one test file, copied from a template; `drop` it afterwards. */
export interface TestDatabase {
  readonly url: string;
  rows<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** The first column of the first row. */
  value<T>(sql: string, parameters?: unknown[]): Promise<T>;
  drop(): Promise<void>;
}

export async function newDatabase(template: Template = 'demo'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE template_${template}`);
  const url = databaseUrl(name);
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  const rows = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    (await pool.query(sql, parameters)).rows as Row[];
  return {
    url,
    rows,
    async value<T>(sql: string, parameters: unknown[] = []): Promise<T> {
      return Object.values((await rows<Record<string, unknown>>(sql, parameters))[0] ?? {})[0] as T;
    },
    async drop() {
      await pool.end();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
