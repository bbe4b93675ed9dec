import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { unitRefSql } from '../units/index.js';
import type { MergedRecord, OfficialProfile, OfficialView } from './dto/official.view.js';
import type {
  NoteView,
  PastSendingView,
  PlanningView,
  PostView,
  QualificationView,
  StatusView,
} from './dto/record.view.js';
import { MEMBERSHIP_KNOWN, OFFICIAL_COLUMNS, officialInScope, officialTables } from './official.sql.js';

type Listed = 'posts' | 'qualifications' | 'pastSendings' | 'statuses' | 'plannings' | 'notes';

/** An official with the fields that not every reader may see, numbers still sealed. */
export interface FullOfficial extends Omit<
  OfficialProfile,
  'masked' | 'mergedFrom' | 'merged' | 'citizenId' | 'partyCard' | Listed
> {
  citizenIdSealed: Buffer | null;
  partyCardSealed: Buffer | null;
}

const POST = `p.id, p.title, p.category, ${unitRefSql('u')} AS unit, p.main, lower(p.held) AS "from", upper(p.held) - 1 AS "to"`;
const QUALIFICATION = `q.id, q.kind, q.level, q.major, q.obtained_on AS "obtainedOn", q.source, q.school,
  q.certificate_number AS "certificateNumber", q.classification, q.nomination_id AS "nominationId", q.note, CASE WHEN f.id IS NULL THEN NULL ELSE
    jsonb_build_object('name', f.name, 'mediaType', f.media_type, 'size', f.size) END AS file`;

/** Reads of officials, always within the caller's subtree. */
@Injectable()
export class OfficialsQueries {
  constructor(private readonly db: Database) {}

  /** One official of the scope, or null. */
  async find(scope: string, id: string, today: PlainDate): Promise<FullOfficial | null> {
    return this.db.row<FullOfficial>(
      `SELECT ${OFFICIAL_COLUMNS}, o.home_place AS "homePlace", o.ethnic_group AS "ethnicGroup", ${MEMBERSHIP_KNOWN} AS membership, o.schooling,
         o.probationary_on AS "probationaryOn", o.full_member_on AS "fullMemberOn", o.other_name AS "otherName",
         o.citizen_id_sealed AS "citizenIdSealed", o.party_card_sealed AS "partyCardSealed", o.version
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

  /** Records that were merged into one official, the latest first. */
  async merged(officialId: string): Promise<MergedRecord[]> {
    return this.db.rows<MergedRecord>(
      `SELECT m.id, m.full_name AS "fullName", (done.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "on" FROM officials m
       LEFT JOIN LATERAL (SELECT max(e.at) AS at FROM audit_entries e
         WHERE e.subject_id = $1 AND e.action = 'official.merged' AND e.data ->> 'mergeId' = m.id::text) done ON true
       WHERE m.merged_into = $1 ORDER BY done.at DESC NULLS LAST, m.id`,
      [officialId],
    );
  }

  /** Posts of one official, the present ones first. */
  async posts(officialId: string): Promise<PostView[]> {
    return this.db.rows(
      `SELECT ${POST} FROM official_posts p JOIN units u ON u.id = p.unit_id WHERE p.official_id = $1
       ORDER BY upper(p.held) DESC NULLS FIRST, p.main DESC, lower(p.held) DESC`,
      [officialId],
    );
  }

  /** What one official has learned, the highest of each ladder first. */
  async qualifications(officialId: string): Promise<QualificationView[]> {
    return this.db.rows(
      `SELECT ${QUALIFICATION} FROM qualifications q LEFT JOIN stored_files f ON f.id = q.file_id WHERE q.official_id = $1
       ORDER BY array_position(ARRAY['professional', 'llct', 'state-management', 'language', 'it'], q.kind), q.rank DESC,
         q.obtained_on DESC NULLS LAST, q.id`,
      [officialId],
    );
  }

  /** Status over time of one official, the present one first. */
  async statuses(officialId: string): Promise<StatusView[]> {
    return this.db.rows(
      `SELECT id, status, lower(held) AS "from", upper(held) - 1 AS "to", note FROM official_statuses
       WHERE official_id = $1 ORDER BY lower(held) DESC NULLS LAST`,
      [officialId],
    );
  }

  /** Posts one official is planned for. */
  async plannings(officialId: string): Promise<PlanningView[]> {
    return this.db.rows(
      `SELECT g.id, g.title, g.category, CASE WHEN u.id IS NULL THEN NULL ELSE ${unitRefSql('u')} END AS unit,
         g.must_meet_by AS "mustMeetBy", g.confirmed_on AS "confirmedOn"
       FROM official_plannings g LEFT JOIN units u ON u.id = g.unit_id WHERE g.official_id = $1
       ORDER BY g.must_meet_by NULLS LAST, g.id`,
      [officialId],
    );
  }

  /** What the board keeps of one official, newest first. */
  async notes(officialId: string): Promise<NoteView[]> {
    return this.db.rows(
      `SELECT n.id, n.noted_on AS "notedOn", n.text, a.display_name AS "notedBy", n.reply, n.replied_on AS "repliedOn"
       FROM official_notes n LEFT JOIN accounts a ON a.id = n.noted_by WHERE n.official_id = $1
       ORDER BY n.noted_on DESC, n.id DESC`,
      [officialId],
    );
  }

  /** The official of the scope whose number has one of these hashes. @param column of `officials`. */
  async byNumber(
    scope: string,
    column: 'citizen_id_key' | 'party_card_key',
    hashes: readonly Buffer[],
    today: PlainDate,
  ): Promise<OfficialView[]> {
    return this.db.rows(
      `SELECT ${OFFICIAL_COLUMNS} FROM ${officialTables('$3')} WHERE o.${column} = ANY($2::bytea[]) AND ${officialInScope('o', '$1')}`,
      [scope, hashes, today],
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
