import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was told to whom, and when units are to be pressed. */
export class NotificationsAndReminders1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT notification_account_exists REFERENCES accounts,
        -- What made it: with the account the key that keeps a repeated job from telling twice.
        cause_id uuid NOT NULL,
        kind text NOT NULL,
        facts jsonb NOT NULL,
        link text NOT NULL,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT notification_once_per_cause UNIQUE (cause_id, account_id)
      );
      CREATE INDEX notifications_by_account ON notifications (account_id, created_at DESC, id DESC);
      CREATE INDEX notifications_unread ON notifications (account_id) WHERE read_at IS NULL;

      CREATE TABLE mail_deliveries (
        id uuid PRIMARY KEY,
        notification_id uuid NOT NULL CONSTRAINT mail_once_per_notification UNIQUE
          CONSTRAINT mail_notification_exists REFERENCES notifications,
        address text NOT NULL,
        -- 'kept': no mail server is set, the page of kept mail shows it; the others are a server's.
        state text NOT NULL CONSTRAINT mail_state_is_known CHECK (state IN ('kept', 'waiting', 'sent', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        sent_at timestamptz,
        error text,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX mail_deliveries_by_age ON mail_deliveries (created_at DESC, id DESC);

      CREATE TABLE reminders (
        id uuid PRIMARY KEY,
        unit_call_id uuid NOT NULL CONSTRAINT reminder_call_exists REFERENCES unit_calls,
        stage text NOT NULL CONSTRAINT reminder_stage_is_known
          CHECK (stage IN ('call', 'before-10', 'before-5', 'before-2', 'due', 'after-1', 'after-3', 'escalation')),
        deadline date NOT NULL,
        due_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'planned' CONSTRAINT reminder_state_is_known
          CHECK (state IN ('planned', 'queued', 'sent', 'dropped')),
        sent_at timestamptz,
        recipients integer,
        dropped_because text,
        CONSTRAINT reminder_once_per_stage UNIQUE (unit_call_id, deadline, stage),
        CONSTRAINT reminder_sent_has_a_time CHECK ((state = 'sent') = (sent_at IS NOT NULL))
      );
      CREATE INDEX reminders_due ON reminders (due_at) WHERE state = 'planned';
      CREATE INDEX reminders_by_due ON reminders (due_at DESC, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
