import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Locale } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { PAUSED, PEOPLE_OF_DUE } from './recipients.sql.js';
import type { Audience, Channel, ReminderStage, Trigger } from './reminder.types.js';
import type { DropReason } from './rules/triggers.js';

/** One reminder that waits for one person. */
export interface WaitingReminder {
  readonly id: string;
  readonly accountId: string;
  readonly trigger: Trigger;
  readonly subjectId: string;
  readonly unitId: string;
  readonly stage: ReminderStage;
  readonly deadline: PlainDate;
  readonly audience: readonly Audience[];
  readonly channels: readonly Channel[];
  readonly ownText: string | null;
  readonly note: string | null;
  /** Whether a later stage of the same trigger and subject is due as well, or was quicker. */
  readonly later: boolean;
  /** Whether it still concerns this very person: an official who left the class is not told when it begins. */
  readonly concerned: boolean;
}

/** Somebody to whom reminders go. */
export interface Person {
  readonly accountId: string;
  readonly locale: Locale;
  readonly role: string;
  readonly active: boolean;
  /** Messages that the person had today; a digest is one, and calls do not count. */
  readonly sentToday: number;
}

/** What becomes of one reminder for one person. */
interface ForPerson {
  readonly accountId: string;
  readonly reminderId: string;
}
export type Sent = ForPerson & { readonly causeId: string };
export type Deferred = ForPerson & { readonly until: Date };
export type Dropped = ForPerson & { readonly because: DropReason };

/** Writes of who gets a reminder, and when; many people at once. */
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
           SELECT r.id FROM reminders r WHERE r.state = 'planned' AND r.due_at <= $1 AND NOT ${PAUSED}
           ORDER BY r.due_at LIMIT $2 FOR UPDATE OF r SKIP LOCKED)
         RETURNING id, unit_id, holder_id, course_id, audience
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
         WHERE rr.state = 'waiting' AND rr.queued_at IS NULL AND rr.not_before <= $1 AND NOT ${PAUSED}
         ORDER BY rr.not_before LIMIT $2 FOR UPDATE OF rr SKIP LOCKED) w
       WHERE t.reminder_id = w.reminder_id AND t.account_id = w.account_id RETURNING t.account_id AS "accountId"`,
      [now, limit],
    );
    return [...new Set(rows.map(({ accountId }) => accountId))];
  }

  /**
   * These people, for whom no other worker sends anything until the transaction ends. They are held in the order of their
   * ids, so that two that want some of the same wait for each other and never in a circle.
   * @param since a message after this instant is one of today.
   */
  async holdPeople(accountIds: readonly string[], since: Date): Promise<Person[]> {
    await this.db.rows(
      `SELECT pg_advisory_xact_lock(hashtextextended('reminders:' || id, 0)) FROM (SELECT id FROM unnest($1::text[]) AS a(id) ORDER BY id) a`,
      [accountIds],
    );
    // A statement of its own: what the one before waited for is seen by this one.
    return this.db.rows<Person>(
      `SELECT a.id AS "accountId", a.locale, a.role, a.active, (SELECT count(DISTINCT rr.cause_id)::int
         FROM reminder_recipients rr JOIN reminders r ON r.id = rr.reminder_id
         WHERE rr.account_id = a.id AND rr.state = 'sent' AND rr.sent_at >= $2 AND r.trigger <> 'opening') AS "sentToday"
       FROM accounts a WHERE a.id = ANY($1::uuid[]) ORDER BY a.id`,
      [accountIds, since],
    );
  }

  /** What waits for people and may be looked at now, the oldest first. */
  waitingFor(accountIds: readonly string[], now: Date): Promise<WaitingReminder[]> {
    return this.db.rows<WaitingReminder>(
      `SELECT r.id, rr.account_id AS "accountId", r.trigger, r.subject_id AS "subjectId", r.unit_id AS "unitId", r.stage, r.deadline,
         r.audience, r.channels, r.own_text AS "ownText", n.note,
         EXISTS (SELECT FROM reminders l WHERE l.subject_id = r.subject_id AND l.unit_id = r.unit_id AND l.trigger = r.trigger
           AND l.due_at > r.due_at AND l.due_at <= $2 AND l.stage <> 'nudge' AND l.state IN ('planned', 'queued', 'sent')) AS later,
         a.role <> 'official' OR EXISTS (SELECT FROM nominations o WHERE o.course_id = r.course_id AND o.official_id = a.official_id
           AND o.place = 'seat' AND is_accepted(o.state)) AS concerned
       FROM reminder_recipients rr JOIN reminders r ON r.id = rr.reminder_id JOIN accounts a ON a.id = rr.account_id
         LEFT JOIN reminder_nudges n ON n.id = r.nudge_id
       WHERE rr.account_id = ANY($1::uuid[]) AND rr.state = 'waiting' AND rr.not_before <= $2 AND NOT ${PAUSED}
       ORDER BY r.due_at, r.id`,
      [accountIds, now],
    );
  }

  /** Looks at reminders for people again later. */
  async defer(rows: readonly Deferred[]): Promise<void> {
    if (rows.length === 0) return;
    await this.db.write(
      `UPDATE reminder_recipients rr SET not_before = d.until, queued_at = NULL
       FROM jsonb_to_recordset($1::jsonb) AS d("accountId" uuid, "reminderId" uuid, until timestamptz)
       WHERE rr.account_id = d."accountId" AND rr.reminder_id = d."reminderId"`,
      [JSON.stringify(rows)],
    );
  }

  async markSent(rows: readonly Sent[], now: Date): Promise<void> {
    if (rows.length === 0) return;
    await this.db.write(
      `UPDATE reminder_recipients rr SET state = 'sent', sent_at = $2, cause_id = s."causeId"
       FROM jsonb_to_recordset($1::jsonb) AS s("accountId" uuid, "reminderId" uuid, "causeId" uuid)
       WHERE rr.account_id = s."accountId" AND rr.reminder_id = s."reminderId"`,
      [JSON.stringify(rows), now],
    );
  }

  async markDropped(rows: readonly Dropped[]): Promise<void> {
    if (rows.length === 0) return;
    await this.db.write(
      `UPDATE reminder_recipients rr SET state = 'dropped', dropped_because = d.because
       FROM jsonb_to_recordset($1::jsonb) AS d("accountId" uuid, "reminderId" uuid, because text)
       WHERE rr.account_id = d."accountId" AND rr.reminder_id = d."reminderId"`,
      [JSON.stringify(rows)],
    );
  }

  /**
   * Says of reminders for which nobody waits any more what became of them. They are held first, in order: of two workers
   * that serve the last two people of one reminder, the second sees what the first did.
   */
  async finish(reminderIds: readonly string[], now: Date): Promise<void> {
    if (reminderIds.length === 0) return;
    await this.db.rows('SELECT FROM reminders WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [reminderIds]);
    await this.db.write(
      `UPDATE reminders r SET state = CASE WHEN s.sent > 0 THEN 'sent' ELSE 'dropped' END,
         sent_at = CASE WHEN s.sent > 0 THEN $2::timestamptz END, recipients = nullif(s.sent, 0),
         dropped_because = CASE WHEN s.sent = 0 THEN s.because END
       FROM (SELECT reminder_id, count(*) FILTER (WHERE state = 'sent')::int AS sent, max(dropped_because) AS because
         FROM reminder_recipients WHERE reminder_id = ANY($1::uuid[]) GROUP BY 1 HAVING bool_and(state <> 'waiting')) s
       WHERE r.id = s.reminder_id AND r.state = 'queued'`,
      [reminderIds, now],
    );
  }
}
