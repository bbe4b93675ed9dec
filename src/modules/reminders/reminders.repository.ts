import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';
import type { ReminderStage, ReminderState, Trigger } from './reminder.types.js';
import type { PlannedReminder } from './rules/due-reminders.js';
import type { DropReason } from './rules/triggers.js';
import type { SubjectRef } from './subjects.queries.js';

/** All that is planned for one subject: a call, a class, a unit in a class, a day of sessions, places. */
export interface Plan {
  readonly subject: SubjectRef & { readonly holderId: string; readonly courseId?: string | null };
  /** The day that its stages count from. */
  readonly day: PlainDate;
  readonly reminders: readonly PlannedReminder[];
}

/** A reminder as the board handles it. */
export interface HandledReminder {
  id: string;
  courseId: string | null;
  programId: string;
  holderId: string;
  unitId: string;
  stage: ReminderStage;
  state: ReminderState;
}

/** Dropped for these reasons, a stage that is planned again is owed again. */
const REVIVED = `('policy-changed', 'deadline-moved', 'day-moved', 'answered', 'settled')`;

/** Writes of reminders: a row is the promise, whatever becomes of the queue. */
@Injectable()
export class RemindersRepository {
  constructor(private readonly db: Database) {}

  /**
   * Plans reminders. What went, was answered or was taken out by hand stays as it is; what is planned follows the new
   * plan, unless somebody chose its day.
   */
  async plan(plans: readonly Plan[]): Promise<void> {
    const rows = plans.flatMap(rowsOf);
    if (rows.length === 0) return;
    await this.db.rows(
      `INSERT INTO reminders (id, trigger, unit_call_id, course_id, session_id, quota_id, unit_id, holder_id, stage, deadline, due_at, audience, channels, own_text)
       SELECT id, trigger, unit_call_id, course_id, session_id, quota_id, unit_id, holder_id, stage, deadline, due_at,
         ARRAY(SELECT jsonb_array_elements_text(audience)), ARRAY(SELECT jsonb_array_elements_text(channels)), own_text
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, trigger text, unit_call_id uuid, course_id uuid, session_id uuid, quota_id uuid, unit_id uuid,
         holder_id uuid, stage text, deadline date, due_at timestamptz, audience jsonb, channels jsonb, own_text text)
       ON CONFLICT ON CONSTRAINT reminder_once_per_stage DO UPDATE
       SET due_at = excluded.due_at, audience = excluded.audience, channels = excluded.channels, own_text = excluded.own_text,
         state = 'planned', dropped_because = NULL
       WHERE (reminders.state = 'planned' AND NOT reminders.by_hand AND reminders.stage NOT IN ('call', 'free')
           AND (reminders.due_at, reminders.audience, reminders.channels, reminders.own_text)
             IS DISTINCT FROM (excluded.due_at, excluded.audience, excluded.channels, excluded.own_text))
         OR (reminders.state = 'dropped' AND reminders.dropped_because IN ${REVIVED}
           AND NOT EXISTS (SELECT FROM reminder_recipients rr WHERE rr.reminder_id = reminders.id))`,
      [JSON.stringify(rows)],
    );
  }

  /** Takes out stages that are planned for these subjects and no longer stand in their plan. */
  async dropUnplanned(plans: readonly Plan[]): Promise<void> {
    await this.db.write(
      `UPDATE reminders r SET state = 'dropped', dropped_because = 'policy-changed'
       FROM jsonb_to_recordset($1::jsonb) AS p(subject_id uuid, trigger text, stages jsonb)
       WHERE r.subject_id = p.subject_id AND r.trigger = p.trigger AND r.state = 'planned' AND NOT r.by_hand
         AND r.stage <> 'nudge' AND NOT p.stages ? r.stage`,
      [
        JSON.stringify(
          plans.map(({ subject, reminders }) => ({
            subject_id: subject.subjectId,
            trigger: subject.trigger,
            stages: reminders.map(({ stage }) => stage),
          })),
        ),
      ],
    );
  }

