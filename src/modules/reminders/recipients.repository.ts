import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { CallFacts } from '../courses/index.js';
import type { Audience, Channel, ReminderStage } from './reminder.types.js';
import type { DropReason } from './rules/due-reminders.js';

/** One reminder that waits for one person, held until the transaction ends. */
export interface WaitingReminder {
  id: string;
  unitCallId: string;
  stage: ReminderStage;
  deadline: PlainDate;
  audience: Audience[];
  channels: Channel[];
  ownText: string | null;
  note: string | null;
  /** Whether a later stage of the same call is due as well, or was quicker. */
  later: boolean;
}

/** A reminder and the call it is about. */
export interface OwedReminder extends WaitingReminder {
  readonly call: CallFacts;
}

/** Somebody to whom reminders go. */
export interface Person {
  accountId: string;
  role: string;
  active: boolean;
}

/** Classes whose reminders are held back, as a condition on a call `uc`. */
export const PAUSED = 'EXISTS (SELECT FROM reminder_pauses paused WHERE paused.course_id = uc.course_id)';

/**
 * The accounts that reminders `due` (id, unit_call_id, audience) go to, as `(id, account_id)`: the called unit's own
 * people, the committees above it, their secretaries (who hear nothing before), and the board that holds the class.
 */
export const PEOPLE_OF_DUE = `
  SELECT due.id, a.id AS account_id FROM due JOIN unit_calls uc ON uc.id = due.unit_call_id
    JOIN accounts a ON a.unit_id = uc.unit_id AND a.role IN ('committee', 'cell') AND a.active WHERE 'unit' = ANY (due.audience)
  UNION SELECT due.id, a.id FROM due JOIN unit_calls uc ON uc.id = due.unit_call_id JOIN units u ON u.id = uc.unit_id
    JOIN accounts a ON a.unit_id = ANY (u.path) AND a.role = 'committee' AND a.active WHERE 'committee' = ANY (due.audience)
    AND NOT EXISTS (SELECT FROM reminder_secretaries s WHERE s.account_id = a.id)
  UNION SELECT due.id, a.id FROM due JOIN unit_calls uc ON uc.id = due.unit_call_id JOIN units u ON u.id = uc.unit_id
    JOIN accounts a ON a.unit_id = ANY (u.path) AND a.active JOIN reminder_secretaries s ON s.account_id = a.id WHERE 'secretary' = ANY (due.audience)
  UNION SELECT due.id, a.id FROM due JOIN unit_calls uc ON uc.id = due.unit_call_id JOIN courses co ON co.id = uc.course_id
    JOIN accounts a ON a.unit_id = co.unit_id AND a.role = 'board' AND a.active WHERE 'board' = ANY (due.audience)`;

