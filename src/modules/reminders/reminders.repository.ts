import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { ReminderStage } from './reminder.types.js';
import type { DropReason, PlannedReminder } from './rules/due-reminders.js';

/** A reminder whose time has come, held until the transaction ends. */
export interface DueReminder {
  id: string;
  unitCallId: string;
  stage: ReminderStage;
  deadline: PlainDate;
  /** Whether a later stage of the same call is due as well, or was quicker. */
  later: boolean;
}

/** Writes of reminders: a row is the promise, whatever becomes of the queue. */
@Injectable()
export class RemindersRepository {
  constructor(private readonly db: Database) {}

  /** Plans reminders of one call; a stage that is planned for that deadline already stays as it is. */
  async plan(unitCallId: string, deadline: PlainDate, reminders: readonly PlannedReminder[]): Promise<void> {
    await this.db.rows(
      `INSERT INTO reminders (id, unit_call_id, stage, deadline, due_at)
       SELECT r.id, $1, r.stage, $2, r.due_at FROM unnest($3::uuid[], $4::text[], $5::timestamptz[]) AS r(id, stage, due_at)
       ON CONFLICT ON CONSTRAINT reminder_once_per_stage DO NOTHING`,
      [
        unitCallId,
        deadline,
        reminders.map(() => newId()),
        reminders.map(({ stage }) => stage),
        reminders.map(({ dueAt }) => dueAt),
      ],
    );
  }

  /** Takes reminders whose time has come, so that each is queued once however many workers look. */
  async takeDue(now: Date, limit: number): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `UPDATE reminders SET state = 'queued' WHERE id IN (
         SELECT id FROM reminders WHERE state = 'planned' AND due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** One queued reminder, or null when it went or was dropped meanwhile. */
  hold(id: string, now: Date): Promise<DueReminder | null> {
    return this.db.row<DueReminder>(
      `SELECT r.id, r.unit_call_id AS "unitCallId", r.stage, r.deadline, EXISTS (SELECT FROM reminders l
         WHERE l.unit_call_id = r.unit_call_id AND l.due_at > r.due_at AND l.due_at <= $2 AND l.state IN ('planned', 'queued', 'sent')) AS later
       FROM reminders r WHERE r.id = $1 AND r.state = 'queued' FOR UPDATE OF r`,
      [id, now],
    );
  }

  async markSent(id: string, recipients: number, now: Date): Promise<void> {
    await this.db.write(`UPDATE reminders SET state = 'sent', sent_at = $2, recipients = $3 WHERE id = $1`, [
      id,
      now,
      recipients,
    ]);
  }

  async drop(id: string, because: DropReason): Promise<void> {
    await this.db.write(`UPDATE reminders SET state = 'dropped', dropped_because = $2 WHERE id = $1`, [id, because]);
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
}
