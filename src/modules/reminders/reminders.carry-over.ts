import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CarriedCalls } from '../courses/index.js';

/** Reminders of calls that go on to an heir; all others are planned anew by how things then stand. */
@Injectable()
export class RemindersCarryOver {
  constructor(private readonly db: Database) {}

  /** Reminders still planned, by the unit that is called. */
  async count(unitIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ unitId: string; n: number }>(
      `SELECT unit_id AS "unitId", count(*)::int AS n FROM reminders
       WHERE unit_id = ANY($1::uuid[]) AND unit_call_id IS NOT NULL AND state = 'planned' GROUP BY 1`,
      [unitIds],
    );
    return new Map(rows.map(({ unitId, n }) => [unitId, n]));
  }

  /** What is planned for a call that an heir takes over is planned for the heir; for the ended units nothing is. */
  async carryOver({ ended, taken }: CarriedCalls): Promise<void> {
    const moves = JSON.stringify(taken);
    await this.db.write(
      `UPDATE reminders r SET state = 'dropped', dropped_because = 'deadline-moved'
       FROM jsonb_to_recordset($1::jsonb) AS m("from" uuid, "to" uuid) JOIN unit_calls uc ON uc.id = m."to"
       WHERE r.unit_call_id = m."to" AND r.state = 'planned' AND r.deadline <> uc.deadline`,
      [moves],
    );
    await this.db.rows(
      `INSERT INTO reminders (id, trigger, unit_call_id, stage, deadline, due_at, audience, channels, own_text, by_hand, nudge_id)
       SELECT gen_random_uuid(), r.trigger, m."to", r.stage, r.deadline, r.due_at, r.audience, r.channels, r.own_text, r.by_hand, r.nudge_id
       FROM jsonb_to_recordset($1::jsonb) AS m("from" uuid, "to" uuid) JOIN reminders r ON r.unit_call_id = m."from"
       WHERE r.state = 'planned' ON CONFLICT ON CONSTRAINT reminder_once_per_stage DO NOTHING`,
      [moves],
    );
    await this.db.write(
      `UPDATE reminders SET state = 'dropped', dropped_because = 'carried-over'
       WHERE unit_call_id = ANY($1::uuid[]) AND state = 'planned'`,
      [ended],
    );
  }
}
