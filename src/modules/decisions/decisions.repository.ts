import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { Database } from '../../platform/database/database.js';

interface By {
  readonly accountId: string;
  readonly at: Date;
}

/** Writes of decisions. */
@Injectable()
export class DecisionsRepository {
  constructor(private readonly db: Database) {}

  /** A draft that lists everyone approved in these classes whom no decision names yet. @returns its id, and how many. */
  async draft(
    unitId: string,
    programId: string,
    courseIds: readonly string[],
    { accountId, at }: By,
  ): Promise<{ id: string; people: number }> {
    const id = newId();
    await this.db.rows(
      `INSERT INTO decisions (id, unit_id, program_id, state, created_at, created_by) VALUES ($1, $2, $3, 'draft', $4, $5)`,
      [id, unitId, programId, at, accountId],
    );
    const lines = await this.db.rows(
      `INSERT INTO decision_lines (id, decision_id, nomination_id, position, added_at)
       SELECT gen_random_uuid(), $1, n.id, row_number() OVER (ORDER BY co.starts_on, co.code, n.queue_no), $3
       FROM nominations n JOIN courses co ON co.id = n.course_id
       WHERE n.course_id = ANY($2::uuid[]) AND n.state = 'approved'
         AND NOT EXISTS (SELECT 1 FROM decision_lines l WHERE l.nomination_id = n.id AND l.ended IS NULL) RETURNING id`,
      [id, courseIds, at],
    );
    return { id, people: lines.length };
  }

  /** Holds quotas and classes of a decision's people, in the order of all locks, then the decision. */
  async hold(id: string): Promise<void> {
    await this.db.rows(
      `SELECT q.id FROM quotas q WHERE q.id IN (SELECT n.quota_id FROM decision_lines l JOIN nominations n ON n.id = l.nomination_id
         WHERE l.decision_id = $1) ORDER BY q.id FOR UPDATE`,
      [id],
    );
    await this.db.rows(
      `SELECT co.id FROM courses co WHERE co.id IN (SELECT n.course_id FROM decision_lines l JOIN nominations n ON n.id = l.nomination_id
         WHERE l.decision_id = $1) ORDER BY co.id FOR UPDATE`,
      [id],
    );
    await this.db.rows('SELECT id FROM decisions WHERE id = $1 FOR UPDATE', [id]);
  }

  async issue(
    id: string,
    document: { number: string; decidedOn: PlainDate; signer: string },
    { accountId, at }: By,
  ): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE decisions SET state = 'issued', number = $2, decided_on = $3, signer = $4, issued_at = $5, issued_by = $6
       WHERE id = $1 AND state = 'draft'`,
      [id, toNfc(document.number).trim(), document.decidedOn, toNfc(document.signer).trim(), at, accountId],
    );
    return changed === 1;
  }

  async revoke(id: string, reason: string, { accountId, at }: By): Promise<boolean> {
    const changed = await this.db.write(
      `WITH ended AS (UPDATE decision_lines SET ended = 'revoked' WHERE decision_id = $1 AND ended IS NULL)
       UPDATE decisions SET state = 'revoked', revoke_reason = $2, revoked_at = $3, revoked_by = $4 WHERE id = $1 AND state = 'issued'`,
      [id, reason, at, accountId],
    );
    return changed === 1;
  }

  /** Takes lines off a draft; their people stay approved. @returns how many */
  leaveOut(id: string, lineIds: readonly string[]): Promise<number> {
    return this.db.write(
      `DELETE FROM decision_lines l USING decisions d
       WHERE d.id = l.decision_id AND d.state = 'draft' AND l.decision_id = $1 AND l.id = ANY($2::uuid[]) AND l.ended IS NULL`,
      [id, lineIds],
    );
  }

  async discard(id: string): Promise<boolean> {
    return (await this.db.write(`DELETE FROM decisions WHERE id = $1 AND state = 'draft'`, [id])) === 1;
  }
}
