import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import type { Pool, PoolClient } from 'pg';
import { type EntityTarget, type ObjectLiteral, QueryFailedError, type Repository } from 'typeorm';
import { onCommit } from './commit-subscriber.js';

/** In a transaction, whose other statements are planned as always, a named one is planned as in the pool of `pointPool`. */
const PLAN_ONCE = 'SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off';
const PLAN_AS_USUAL = 'SET LOCAL plan_cache_mode = DEFAULT; SET LOCAL enable_seqscan = DEFAULT';

/** Connections for short statements, see `pointPool`. */
export const POINT_POOL = Symbol('point pool');

/**
 * The one door to PostgreSQL. Everything that goes through it takes part in the transaction that `@Transactional()`
 * opened; a repository injected by other means would stay outside, which is why lint forbids it.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(
    private readonly txHost: TransactionHost<TransactionalAdapterTypeOrm>,
    @Inject(POINT_POOL) private readonly points: Pool,
  ) {
    this.points.on('error', () => undefined); // an idle connection that was cut; the next statement opens another
  }

  onApplicationShutdown(): Promise<void> {
    return this.points.end();
  }

  /** Runs SQL with `$1…` parameters and gives its rows, for SELECT and for `… RETURNING` alike. */
  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const result = await this.txHost.tx.query<T[] | [T[], number]>(sql, parameters);
    return isWriteResult(result) ? result[0] : result;
  }

  /** The first row, or null. */
  async row<T>(sql: string, parameters: unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(sql, parameters))[0] ?? null;
  }

  /** Runs an UPDATE or DELETE and tells how many rows it changed; an INSERT is counted by `rows` with RETURNING. */
  async write(sql: string, parameters: unknown[] = []): Promise<number> {
    const result = await this.txHost.tx.query<unknown[] | [unknown[], number]>(sql, parameters);
    return isWriteResult(result) ? result[1] : result.length;
  }

  /**
   * Runs a statement that PostgreSQL plans once per connection and then knows by its name: for what is asked thousands of
   * times a minute, by key. Outside a transaction it is one of its own, in one round trip.
   */
  async prepared<T>(name: string, text: string, values: unknown[]): Promise<T[]> {
    const runner = this.inTransaction ? this.txHost.tx.queryRunner : undefined;
    try {
      if (!runner) return (await this.points.query({ name, text, values })).rows as T[];
      const client = (await runner.connect()) as PoolClient;
      await client.query(PLAN_ONCE);
      const { rows } = await client.query({ name, text, values });
      await client.query(PLAN_AS_USUAL);
      return rows as T[];
    } catch (error) {
      throw error instanceof QueryFailedError ? error : new QueryFailedError(text, values, error as Error);
    }
  }

  /**
   * Runs one short statement apart from the transaction at hand: it is done whatever becomes of that, and holds no row until
   * its end. For what counts even if the rest fails.
   */
  async apart<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.points.query(sql, parameters)).rows as T[];
  }

  /** The TypeORM repository of an entity, inside the current transaction. */
  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.txHost.tx.getRepository(entity);
  }

  /**
   * Does something once the transaction at hand has committed, and never when it rolls back; at once where none is open.
   * @param act must not throw and must not touch this transaction, which is over by then.
   */
  afterCommit(act: () => void): void {
    const runner = this.inTransaction ? this.txHost.tx.queryRunner : undefined;
    if (runner) onCommit(runner, act);
    else act();
  }

  /** Whether a transaction is open: what must commit together refuses to run outside one. */
  get inTransaction(): boolean {
    return this.txHost.isTransactionActive();
  }
}

/** TypeORM answers UPDATE and DELETE with `[rows, count]`, everything else with the rows alone. */
function isWriteResult<T>(result: T[] | [T[], number]): result is [T[], number] {
  return result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
}
