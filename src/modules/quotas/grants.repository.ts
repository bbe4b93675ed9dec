import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { GrantField, Movement, PlacesOf } from './quota.types.js';
import { QuotasRepository } from './quotas.repository.js';

/** Places given from outside. */
export interface NewGrant extends PlacesOf {
  readonly places: number;
  readonly grantor?: string;
  readonly school?: string;
  readonly documentNumber: string;
  readonly documentDate: PlainDate;
  readonly useBy?: PlainDate;
  readonly note?: string;
}

/** Writes of grants, with the entries that bring their places in. */
@Injectable()
export class GrantsRepository {
  constructor(
    private readonly db: Database,
    private readonly quotas: QuotasRepository,
  ) {}

  /**
   * Writes a grant to a board's unit down; its places are free on the board's own row.
   * @returns the grant's id, or null where that row is fed by a row above: places then come from there.
   */
  async add(unitId: string, grant: NewGrant, at: Date, by: string | null): Promise<string | null> {
    const movement: Movement = { kind: 'grant', at, by, document: grant.documentNumber, reason: grant.note ?? null };
    await this.quotas.hold(grant);
    const quotaId = await this.quotas.row(grant, unitId, true, movement);
    const top = await this.db.row('SELECT id FROM quotas WHERE id = $1 AND parent_id IS NULL FOR UPDATE', [quotaId]);
    if (!top) return null;
    const id = newId();
    await this.db.rows(
      `INSERT INTO quota_grants (id, program_id, period, unit_id, places, grantor, school, document_number, document_date, use_by,
         note, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        grant.programId,
        grant.period,
        unitId,
        grant.places,
        grant.grantor ?? null,
        grant.school ?? null,
        grant.documentNumber,
        grant.documentDate,
        grant.useBy ?? null,
        grant.note ?? null,
        at,
        by,
      ],
    );
    await this.quotas.post(quotaId, ['above', 'free'], grant.places, movement, id);
    return id;
  }

  /** Puts fields of a grant right; a number moves places of the board's row with it (migration 064). */
  async correct(
    id: string,
    fields: Partial<Record<GrantField, unknown>>,
    reason: string,
    at: Date,
    by: string,
  ): Promise<void> {
    await this.db.write(
      'INSERT INTO quota_grant_corrections (id, grant_id, at, account_id, reason, after) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(), id, at, by, reason, JSON.stringify(fields)],
    );
  }
}
