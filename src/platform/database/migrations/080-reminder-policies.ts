import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When units are pressed becomes data, with nudges by hand, pauses, and a line for each person a reminder goes to. */
export class ReminderPolicies1790000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_policies (
        id uuid PRIMARY KEY,
        -- Neither: the default of all classes. The nearest one counts: a class's own, then its program's, then the default.
        program_id uuid CONSTRAINT reminder_policy_program_exists REFERENCES programs,
        course_id uuid CONSTRAINT reminder_policy_course_exists REFERENCES courses,
        stages jsonb NOT NULL CONSTRAINT reminder_policy_has_a_list_of_stages CHECK (jsonb_typeof(stages) = 'array'),
        -- Times of day in Vietnam, written HH:MM.
        send_at text NOT NULL,
        opens_at text NOT NULL,
        closes_at text NOT NULL,
        max_per_day smallint NOT NULL CONSTRAINT reminder_policy_cap_is_positive CHECK (max_per_day BETWEEN 1 AND 20),
        version integer NOT NULL DEFAULT 1,
        changed_at timestamptz NOT NULL,
        changed_by uuid NOT NULL CONSTRAINT reminder_policy_account_exists REFERENCES accounts,
        CONSTRAINT reminder_policy_once_per_scope UNIQUE NULLS NOT DISTINCT (program_id, course_id),
        CONSTRAINT reminder_policy_of_one_thing CHECK (num_nonnulls(program_id, course_id) <= 1),
        CONSTRAINT reminder_policy_hours_in_order CHECK (opens_at <= send_at AND send_at < closes_at)
      );

      CREATE TABLE reminder_pauses (
        course_id uuid PRIMARY KEY CONSTRAINT reminder_pause_course_exists REFERENCES courses,
        paused_at timestamptz NOT NULL,
        paused_by uuid NOT NULL CONSTRAINT reminder_pause_account_exists REFERENCES accounts
      );

      -- One press of the button: its id is made by whoever presses, so that a repeated request is the same press.
      CREATE TABLE reminder_nudges (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT reminder_nudge_course_exists REFERENCES courses,
        note text,
        pressed_at timestamptz NOT NULL,
        pressed_by uuid NOT NULL CONSTRAINT reminder_nudge_account_exists REFERENCES accounts
      );

      ALTER TABLE reminders
        ADD COLUMN audience text[] NOT NULL DEFAULT '{unit}'
          CONSTRAINT reminder_audience_is_known CHECK (audience <@ '{unit,committee,board}'::text[] AND audience <> '{}'),
        ADD COLUMN channels text[] NOT NULL DEFAULT '{inbox,email}'
          CONSTRAINT reminder_channels_are_known CHECK (channels <@ '{inbox,email}'::text[] AND 'inbox' = ANY (channels)),
        ADD COLUMN own_text text,
        -- Somebody chose its day: a change of the policy leaves it alone.
        ADD COLUMN by_hand boolean NOT NULL DEFAULT false,
        ADD COLUMN nudge_id uuid CONSTRAINT reminder_nudge_exists REFERENCES reminder_nudges,
        DROP CONSTRAINT reminder_stage_is_known,
        DROP CONSTRAINT reminder_once_per_stage;
      UPDATE reminders SET stage = 'after-5', audience = '{unit,board}' WHERE stage = 'escalation';
      ALTER TABLE reminders
        ADD CONSTRAINT reminder_stage_is_known CHECK (stage ~ '^(call|nudge|due|(before|after)-[1-9][0-9]?)$'),
        ADD CONSTRAINT reminder_is_a_nudge_or_a_stage CHECK ((stage = 'nudge') = (nudge_id IS NOT NULL)),
        ADD CONSTRAINT reminder_once_per_stage UNIQUE NULLS NOT DISTINCT (unit_call_id, deadline, stage, nudge_id);
      UPDATE notifications SET facts = facts || '{"days": 5}' WHERE kind = 'call.escalation';

      -- The people that a reminder goes to, each once. Who is over the cap or outside the hours waits until 'not_before'.
      CREATE TABLE reminder_recipients (
        reminder_id uuid NOT NULL CONSTRAINT recipient_reminder_exists REFERENCES reminders ON DELETE CASCADE,
        account_id uuid NOT NULL CONSTRAINT recipient_account_exists REFERENCES accounts,
        state text NOT NULL DEFAULT 'waiting' CONSTRAINT recipient_state_is_known CHECK (state IN ('waiting', 'sent', 'dropped')),
        not_before timestamptz NOT NULL,
        -- When a promise to look at this person was made, null while there is none.
        queued_at timestamptz,
        sent_at timestamptz,
        -- What the message to this person was made by: the reminder itself, or a digest of several.
        cause_id uuid,
        CONSTRAINT recipient_once_per_reminder PRIMARY KEY (reminder_id, account_id),
        CONSTRAINT recipient_sent_has_a_cause CHECK ((state = 'sent') = (sent_at IS NOT NULL AND cause_id IS NOT NULL))
      );
      CREATE INDEX recipients_waiting ON reminder_recipients (not_before) WHERE state = 'waiting';
      CREATE INDEX recipients_by_account ON reminder_recipients (account_id, sent_at);
      -- Reminders that older versions had on their way are expanded again by the first sweep.
      DELETE FROM outbox WHERE handler LIKE 'reminders.due:%';
      UPDATE reminders SET state = 'planned' WHERE state = 'queued';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
