import pg from 'pg';

/** Few: each has one statement at work, and a batch is many requests. */
const CONNECTIONS = 4;

/**
 * Every connection plans a named statement once and for all, and by its indexes: what is asked for by key thousands of times
 * a minute must not be planned each time, nor by how empty a table was when it was first asked.
 */
const OPTIONS = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'jit=off',
];

/** Connections for short statements of their own transaction that read and write a few rows by key. */
export const pointPool = (databaseUrl: string): pg.Pool =>
  new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    application_name: 'hong-chuyen-points',
    options: OPTIONS.map((option) => `-c ${option}`).join(' '),
  });
