import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';
import type { AddCommentDto } from './dto/matrix.dto.js';
import type { QuotaCommentView } from './dto/matrix.view.js';

/** What is said about cells of the matrix. */
@Injectable()
export class MatrixQueries {
  constructor(private readonly db: Database) {}

  /** Comments on units of the scope, the oldest first. */
  comments(scope: string, period: number): Promise<QuotaCommentView[]> {
    return this.db.rows<QuotaCommentView>(
      `SELECT c.id, c.program_id AS "programId", c.unit_id AS "unitId", c.text, c.at, a.display_name AS author
       FROM quota_comments c JOIN accounts a ON a.id = c.account_id
       WHERE c.period = $2 AND ${inSubtree('c.unit_id', '$1')} ORDER BY c.at, c.id`,
      [scope, period],
    );
  }

  async addComment(
    { programId, period, unitId, text }: AddCommentDto,
    { id, at, accountId }: { readonly id: string; readonly at: Date; readonly accountId: string },
  ): Promise<void> {
    await this.db.rows(
      `INSERT INTO quota_comments (id, program_id, period, unit_id, text, at, account_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, programId, period, unitId, text.trim(), at, accountId],
    );
  }
}
