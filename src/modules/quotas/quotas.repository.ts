import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Bucket, Movement, PlacesOf } from './quota.types.js';
import { type AllocatedRow, planAllocation, type AllocationRefusal, type PlacesMove } from './rules/plan-allocation.js';

/** How many places a unit gets. */
export interface Allocation {
  readonly unitId: string;
  readonly places: number;
}

/**
 * Writes of places. Counters are moved by the entries of the ledger alone (migration 060); rows of a program and year are
 * held in the order of their ids before more than one movement is written.
 */
@Injectable()
export class QuotasRepository {
  constructor(private readonly db: Database) {}

  /** A unit's row, made where there is none. @param reserve whether the unit is the board's own. */
  async row({ programId, period }: PlacesOf, unitId: string, reserve: boolean, { at, by }: Movement): Promise<string> {
    const row = await this.db.row<{ id: string }>('SELECT quota_row($1, $2, $3, $4, $5, $6) AS id', [
      programId,
      period,
      unitId,
      reserve,
      at,
      by,
    ]);
    if (!row) throw new Error(`No row of places for unit ${unitId}`);
    return row.id;
  }

  /** Every row of a program and year, held until the transaction ends. */
  hold({ programId, period }: PlacesOf): Promise<AllocatedRow[]> {
    return this.db.rows(
      `SELECT q.id, q.unit_id AS "unitId", q.parent_id AS "parentId", cardinality(u.path) AS depth, q.places,
         q.places - q.free AS used
       FROM quotas q JOIN units u ON u.id = q.unit_id WHERE q.program_id = $1 AND q.period = $2 ORDER BY q.id FOR UPDATE OF q`,
      [programId, period],
    );
  }

  /**
   * Gives units the places wished for, or none of them any.
   * @param board the unit of the board that allocates: its row is the reserve that feeds the others.
   * @returns why it cannot be done, or null when it is done.
   */
  async allocate(
    of: PlacesOf,
    board: string,
    allocations: readonly Allocation[],
    movement: Movement,
  ): Promise<AllocationRefusal | null> {
    await this.row(of, board, true, movement);
    await this.db.rows(
      `SELECT quota_row($1, $2, u.id, false, $4, $5) FROM (SELECT id FROM units WHERE id = ANY($3::uuid[]) AND id <> $6
         ORDER BY cardinality(path), id) u`,
      [of.programId, of.period, allocations.map(({ unitId }) => unitId), movement.at, movement.by, board],
    );
    const plan = planAllocation(await this.hold(of), allocations);
    if ('refusal' in plan) return plan.refusal;
    await this.move(plan.moves, movement);
    return null;
  }

  /** Moves free places between rows, one after the other, through the rows between them. */
  async move(moves: readonly PlacesMove[], movement: Movement): Promise<void> {
    if (moves.length === 0) return;
    await this.db.rows(
      `SELECT move_places(m."from", m."to", m.places, $2, $3, $4, $5, $6, $7)
       FROM (SELECT * FROM jsonb_to_recordset($1::jsonb) AS m(n int, "from" uuid, "to" uuid, places int) ORDER BY n) m`,
      [JSON.stringify(moves.map((move, n) => ({ n, ...move }))), ...grounds(movement)],
    );
  }

  /** Moves places of one row from one of its accounts to another. */
  async post(
    quotaId: string,
    [from, to]: readonly [from: Bucket, to: Bucket],
    places: number,
    movement: Movement,
    grantId: string | null = null,
  ): Promise<void> {
    if (places === 0) return;
    await this.db.rows(
      `INSERT INTO quota_entries (quota_id, from_bucket, to_bucket, places, grant_id, kind, at, account_id, reason, document, cause_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [quotaId, from, to, places, grantId, ...grounds(movement)],
    );
  }
}

const grounds = ({ kind, at, by, reason, document, causeId }: Movement): unknown[] => [
  kind,
  at,
  by,
  reason ?? null,
  document ?? null,
  causeId ?? null,
];