  /**
   * Takes out what is planned for later by some triggers and stands in no plan any more: of these plans all that is owed
   * is made of, so what they do not speak of is settled, or has another day or policy.
   */
  async dropOutside(triggers: readonly Trigger[], plans: readonly Plan[], now: Date): Promise<void> {
    await this.db.write(
      `WITH standing AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($2::jsonb)
         AS p(subject_id uuid, unit_id uuid, trigger text, deadline date, stages jsonb))
       UPDATE reminders r SET state = 'dropped', dropped_because = CASE
         WHEN EXISTS (SELECT FROM standing s WHERE (s.subject_id, s.unit_id, s.trigger, s.deadline) = (r.subject_id, r.unit_id, r.trigger, r.deadline)) THEN 'policy-changed'
         WHEN EXISTS (SELECT FROM standing s WHERE (s.subject_id, s.unit_id, s.trigger) = (r.subject_id, r.unit_id, r.trigger)) THEN 'day-moved'
         ELSE 'settled' END
       WHERE r.trigger = ANY($1::text[]) AND r.state = 'planned' AND NOT r.by_hand AND r.due_at > $3 AND NOT EXISTS (
         SELECT FROM standing s WHERE (s.subject_id, s.unit_id, s.trigger, s.deadline) = (r.subject_id, r.unit_id, r.trigger, r.deadline)
           AND s.stages ? r.stage)`,
      [
        triggers,
        JSON.stringify(
          plans.map(({ subject, day, reminders }) => ({
            subject_id: subject.subjectId,
            unit_id: subject.unitId,
            trigger: subject.trigger,
            deadline: day,
            stages: reminders.map(({ stage }) => stage),
          })),
        ),
        now,
      ],
    );
  }

  /** Drops what is still planned for a call's answer. @param otherThan keeps reminders that speak of this deadline. */
  async dropPlannedOfCall(unitCallId: string, because: DropReason, otherThan: PlainDate | null = null): Promise<void> {
    await this.db.write(
      `UPDATE reminders SET state = 'dropped', dropped_because = $2
       WHERE subject_id = $1 AND trigger IN ('opening', 'deadline') AND state = 'planned' AND deadline IS DISTINCT FROM $3::date`,
      [unitCallId, because, otherThan],
    );
  }

  /** Drops what is still planned for the answers to a whole class. */
  async dropPlannedOfCourse(courseId: string, because: DropReason): Promise<void> {
    await this.db.write(
      `UPDATE reminders SET state = 'dropped', dropped_because = $2
       WHERE course_id = $1 AND unit_call_id IS NOT NULL AND state = 'planned'`,
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
      `INSERT INTO reminders (id, trigger, unit_call_id, stage, deadline, due_at, nudge_id, by_hand)
       SELECT c.id, 'deadline', c.unit_call_id, 'nudge', c.deadline, $2, $1, true
       FROM unnest($3::uuid[], $4::uuid[], $5::date[]) AS c(id, unit_call_id, deadline)
       ON CONFLICT ON CONSTRAINT reminder_once_per_stage DO NOTHING`,
      [nudgeId, now, calls.map(() => newId()), calls.map(({ id }) => id), calls.map(({ deadline }) => deadline)],
    );
  }

  /** One reminder of a class or of places that are held in the subtree of `scope`, held until the transaction ends. */
  hold(scope: string, id: string): Promise<HandledReminder | null> {
    return this.db.row<HandledReminder>(
      `SELECT r.id, r.course_id AS "courseId", coalesce(co.program_id, q.program_id) AS "programId", r.holder_id AS "holderId",
         r.unit_id AS "unitId", r.stage, r.state
       FROM reminders r LEFT JOIN courses co ON co.id = r.course_id LEFT JOIN quotas q ON q.id = r.quota_id
       WHERE r.id = $2 AND ${inSubtree('r.holder_id', '$1')} FOR UPDATE OF r`,
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

const rowsOf = ({ subject, day, reminders }: Plan): object[] =>
  reminders.map(({ trigger, stage, dueAt, audience, channels, ownText }) => ({
    id: newId(),
    trigger,
    ...subjectColumns(subject),
    unit_id: subject.unitId,
    holder_id: subject.holderId,
    stage,
    deadline: day,
    due_at: dueAt,
    audience,
    channels,
    own_text: ownText,
  }));

/** The columns that a subject stands in. */
function subjectColumns({ trigger, subjectId, courseId }: Plan['subject']): object {
  if (trigger === 'quota') return { quota_id: subjectId };
  if (trigger === 'attendance') return { session_id: subjectId, course_id: courseId };
  return ['opening', 'deadline', 'free-places'].includes(trigger)
    ? { unit_call_id: subjectId }
    : { course_id: subjectId };
}
