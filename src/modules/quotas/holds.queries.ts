import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { HoldView } from './dto/holds.view.js';
import type { PlacesQuery } from './dto/places.dto.js';
import type { PlacesOf } from './quota.types.js';

const VIEW = `h.id, q.program_id AS "programId", p.name AS "programName", q.period, ${unitRefSql('u')} AS unit, h.places, h.unnamed,
  h.until, h.until - $2::date AS "daysLeft", h.note, q.unit_id = $1 AND h.unnamed > 0 AS "mayRelease"`;
const TABLES = `quota_holds h JOIN quotas q ON q.id = h.quota_id JOIN programs p ON p.id = q.program_id JOIN units u ON u.id = q.unit_id`;
/** Those kept for an offer are told with the offer. */
const SEEN = `${inSubtree('q.unit_id', '$1')} AND h.until IS NOT NULL`;

/** Reads of nameless places. */
@Injectable()
export class HoldsQueries {
  constructor(private readonly db: Database) {}

  /** Holds of units in the reader's subtree: open ones first, the nearest day first. */
  async list(actor: Actor, query: PlacesQuery, today: PlainDate): Promise<Page<HoldView>> {
    const request = pageRequest(query, 'integer', 'date', 'id');
    const filter = `${SEEN} AND $2::date IS NOT NULL AND ($3::uuid IS NULL OR q.program_id = $3) AND ($4::int IS NULL OR q.period = $4)`;
    const values = [actor.unitId, today, query.programId ?? null, query.period ?? null];
    const rows = await this.db.rows<HoldView & { cursor: unknown[] }>(
      `SELECT ${VIEW}, jsonb_build_array((h.unnamed = 0)::int, h.until, h.id) AS cursor FROM ${TABLES}
       WHERE ${filter} AND ($5::int IS NULL OR ((h.unnamed = 0)::int, h.until, h.id) > ($5::int, $6::date, $7::uuid))
       ORDER BY (h.unnamed = 0)::int, h.until, h.id LIMIT $8`,
      [...values, ...(request.after ?? [null, null, null]), request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${TABLES} WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => this.forRole(actor, view));
  }

  async find(actor: Actor, id: string, today: PlainDate): Promise<HoldView | null> {
    const row = await this.db.row<HoldView>(`SELECT ${VIEW} FROM ${TABLES} WHERE h.id = $3 AND ${SEEN}`, [
      actor.unitId,
      today,
      id,
    ]);
    return row && this.forRole(actor, row);
  }

  /** The row of exactly this unit, held until the transaction ends; a board's reserve is not for naming. */
  rowOf(unitId: string, { programId, period }: PlacesOf): Promise<{ id: string; left: number } | null> {
    return this.db.row(
      `SELECT id, free AS left FROM quotas WHERE unit_id = $1 AND program_id = $2 AND period = $3 AND NOT is_reserve FOR UPDATE`,
      [unitId, programId, period],
    );
  }

  private forRole(actor: Actor, hold: HoldView): HoldView {
    return { ...hold, mayRelease: hold.mayRelease && mayRole(actor.role, 'quotas.hold') };
  }
}
