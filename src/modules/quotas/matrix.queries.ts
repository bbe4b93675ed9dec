import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';
import type { AddCommentDto } from './dto/matrix.dto.js';
import type { QuotaCommentView } from './dto/matrix.view.js';

/** The cells of the matrix as they stand, and what is said about them. */
@Injectable()
export class MatrixQueries {
  constructor(private readonly db: Database) {}

  /** Places of units by `programId unitId`, held until the transaction ends, always in the same order. */
  async held(period: number, programIds: readonly string[], unitIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ programId: string; unitId: string; places: number }>(
      `SELECT program_id AS "programId", unit_id AS "unitId", places FROM quotas
       WHERE period = $1 AND program_id = ANY($2::uuid[]) AND unit_id = ANY($3::uuid[]) ORDER BY id FOR UPDATE`,
      [period, programIds, unitIds],
    );
    return new Map(rows.map(({ programId, unitId, places }) => [`${programId} ${unitId}`, places]));
  }

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
