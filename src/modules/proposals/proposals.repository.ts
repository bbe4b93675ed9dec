import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { CellAnswer, ProposalState } from './proposal.types.js';

/** Who changes something, and when. */
export interface By {
  readonly accountId: string;
  readonly at: Date;
}

/** Writes of proposals. */
@Injectable()
export class ProposalsRepository {
  constructor(private readonly db: Database) {}

  /** Adds people at the end of the committee's list. @returns the new ids. @throws ProposedTwice by its constraint. */
  async add(
    where: { courseId: string; cellId: string; unitId: string },
    officialIds: readonly string[],
    { state, note, bySelf = false }: { state: ProposalState; note: string | null; bySelf?: boolean },
    { accountId, at }: By,
  ): Promise<string[]> {
    const rows = officialIds.map((officialId, index) => ({ id: newId(), officialId, index }));
    await this.db.rows(
      `INSERT INTO proposals (id, course_id, official_id, cell_id, unit_id, state, position, note, created_at, created_by,
         changed_at, changed_by, by_self)
       SELECT r.id, $2, r."officialId", $3, $4, $5, last.position + r.index + 1, $6, $7, $8, $7, $8, $9
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "officialId" uuid, index int),
         (SELECT coalesce(max(position), 0) AS position FROM proposals WHERE course_id = $2 AND unit_id = $4) last`,
      [JSON.stringify(rows), where.courseId, where.cellId, where.unitId, state, note, at, accountId, bySelf],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns whether it still was in the state that the caller saw. */
  async move(
    id: string,
    from: ProposalState,
    to: ProposalState,
    { reason = null, nominationId = null }: { reason?: string | null; nominationId?: string | null },
    { accountId, at }: By,
  ): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE proposals SET state = $3, reason = $4, nomination_id = $5, changed_at = $6, changed_by = $7, version = version + 1
       WHERE id = $1 AND state = $2`,
      [id, from, to, reason, nominationId, at, accountId],
    );
    return changed === 1;
  }

  /** Takes one's own wish back. @returns whether it was one's own, and nobody had taken it up yet. */
  async withdrawWish(id: string, officialId: string, { accountId, at }: By): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE proposals SET state = 'withdrawn', changed_at = $3, changed_by = $4, version = version + 1
       WHERE id = $1 AND official_id = $2 AND by_self AND state = 'interest'`,
      [id, officialId, at, accountId],
    );
    return changed === 1;
  }

  /** Puts proposals of one class into this order, before all others. */
  async order(ids: readonly string[], { accountId, at }: By): Promise<void> {
    await this.db.write(
      `UPDATE proposals pr SET position = w.position, changed_at = $2, changed_by = $3, version = pr.version + 1
       FROM (
         SELECT other.id, row_number() OVER (PARTITION BY other.unit_id ORDER BY array_position($1::uuid[], other.id), other.position) AS position
         FROM proposals other WHERE (other.course_id, other.unit_id) IN (SELECT course_id, unit_id FROM proposals WHERE id = ANY($1::uuid[]))
       ) w WHERE pr.id = w.id AND pr.position <> w.position`,
      [ids, at, accountId],
    );
  }

  /** Keeps what a cell answers; a later answer takes the place of the one before. */
  async answer(
    courseId: string,
    cellId: string,
    answer: { answer: CellAnswer; reason: string; until: PlainDate | null },
    { accountId, at }: By,
  ): Promise<void> {
    await this.db.rows(
      `INSERT INTO cell_answers (id, course_id, cell_id, answer, reason, until, answered_at, answered_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT ON CONSTRAINT cell_answer_once_per_course DO UPDATE SET answer = excluded.answer, reason = excluded.reason,
         until = excluded.until, answered_at = excluded.answered_at, answered_by = excluded.answered_by`,
      [newId(), courseId, cellId, answer.answer, answer.reason, answer.until, at, accountId],
    );
  }

  /** A cell that proposes people no longer says that there is no one. */
  async forgetAnswer(courseId: string, cellId: string): Promise<void> {
    await this.db.write('DELETE FROM cell_answers WHERE course_id = $1 AND cell_id = $2', [courseId, cellId]);
  }
}
