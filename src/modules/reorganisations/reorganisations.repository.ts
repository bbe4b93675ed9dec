import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { ReorganisationState } from './dto/reorganisation.view.js';
import type { Step } from './rules/plan.types.js';

/** A reorganisation as its board wrote it down. */
export interface Written {
  readonly documentNumber: string;
  readonly documentDate: PlainDate;
  readonly effectiveOn: PlainDate;
  readonly steps: readonly Step[];
}

/** Writes of reorganisations. */
@Injectable()
export class ReorganisationsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Lets nobody else write what a reorganisation moves, until the transaction ends: a nomination made in this moment would
   * stay with a unit that is no more. In the order in which nominations take places, so that they wait and do not clash.
   */
  async lock(): Promise<void> {
    await this.db.rows(
      'LOCK TABLE quotas, courses, unit_calls, nominations, reminders, venues, lecturers, blackouts, training_plans, plan_versions, plan_lines, officials, official_posts, accounts, units IN EXCLUSIVE MODE',
    );
  }

  async insert(
    unitId: string,
    { documentNumber, documentDate, effectiveOn, steps }: Written,
    now: Date,
  ): Promise<string> {
    const id = newId();
    await this.db.rows(
      `INSERT INTO reorganisations (id, unit_id, document_number, document_date, effective_on, steps, created_at)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
      [id, unitId, documentNumber, documentDate, effectiveOn, JSON.stringify(steps), now],
    );
    return id;
  }

  /** Changes a draft. @returns whether it still was one. */
  async update(id: string, { documentNumber, documentDate, effectiveOn, steps }: Partial<Written>): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE reorganisations SET document_number = coalesce($2, document_number), document_date = coalesce($3::date, document_date),
         effective_on = coalesce($4::date, effective_on), steps = coalesce($5::jsonb, steps), version = version + 1
       WHERE id = $1 AND state = 'draft'`,
      [id, documentNumber ?? null, documentDate ?? null, effectiveOn ?? null, steps ? JSON.stringify(steps) : null],
    );
    return changed === 1;
  }

  async mark(id: string, state: ReorganisationState, now: Date): Promise<void> {
    await this.db.write(
      `UPDATE reorganisations SET state = $2, applied_at = CASE WHEN $2 = 'applied' THEN $3::timestamptz END,
         undone_at = CASE WHEN $2 = 'draft' THEN $3::timestamptz ELSE undone_at END, version = version + 1 WHERE id = $1`,
      [id, state, now],
    );
  }
}
