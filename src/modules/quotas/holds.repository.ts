import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { Movement } from './quota.types.js';
import { QuotasRepository } from './quotas.repository.js';

/** A hold that still keeps places. */
export interface OpenHold {
  readonly id: string;
  readonly quotaId: string;
  readonly unitId: string;
  readonly programId: string;
  readonly period: number;
  readonly programName: string;
  readonly unnamed: number;
  readonly until: PlainDate | null;
}

const OPEN = `SELECT h.id, h.quota_id AS "quotaId", q.unit_id AS "unitId", q.program_id AS "programId", q.period, p.name AS "programName", h.unnamed, h.until
  FROM quota_holds h JOIN quotas q ON q.id = h.quota_id JOIN programs p ON p.id = q.program_id WHERE h.unnamed > 0`;

/** Writes of places kept for people who are named later. */
@Injectable()
export class HoldsRepository {
  constructor(
    private readonly db: Database,
    private readonly quotas: QuotasRepository,
  ) {}

  /** Keeps free places of a row. @param until null: for an offer. @throws QuotaExhausted by its constraint */
  async add(
    quotaId: string,
    places: number,
    until: PlainDate | null,
    note: string | null,
    by: Movement,
  ): Promise<string> {
    const id = newId();
    await this.db.rows(
      'INSERT INTO quota_holds (id, quota_id, places, until, note, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, quotaId, places, until, note, by.at, by.by],
    );
    await this.quotas.post(quotaId, ['free', 'held'], places, { ...by, kind: 'hold', causeId: id });
    return id;
  }

  /** Lets places of a hold go free again; all that are unnamed when no number is given. @returns how many. */
  async release(id: string, movement: Movement, places?: number): Promise<number> {
    const hold = await this.db.row<{ quotaId: string; unnamed: number }>(
      `SELECT h.quota_id AS "quotaId", h.unnamed FROM quotas q JOIN quota_holds h ON h.quota_id = q.id WHERE h.id = $1 FOR UPDATE OF q`,
      [id],
    );
    // Read again: somebody may have named people while we waited for the row.
    const now = await this.db.row<{ unnamed: number }>('SELECT unnamed FROM quota_holds WHERE id = $1', [id]);
    const freed = Math.min(places ?? Infinity, now?.unnamed ?? 0);
    if (hold) await this.quotas.post(hold.quotaId, ['held', 'free'], freed, { ...movement, causeId: id });
    return freed;
  }

  /** Holds of a row that still keep places. */
  ofRow(quotaId: string): Promise<OpenHold[]> {
    return this.db.rows(`${OPEN} AND h.quota_id = $1 ORDER BY h.id`, [quotaId]);
  }

  /** Holds whose last day is over. */
  overdue(today: PlainDate): Promise<OpenHold[]> {
    return this.db.rows(`${OPEN} AND h.until < $1 ORDER BY h.id`, [today]);
  }

  /** Holds that end within some days and of which nobody was warned; from now on they are warned of. */
  claimWarnings(today: PlainDate, by: PlainDate): Promise<OpenHold[]> {
    return this.db.rows(
      `WITH due AS (UPDATE quota_holds SET warned_on = $1 WHERE unnamed > 0 AND warned_on IS NULL AND until BETWEEN $1 AND $2 RETURNING id)
       ${OPEN} AND h.id IN (SELECT id FROM due) ORDER BY h.id`,
      [today, by],
    );
  }
}
