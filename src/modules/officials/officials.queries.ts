import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { unitRefSql } from '../units/index.js';
import type { OfficialProfile, PastSendingView, PostView, QualificationView } from './dto/official.view.js';
import { OFFICIAL_COLUMNS, officialInScope, officialTables } from './official.sql.js';

/** An official with the fields that not every reader may see. */
export type FullOfficial = Omit<OfficialProfile, 'masked' | 'mergedFrom' | 'posts' | 'qualifications' | 'pastSendings'>;

/** Reads of officials, always within the caller's subtree. */
@Injectable()
export class OfficialsQueries {
  constructor(private readonly db: Database) {}

  /** One official of the scope, or null. */
  async find(scope: string, id: string, today: PlainDate): Promise<FullOfficial | null> {
    return this.db.row<FullOfficial>(
      `SELECT ${OFFICIAL_COLUMNS}, o.home_place AS "homePlace", o.ethnic_group AS "ethnicGroup", o.membership,
         o.probationary_on AS "probationaryOn", o.full_member_on AS "fullMemberOn", o.version
       FROM ${officialTables('$3')} WHERE o.id = $2 AND ${officialInScope('o', '$1')}`,
      [scope, id, today],
    );
  }

  /** The record that an id leads to: itself, or the one it was merged into. */
  async keptId(id: string): Promise<string> {
    const row = await this.db.row<{ id: string }>(
      'SELECT coalesce(merged_into, id) AS id FROM officials WHERE id = $1',
      [id],
    );
    return row?.id ?? id;
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