/** Writes of who gets a reminder, and when. */
@Injectable()
export class RecipientsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Takes reminders whose time has come and writes down the people they go to; each is taken once however many workers
   * look. @returns how many were taken.
   */
  async expandDue(now: Date, limit: number): Promise<number> {
    const taken = await this.db.rows<{ id: string }>(
      `WITH due AS (
         UPDATE reminders SET state = 'queued' WHERE id IN (
           SELECT r.id FROM reminders r JOIN unit_calls uc ON uc.id = r.unit_call_id
           WHERE r.state = 'planned' AND r.due_at <= $1 AND NOT ${PAUSED}
           ORDER BY r.due_at LIMIT $2 FOR UPDATE OF r SKIP LOCKED)
         RETURNING id, unit_call_id, audience
       ), people AS (
         INSERT INTO reminder_recipients (reminder_id, account_id, not_before)
         SELECT id, account_id, $1 FROM (${PEOPLE_OF_DUE}) p ON CONFLICT DO NOTHING
       ) SELECT id FROM due`,
      [now, limit],
    );
    const ids = taken.map(({ id }) => id);
    await this.db.write(
      `UPDATE reminders r SET state = 'dropped', dropped_because = 'nobody' WHERE id = ANY($1::uuid[])
         AND NOT EXISTS (SELECT FROM reminder_recipients rr WHERE rr.reminder_id = r.id)`,
      [ids],
    );
    return ids.length;
  }

  /** Whether this transaction is the one that takes what is due; another is told no and need not wait. */
  async holdSweep(): Promise<boolean> {
    const row = await this.db.row<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('reminders:sweep', 0)) AS mine`,
    );
    return row?.mine === true;
  }

  /** @returns how many rows wait to be looked at again. */
  forgetQueued(): Promise<number> {
    return this.db.write(
      `UPDATE reminder_recipients SET queued_at = NULL WHERE state = 'waiting' AND queued_at IS NOT NULL`,
    );
  }

  /** Takes people for whom something waits whose time has come. @returns their accounts, each once. */
  async takeWaiting(now: Date, limit: number): Promise<string[]> {
    const rows = await this.db.rows<{ accountId: string }>(
      `UPDATE reminder_recipients t SET queued_at = $1 FROM (
         SELECT rr.reminder_id, rr.account_id FROM reminder_recipients rr JOIN reminders r ON r.id = rr.reminder_id
           JOIN unit_calls uc ON uc.id = r.unit_call_id
         WHERE rr.state = 'waiting' AND rr.queued_at IS NULL AND rr.not_before <= $1 AND NOT ${PAUSED}
         ORDER BY rr.not_before LIMIT $2 FOR UPDATE OF rr SKIP LOCKED) w
       WHERE t.reminder_id = w.reminder_id AND t.account_id = w.account_id RETURNING t.account_id AS "accountId"`,
      [now, limit],
    );
    return [...new Set(rows.map(({ accountId }) => accountId))];
  }

  /** One person, for whom no other worker sends anything until the transaction ends. */
  async holdPerson(accountId: string): Promise<Person | null> {
    await this.db.rows(`SELECT pg_advisory_xact_lock(hashtextextended('reminders:' || $1, 0))`, [accountId]);
    return this.db.row<Person>('SELECT id AS "accountId", role, active FROM accounts WHERE id = $1', [accountId]);
  }

  /** What waits for a person and may be looked at now, held with its reminders, the oldest first. */
  async holdWaiting(accountId: string, now: Date): Promise<WaitingReminder[]> {
    const held = await this.db.rows<{ id: string }>(
      `SELECT r.id FROM reminders r JOIN reminder_recipients rr ON rr.reminder_id = r.id JOIN unit_calls uc ON uc.id = r.unit_call_id
       WHERE rr.account_id = $1 AND rr.state = 'waiting' AND rr.not_before <= $2 AND NOT ${PAUSED}
       ORDER BY r.id FOR UPDATE OF r`,
      [accountId, now],
    );
    return this.db.rows<WaitingReminder>(
      `SELECT r.id, r.unit_call_id AS "unitCallId", r.stage, r.deadline, r.audience, r.channels, r.own_text AS "ownText", n.note,
         EXISTS (SELECT FROM reminders l WHERE l.unit_call_id = r.unit_call_id AND l.due_at > r.due_at AND l.due_at <= $3
           AND l.stage <> 'nudge' AND l.state IN ('planned', 'queued', 'sent')) AS later
       FROM reminders r JOIN reminder_recipients rr ON rr.reminder_id = r.id AND rr.account_id = $1
         LEFT JOIN reminder_nudges n ON n.id = r.nudge_id
       WHERE r.id = ANY($2::uuid[]) AND rr.state = 'waiting' ORDER BY r.due_at, r.id`,
      [accountId, held.map(({ id }) => id), now],
    );
  }

  /** Messages about silent units that a person got since an instant; a digest is one, and calls do not count. */
  async sentSince(accountId: string, since: Date): Promise<number> {
    const row = await this.db.row<{ n: number }>(
      `SELECT count(DISTINCT rr.cause_id)::int AS n FROM reminder_recipients rr JOIN reminders r ON r.id = rr.reminder_id
       WHERE rr.account_id = $1 AND rr.state = 'sent' AND rr.sent_at >= $2 AND r.stage <> 'call'`,
      [accountId, since],
    );
    return row?.n ?? 0;
  }

  async markSent(accountId: string, reminderIds: readonly string[], causeId: string, now: Date): Promise<void> {
    await this.db.write(
      `UPDATE reminder_recipients SET state = 'sent', sent_at = $4, cause_id = $3 WHERE account_id = $1 AND reminder_id = ANY($2::uuid[])`,
      [accountId, reminderIds, causeId, now],
    );
    await this.finish(reminderIds, 'nobody', now);
  }

  /** Looks at a reminder for a person again later. */
  async defer(accountId: string, reminderId: string, until: Date): Promise<void> {
    await this.db.write(
      `UPDATE reminder_recipients SET not_before = $3, queued_at = NULL WHERE account_id = $1 AND reminder_id = $2`,
      [accountId, reminderId, until],
    );
  }

  /** Gives a reminder up for everybody who still waits for it, or for one person. */
  async drop(reminderId: string, because: DropReason, now: Date, accountId: string | null = null): Promise<void> {
    await this.db.write(
      `UPDATE reminder_recipients SET state = 'dropped' WHERE reminder_id = $1 AND state = 'waiting' AND ($2::uuid IS NULL OR account_id = $2)`,
      [reminderId, accountId],
    );
    await this.finish([reminderId], because, now);
  }

  /** Says of held reminders for which nobody waits any more what became of them. */
  private async finish(reminderIds: readonly string[], because: DropReason, now: Date): Promise<void> {
    await this.db.write(
      `UPDATE reminders r SET state = CASE WHEN s.sent > 0 THEN 'sent' ELSE 'dropped' END,
         sent_at = CASE WHEN s.sent > 0 THEN $3::timestamptz END, recipients = nullif(s.sent, 0),
         dropped_because = CASE WHEN s.sent = 0 THEN $2 END
       FROM (SELECT reminder_id, count(*) FILTER (WHERE state = 'sent')::int AS sent FROM reminder_recipients
         WHERE reminder_id = ANY($1::uuid[]) GROUP BY 1 HAVING bool_and(state <> 'waiting')) s
       WHERE r.id = s.reminder_id AND r.state = 'queued'`,
      [reminderIds, because, now],
    );
  }
}
