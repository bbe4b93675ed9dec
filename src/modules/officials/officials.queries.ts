import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { unitRefSql } from '../units/index.js';
import type { OfficialsQuery } from './dto/official.dto.js';
import type {
  OfficialProfile,
  OfficialView,
  PastSendingView,
  PostView,
  QualificationView,
} from './dto/official.view.js';
import { NAME_ORDER, OFFICIAL_COLUMNS, officialInScope, officialTables } from './official.sql.js';

/** An official with the fields that not every reader may see. */
export type FullOfficial = Omit<OfficialProfile, 'masked' | 'posts' | 'qualifications' | 'pastSendings'>;

/** Reads of officials, always within the caller's subtree. */
@Injectable()
export class OfficialsQueries {
  constructor(private readonly db: Database) {}

  /** Officials of the scope in Vietnamese order of names, as of a day. */
  async list(scope: string, query: OfficialsQuery, today: PlainDate): Promise<Page<OfficialView>> {
    const request = pageRequest(query, 'text', 'text', 'text', 'id');
    const levels = query.llctLevel ?? query.professionalLevel ?? query.category;
    const filter = `${officialInScope('o', '$1')} AND ($3::text IS NULL OR o.name_key LIKE '%' || $3 || '%')
      AND ($4::uuid IS NULL OR ${officialInScope('o', '$4')}) AND ($5::text IS NULL OR post.category = $5)
      AND ($6::text IS NULL OR coalesce(llct.level, 'none') = $6) AND ($7::text IS NULL OR coalesce(professional.level, 'none') = $7)
      AND $2::date IS NOT NULL`;
    const values = [
      scope,
      today,
      query.q ? foldVietnamese(query.q) : null,
      query.unitId ?? null,
      query.category ?? null,
      query.llctLevel ?? null,
      query.professionalLevel ?? null,
    ];
    const after = request.after ?? [null, null, null, null];
    const rows = await this.db.rows<OfficialView & { cursor: unknown[] }>(
      `SELECT ${OFFICIAL_COLUMNS}, jsonb_build_array(o.given_name, o.middle_name, o.family_name, o.id) AS cursor
       FROM ${officialTables('$2')} WHERE ${filter}
         AND ($8::text IS NULL OR (o.given_name, o.middle_name, o.family_name, o.id) > ($8, $9, $10, $11::uuid))
       ORDER BY ${NAME_ORDER} LIMIT $12`,
      [...values, ...after, request.limit],
    );
    // The levels are looked up only where the filter asks for them: counting needs no post or certificate otherwise.
    const tables = levels
      ? officialTables('$2')
      : `officials o, (SELECT NULL::text AS category) post,
      (SELECT NULL::text AS level) llct, (SELECT NULL::text AS level) professional`;
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${tables} WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }

  /** One official of the scope, or null. */
  async find(scope: string, id: string, today: PlainDate): Promise<FullOfficial | null> {
    return this.db.row<FullOfficial>(
      `SELECT ${OFFICIAL_COLUMNS}, o.home_place AS "homePlace", o.ethnic_group AS "ethnicGroup", o.membership,
         o.probationary_on AS "probationaryOn", o.full_member_on AS "fullMemberOn", o.version
       FROM ${officialTables('$3')} WHERE o.id = $2 AND ${officialInScope('o', '$1')}`,
      [scope, id, today],
    );
  }

  /** Posts of one official, the present ones first. */
  async posts(officialId: string): Promise<PostView[]> {
    return this.db.rows(
      `SELECT p.title, p.category, ${unitRefSql('u')} AS unit, p.main, lower(p.held) AS "from", upper(p.held) - 1 AS "to"
       FROM official_posts p JOIN units u ON u.id = p.unit_id WHERE p.official_id = $1
       ORDER BY upper(p.held) DESC NULLS FIRST, p.main DESC, lower(p.held) DESC`,
      [officialId],
    );
  }

  /** What one official has learned, the highest of each ladder first. */
  async qualifications(officialId: string): Promise<QualificationView[]> {
    return this.db.rows(
      `SELECT kind, level, major, obtained_on AS "obtainedOn", source FROM qualifications
       WHERE official_id = $1 ORDER BY kind DESC, rank DESC, obtained_on DESC NULLS LAST`,
      [officialId],
    );
  }

  /** Where one official was sent before this product was used, newest first. */
  async pastSendings(officialId: string): Promise<PastSendingView[]> {
    return this.db.rows(
      `SELECT p.name AS "programName", s.year, s.school, s.mode, s.result
       FROM past_sendings s JOIN programs p ON p.id = s.program_id WHERE s.official_id = $1 ORDER BY s.year DESC`,
      [officialId],
    );
  }
}
