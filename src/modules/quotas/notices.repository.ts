import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import type {
  AnswerQuotaNoticeDto,
  CreateQuotaNoticeDto,
  EditQuotaNoticeDto,
  PublishQuotaNoticeDto,
} from './dto/notice.dto.js';

/** Who does it, and when. */
export interface Doing {
  readonly at: Date;
  readonly accountId: string;
}

/** A line as it is frozen. */
export interface FrozenLine {
  readonly programId: string;
  readonly unitId: string;
  readonly places: number;
  readonly reason: string;
  readonly quotaId: string;
  readonly quotaVersion: number;
}

/** Writes of notices of places. */
@Injectable()
export class NoticesRepository {
  constructor(private readonly db: Database) {}

  async draft(id: string, unitId: string, dto: CreateQuotaNoticeDto, { at, accountId }: Doing): Promise<void> {
    await this.db.rows(
      `INSERT INTO quota_notices (id, unit_id, period, deadline, note, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, unitId, dto.period, dto.deadline, dto.note ?? null, at, accountId],
    );
    await this.db.rows(
      'INSERT INTO quota_notice_programs (notice_id, program_id) SELECT $1, p FROM unnest($2::uuid[]) p',
      [id, dto.programIds],
    );
  }

  /** Writes a draft anew. @returns whether it is a draft of this board. */
  async edit(id: string, unitId: string, dto: EditQuotaNoticeDto): Promise<boolean> {
    const done = await this.db.write(
      'UPDATE quota_notices SET deadline = $3, note = $4 WHERE id = $1 AND unit_id = $2 AND published_at IS NULL',
      [id, unitId, dto.deadline, dto.note ?? null],
    );
    if (done === 0) return false;
    await this.db.write('DELETE FROM quota_notice_programs WHERE notice_id = $1', [id]);
    await this.db.rows(
      'INSERT INTO quota_notice_programs (notice_id, program_id) SELECT $1, p FROM unnest($2::uuid[]) p',
      [id, dto.programIds],
    );
    return true;
  }

  /** @returns whether there was a draft of this board to throw away. */
  async discard(id: string, unitId: string): Promise<boolean> {
    const gone = await this.db.write(
      'DELETE FROM quota_notices WHERE id = $1 AND unit_id = $2 AND published_at IS NULL',
      [id, unitId],
    );
    return gone === 1;
  }

  /** @returns whether it was a draft of this board until now. */
  async publish(
    id: string,
    unitId: string,
    { documentNumber, documentDate, signer }: PublishQuotaNoticeDto,
    { at, accountId }: Doing,
  ): Promise<boolean> {
    const done = await this.db.write(
      `UPDATE quota_notices SET document_number = $3, document_date = $4, signer = $5, published_at = $6, published_by = $7
       WHERE id = $1 AND unit_id = $2 AND published_at IS NULL`,
      [id, unitId, documentNumber.trim(), documentDate, signer.trim(), at, accountId],
    );
    return done === 1;
  }

  async freeze(id: string, lines: readonly FrozenLine[]): Promise<void> {
    await this.db.rows(
      `INSERT INTO quota_notice_lines (notice_id, program_id, unit_id, places, reason, quota_id, quota_version)
       SELECT $1, l."programId", l."unitId", l.places, l.reason, l."quotaId", l."quotaVersion" FROM jsonb_to_recordset($2::jsonb)
         AS l("programId" uuid, "unitId" uuid, places int, reason text, "quotaId" uuid, "quotaVersion" int)`,
      [id, JSON.stringify(lines)],
    );
  }

  /** Calls units until a day. */
  async call(id: string, unitIds: readonly string[], deadline: string, at: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO quota_notice_calls (id, notice_id, unit_id, called_at, deadline)
       SELECT c.id, $3, c.unit_id, $4, $5 FROM unnest($1::uuid[], $2::uuid[]) AS c(id, unit_id)`,
      [unitIds.map(() => newId()), unitIds, id, at, deadline],
    );
  }

  /** Keeps what a unit answers; the last answer counts. */
  async reply(
    noticeId: string,
    unitId: string,
    { answer, reason, until }: AnswerQuotaNoticeDto,
    { at, accountId }: Doing,
  ): Promise<void> {
    await this.db.write(
      `UPDATE quota_notice_calls SET answer = $3, reason = $4, asked_until = $5, answered_at = $6, answered_by = $7
       WHERE notice_id = $1 AND unit_id = $2`,
      [noticeId, unitId, answer, reason?.trim() || null, answer === 'more-time' ? until : null, at, accountId],
    );
  }

  /** Gives a unit more time; what it asked for is settled with it. @returns whether the board's notice calls it. */
  async extend(noticeId: string, board: string, callId: string, deadline: string): Promise<boolean> {
    const done = await this.db.write(
      `UPDATE quota_notice_calls k SET deadline = $4, answer = nullif(k.answer, 'more-time'),
         reason = CASE k.answer WHEN 'more-time' THEN NULL ELSE k.reason END, asked_until = NULL,
         answered_at = CASE k.answer WHEN 'more-time' THEN NULL ELSE k.answered_at END,
         answered_by = CASE k.answer WHEN 'more-time' THEN NULL ELSE k.answered_by END
       FROM quota_notices n WHERE n.id = k.notice_id AND n.id = $1 AND n.unit_id = $2 AND k.id = $3`,
      [noticeId, board, callId, deadline],
    );
    return done === 1;
  }

  /** Notes that somebody of the unit looked, and whether they acknowledge; the first to do so counts. @returns whether the unit is called. */
  async answer(noticeId: string, unitId: string, acknowledges: boolean, { at, accountId }: Doing): Promise<boolean> {
    const done = await this.db.write(
      `UPDATE quota_notice_calls SET seen_at = coalesce(seen_at, $3), seen_by = coalesce(seen_by, $4),
         acknowledged_at = CASE WHEN $5 THEN coalesce(acknowledged_at, $3) ELSE acknowledged_at END,
         acknowledged_by = CASE WHEN $5 THEN coalesce(acknowledged_by, $4) ELSE acknowledged_by END
       WHERE notice_id = $1 AND unit_id = $2`,
      [noticeId, unitId, at, accountId, acknowledges],
    );
    return done === 1;
  }
}
