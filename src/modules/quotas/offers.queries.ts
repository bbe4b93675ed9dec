import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { COMMUNE_KINDS, inSubtree, unitRefSql } from '../units/index.js';
import type { OfferView } from './dto/holds.view.js';
import type { PlacesQuery } from './dto/places.dto.js';
import type { PlacesOf } from './quota.types.js';

/** A unit that could be offered places. */
export interface Candidate {
  unitId: string;
  path: string[];
  left: number;
}

/** Reads of offers. */
@Injectable()
export class OffersQueries {
  constructor(private readonly db: Database) {}

  /** Offers to units of the reader's subtree, newest round first, in line; a unit below sees what was offered to it. */
  async list(actor: Actor, query: PlacesQuery, today: PlainDate): Promise<Page<OfferView>> {
    const request = pageRequest(query, 'id', 'integer');
    const filter = `${inSubtree('o.unit_id', '$1')} AND ($2::uuid IS NULL OR q.program_id = $2) AND ($3::int IS NULL OR q.period = $3)
      AND ($4::boolean OR o.state NOT IN ('waiting', 'closed'))`;
    const tables = `quota_offers o JOIN quota_rounds r ON r.id = o.round_id JOIN quotas q ON q.id = r.quota_id
      JOIN programs p ON p.id = q.program_id JOIN units u ON u.id = o.unit_id`;
    const wholeLine = mayRole(actor.role, 'quotas.offer') || actor.role === 'leader';
    const values = [actor.unitId, query.programId ?? null, query.period ?? null, wholeLine];
    const rows = await this.db.rows<OfferView & { cursor: unknown[] }>(
      `SELECT o.id, o.round_id AS "roundId", q.program_id AS "programId", p.name AS "programName", q.period, ${unitRefSql('u')} AS unit,
         o.position, o.need, o.state, o.places, o.accepted, o.answer_by AS "answerBy", o.reason,
         o.state = 'offered' AND o.unit_id = $1 AND o.answer_by >= $8::date AS "mayAnswer", jsonb_build_array(o.round_id, o.position) AS cursor
       FROM ${tables} WHERE ${filter} AND ($5::uuid IS NULL OR o.round_id < $5 OR o.round_id = $5 AND o.position > $6::int)
       ORDER BY o.round_id DESC, o.position LIMIT $7`,
      [...values, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit, today],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${tables} WHERE ${filter}`,
      values,
    );
    const may = mayRole(actor.role, 'quotas.answerOffer');
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => ({
      ...view,
      mayAnswer: view.mayAnswer && may,
    }));
  }

  /** Units fed by a reserve, and committees below it without a row yet, with what they have left. */
  candidates(quotaId: string): Promise<Candidate[]> {
    return this.db.rows(
      `SELECT u.id AS "unitId", u.path, coalesce(q.free + q.held, 0) AS left FROM quotas r
         JOIN units u ON r.unit_id = ANY(u.path) AND u.id <> r.unit_id AND u.valid_to IS NULL
         LEFT JOIN quotas q ON q.unit_id = u.id AND q.program_id = r.program_id AND q.period = r.period
       WHERE r.id = $1 AND (q.parent_id = r.id OR q.id IS NULL AND u.kind = ANY($2::text[])
         AND quota_above(u.id, r.program_id, r.period) = r.id)
       ORDER BY u.name COLLATE vi`,
      [quotaId, COMMUNE_KINDS],
    );
  }

  /** Paths of units, by id. */
  async paths(unitIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.db.rows<{ id: string; path: string[] }>(
      'SELECT id, path FROM units WHERE id = ANY($1::uuid[])',
      [unitIds],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }

  /** The reserve of exactly this unit, held until the transaction ends. */
  reserve(unitId: string, { programId, period }: PlacesOf): Promise<{ id: string; left: number } | null> {
    return this.db.row(
      'SELECT id, free AS left FROM quotas WHERE unit_id = $1 AND program_id = $2 AND period = $3 AND is_reserve FOR UPDATE',
      [unitId, programId, period],
    );
  }
}
