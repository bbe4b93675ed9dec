import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import type { Inheritance } from '../units/index.js';
import { type CallStanding, heirCalls } from './rules/heir-calls.js';

/** Classes that are not over: what is still open about them goes on. */
const NOT_OVER = `co.state IN ('open', 'closed', 'confirmed', 'running')`;

/** What became of calls, for those who remind. */
export interface CarriedCalls {
  /** Calls of units that ended. */
  readonly ended: string[];
  /** Heirs' calls that took over an ended unit's. */
  readonly taken: { from: string; to: string }[];
}

/** Calls to units that end, and classes that they hold. */
@Injectable()
export class CallsCarryOver {
  constructor(private readonly db: Database) {}

  /** Calls to classes that are not over, by unit. */
  async count(unitIds: readonly string[]): Promise<Map<string, number>> {
    const calls = await this.standing(unitIds);
    return new Map(unitIds.map((id) => [id, calls.filter(({ unitId }) => unitId === id).length]));
  }

  /** Classes that are not over, drafts too, by the unit that holds them. */
  async held(unitIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ unitId: string; n: number }>(
      `SELECT co.unit_id AS "unitId", count(*)::int AS n FROM courses co
       WHERE co.unit_id = ANY($1::uuid[]) AND (${NOT_OVER} OR co.state = 'draft') GROUP BY 1`,
      [unitIds],
    );
    return new Map(rows.map(({ unitId, n }) => [unitId, n]));
  }

  /**
   * Each heir has one call to each class: the most advanced answer wins, then the latest deadline. The ended units' calls
   * are answered by that, and stay as history. Classes they hold go to the heir of what is no person's.
   */
  async carryOver({ ended }: Inheritance, by: string, now: Date): Promise<CarriedCalls> {
    const units = ended.map(({ unitId }) => unitId);
    const calls = await this.standing([...units, ...ended.flatMap(({ heirs }) => heirs)]);
    const chosen = heirCalls(calls, new Map(ended.map(({ unitId, heirs }) => [unitId, heirs])));
    const moves = chosen
      .filter(({ source, own }) => source !== own)
      .map(({ heir, source, own }) => ({ id: own ?? newId(), heir, source }));
    await this.takeOver(moves);
    const over = await this.db.rows<{ id: string }>(
      `UPDATE unit_calls uc SET answer = 'carried-over', answered_at = $2, answered_by = $3, asked_until = NULL FROM courses co
       WHERE co.id = uc.course_id AND ${NOT_OVER} AND uc.unit_id = ANY($1::uuid[]) AND uc.answer IS DISTINCT FROM 'carried-over'
       RETURNING uc.id`,
      [units, now, by],
    );
    await this.db.write(
      `UPDATE courses co SET unit_id = h.main FROM jsonb_to_recordset($1::jsonb) AS h(unit uuid, main uuid)
       WHERE co.unit_id = h.unit AND h.main IS NOT NULL AND (${NOT_OVER} OR co.state = 'draft')`,
      [JSON.stringify(ended.map(({ unitId, main }) => ({ unit: unitId, main })))],
    );
    return { ended: over.map(({ id }) => id), taken: moves.map(({ id, source }) => ({ from: source, to: id })) };
  }

  private standing(unitIds: readonly string[]): Promise<CallStanding[]> {
    return this.db.rows<CallStanding>(
      `SELECT uc.id, uc.course_id AS "courseId", uc.unit_id AS "unitId", uc.answer, uc.deadline
       FROM unit_calls uc JOIN courses co ON co.id = uc.course_id
       WHERE uc.unit_id = ANY($1::uuid[]) AND ${NOT_OVER} AND uc.answer IS DISTINCT FROM 'carried-over' ORDER BY uc.id`,
      [unitIds],
    );
  }

  private async takeOver(moves: readonly { id: string; heir: string; source: string }[]): Promise<void> {
    await this.db.rows(
      `INSERT INTO unit_calls (id, course_id, unit_id, called_at, deadline, answer, answered_at, answered_by, late, reason, asked_until, expected)
       SELECT m.id, s.course_id, m.heir, s.called_at, s.deadline, s.answer, s.answered_at, s.answered_by, s.late, s.reason, s.asked_until, s.expected
       FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, heir uuid, source uuid) JOIN unit_calls s ON s.id = m.source
       ON CONFLICT ON CONSTRAINT unit_called_once_per_course DO UPDATE SET deadline = excluded.deadline, answer = excluded.answer,
         answered_at = excluded.answered_at, answered_by = excluded.answered_by, late = excluded.late, reason = excluded.reason,
         asked_until = excluded.asked_until, expected = coalesce(unit_calls.expected, excluded.expected)`,
      [JSON.stringify(moves)],
    );
  }
}
