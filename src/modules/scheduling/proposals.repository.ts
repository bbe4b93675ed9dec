import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/access/actor.js';
import type { ClassSettings, Explanation, Placement, Weights } from './schedule.types.js';

/** A proposal to work out. */
export interface NewProposal {
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly weights: Weights;
  readonly classesPerWeek: number;
  readonly items: readonly { readonly courseId: string; readonly settings: ClassSettings }[];
}

/** What came out for one class. */
export interface Outcome {
  readonly courseId: string;
  readonly placement: Placement | null;
  readonly explanation: Explanation;
}

/** Writes of proposals. */
@Injectable()
export class ProposalsRepository {
  constructor(private readonly db: Database) {}

  async insert(actor: Actor, proposal: NewProposal, now: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO schedule_proposals (id, unit_id, created_by, created_by_name, created_at, days, weights, classes_per_week, status)
       VALUES ($1, $2, $3, $4, $5, daterange($6::date, $7::date, '[]'), $8, $9, 'solving')`,
      [
        proposal.id,
        actor.unitId,
        actor.accountId,
        actor.displayName,
        now,
        proposal.from,
        proposal.to,
        JSON.stringify(proposal.weights),
        proposal.classesPerWeek,
      ],
    );
    await this.db.rows(
      `INSERT INTO schedule_items (proposal_id, course_id, position, settings)
       SELECT $1, (i.item->>'courseId')::uuid, i.position, i.item->'settings'
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS i(item, position)`,
      [proposal.id, JSON.stringify(proposal.items)],
    );
  }

  /** Asks for a proposal anew. @returns the number of the run, or null when it is at work or accepted. */
  async rerun(id: string): Promise<number | null> {
    const [row] = await this.db.rows<{ run: number }>(
      `UPDATE schedule_proposals SET status = 'solving', run = run + 1 WHERE id = $1 AND status = 'ready' RETURNING run`,
      [id],
    );
    return row?.run ?? null;
  }

  /** Keeps what a run came to, unless another was asked for meanwhile. */
  async finish(
    id: string,
    run: number,
    result: { price: number; inOrder: number; best: boolean; outcomes: readonly Outcome[] },
    now: Date,
  ): Promise<void> {
    const kept = await this.db.write(
      `UPDATE schedule_proposals SET status = 'ready', price = $3, in_order = $4, best = $5, solved_at = $6
       WHERE id = $1 AND run = $2 AND status = 'solving'`,
      [id, run, result.price, result.inOrder, result.best, now],
    );
    if (kept === 0) return;
    await this.db.write(
      `UPDATE schedule_items i SET placement = nullif(o.placement, 'null'), explanation = o.explanation, locked = i.locked AND nullif(o.placement, 'null') IS NOT NULL
       FROM jsonb_to_recordset($2::jsonb) AS o("courseId" uuid, placement jsonb, explanation jsonb)
       WHERE i.proposal_id = $1 AND i.course_id = o."courseId"`,
      [id, JSON.stringify(result.outcomes)],
    );
  }

  /** Says a class otherwise. */
  async changeItem(
    id: string,
    courseId: string,
    change: { settings: ClassSettings; placement: Placement | null; locked: boolean; explanation: Explanation | null },
  ): Promise<void> {
    await this.db.write(
      `UPDATE schedule_items SET settings = $3, placement = $4, locked = $5, explanation = $6 WHERE proposal_id = $1 AND course_id = $2`,
      [
        id,
        courseId,
        JSON.stringify(change.settings),
        change.placement && JSON.stringify(change.placement),
        change.locked,
        change.explanation && JSON.stringify(change.explanation),
      ],
    );
  }

  /** @returns whether it was still open. */
  async accept(id: string, courseIds: readonly string[], by: string, now: Date): Promise<boolean> {
    const accepted = await this.db.write(
      `UPDATE schedule_proposals SET status = 'accepted', accepted_at = $2, accepted_by_name = $3 WHERE id = $1 AND status = 'ready'`,
      [id, now, by],
    );
    await this.db.write(
      'UPDATE schedule_items SET accepted = true WHERE proposal_id = $1 AND course_id = ANY($2::uuid[])',
      [id, courseIds],
    );
    return accepted === 1;
  }

  async delete(id: string): Promise<void> {
    await this.db.write('DELETE FROM schedule_proposals WHERE id = $1', [id]);
  }
}
