import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';
import type { ReminderStage, ReminderState } from './reminder.types.js';
import type { DropReason, PlannedReminder } from './rules/due-reminders.js';

/** All that is planned for one call. */
export interface PlanOfCall {
  readonly unitCallId: string;
  readonly deadline: PlainDate;
  readonly reminders: readonly PlannedReminder[];
}

/** A reminder as the board handles it. */
export interface HandledReminder {
  id: string;
  courseId: string;
  unitId: string;
  stage: ReminderStage;
  state: ReminderState;
}

/** Dropped for these reasons, a stage that is planned again is owed again. */
const REVIVED = `('policy-changed', 'deadline-moved', 'answered')`;

/** Writes of reminders: a row is the promise, whatever becomes of the queue. */
@Injectable()
export class RemindersRepository {
  constructor(private readonly db: Database) {}

  /**
   * Plans reminders of calls. What went, was answered or was taken out by hand stays as it is; what is planned follows the
   * new plan, unless somebody chose its day.
   */
  async plan(calls: readonly PlanOfCall[]): Promise<void> {
    await this.db.rows(
      `INSERT INTO reminders (id, unit_call_id, stage, deadline, due_at, audience, channels, own_text)
       SELECT id, unit_call_id, stage, deadline, due_at, ARRAY(SELECT jsonb_array_elements_text(audience)),
         ARRAY(SELECT jsonb_array_elements_text(channels)), own_text
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, unit_call_id uuid, stage text, deadline date, due_at timestamptz,
         audience jsonb, channels jsonb, own_text text)
       ON CONFLICT ON CONSTRAINT reminder_once_per_stage DO UPDATE
       SET due_at = excluded.due_at, audience = excluded.audience, channels = excluded.channels, own_text = excluded.own_text,
         state = 'planned', dropped_because = NULL
       WHERE (reminders.state = 'planned' AND NOT reminders.by_hand AND reminders.stage <> 'call')
         OR (reminders.state = 'dropped' AND reminders.dropped_because IN ${REVIVED}
           AND NOT EXISTS (SELECT FROM reminder_recipients rr WHERE rr.reminder_id = reminders.id))`,
      [JSON.stringify(calls.flatMap(rowsOf))],
    );
  }

  /** Takes out stages that are planned for calls and no longer stand in their plan. */
  async dropUnplanned(calls: readonly PlanOfCall[]): Promise<void> {
    await this.db.write(
      `UPDATE reminders r SET state = 'dropped', dropped_because = 'policy-changed'
       FROM jsonb_to_recordset($1::jsonb) AS p(unit_call_id uuid, stages jsonb)
       WHERE r.unit_call_id = p.unit_call_id AND r.state = 'planned' AND NOT r.by_hand
         AND r.stage NOT IN ('call', 'nudge') AND NOT p.stages ? r.stage`,
      [
        JSON.stringify(
          calls.map(({ unitCallId, reminders }) => ({
            unit_call_id: unitCallId,
            stages: reminders.map(({ stage }) => stage),
          })),
        ),
      ],
    );
  }

  /** Drops what is still planned for a call. @param otherThan keeps reminders that speak of this deadline. */
  async dropPlannedOfCall(unitCallId: string, because: DropReason, otherThan: PlainDate | null = null): Promise<void> {
    await this.db.write(
      `UPDATE reminders SET state = 'dropped', dropped_because = $2
       WHERE unit_call_id = $1 AND state = 'planned' AND deadline IS DISTINCT FROM $3::date`,
      [unitCallId, because, otherThan],
    );
  }

  /** Drops what is still planned for a whole class. */
  async dropPlannedOfCourse(courseId: string, because: DropReason): Promise<void> {
    await this.db.write(
      `UPDATE reminders r SET state = 'dropped', dropped_because = $2 FROM unit_calls uc
       WHERE uc.id = r.unit_call_id AND uc.course_id = $1 AND r.state = 'planned'`,
      [courseId, because],
    );
  }

  /** Whether a press is new. @param press its id was made by whoever pressed, so a repeated request is no new one. */
  async insertNudge(
    press: { id: string; courseId: string; note: string | null; by: string },
    now: Date,
  ): Promise<boolean> {
    const row = await this.db.row(
      `INSERT INTO reminder_nudges (id, course_id, note, pressed_at, pressed_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING id`,
      [press.id, press.courseId, press.note, now, press.by],
    );
    return row !== null;
  }

  async planNudges(nudgeId: string, calls: readonly { id: string; deadline: PlainDate }[], now: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO reminders (id, unit_call_id, stage, deadline, due_at, nudge_id, by_hand)
       SELECT c.id, c.unit_call_id, 'nudge', c.deadline, $2, $1, true
       FROM unnest($3::uuid[], $4::uuid[], $5::date[]) AS c(id, unit_call_id, deadline)
       ON CONFLICT ON CONSTRAINT reminder_once_per_stage DO NOTHING`,
      [nudgeId, now, calls.map(() => newId()), calls.map(({ id }) => id), calls.map(({ deadline }) => deadline)],
    );
  }

  /** One reminder of a class that stands in the subtree of `scope`, held until the transaction ends. */
  hold(scope: string, id: string): Promise<HandledReminder | null> {
    return this.db.row<HandledReminder>(
      `SELECT r.id, uc.course_id AS "courseId", uc.unit_id AS "unitId", r.stage, r.state FROM reminders r
         JOIN unit_calls uc ON uc.id = r.unit_call_id JOIN courses co ON co.id = uc.course_id
       WHERE r.id = $2 AND ${inSubtree('co.unit_id', '$1')} FOR UPDATE OF r`,
      [scope, id],
    );
  }

  async moveTo(id: string, dueAt: Date): Promise<void> {
    await this.db.write('UPDATE reminders SET due_at = $2, by_hand = true WHERE id = $1', [id, dueAt]);
  }

  async cancel(id: string): Promise<void> {
    await this.db.write(`UPDATE reminders SET state = 'dropped', dropped_because = 'cancelled' WHERE id = $1`, [id]);
  }
}

const rowsOf = ({ unitCallId, deadline, reminders }: PlanOfCall): object[] =>
  reminders.map(({ stage, dueAt, audience, channels, ownText }) => ({
    id: newId(),
    unit_call_id: unitCallId,
    stage,
    deadline,
    due_at: dueAt,
    audience,
    channels,
    own_text: ownText,
  }));
