import type { MigrationInterface, QueryRunner } from 'typeorm';

/** E-mail becomes one channel among several, each with a pace of its own, and a copy for the unit's office. */
export class DeliveriesByChannel1790000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mail_deliveries RENAME TO deliveries;
      ALTER TABLE deliveries RENAME CONSTRAINT mail_notification_exists TO delivery_notification_exists;
      ALTER TABLE deliveries RENAME CONSTRAINT mail_state_is_known TO delivery_state_is_known;
      ALTER INDEX mail_deliveries_by_age RENAME TO deliveries_by_age;
      ALTER TABLE deliveries
        DROP CONSTRAINT mail_once_per_notification,
        ALTER COLUMN address DROP NOT NULL,
        ADD COLUMN channel text NOT NULL DEFAULT 'email'
          CONSTRAINT delivery_channel_is_known CHECK (channel IN ('email', 'push', 'zalo', 'sms')),
        -- Under which the other side knows it.
        ADD COLUMN provider_id text,
        -- Why it failed for good.
        ADD COLUMN because text CONSTRAINT delivery_failed_for_a_reason CHECK (because IN ('refused', 'no-address', 'bounced')),
        -- The channel it stands in for, and why that one did not do.
        ADD COLUMN instead_of text CONSTRAINT delivery_stands_in_for_another
          CHECK (instead_of IN ('email', 'push', 'zalo', 'sms') AND instead_of <> channel),
        ADD COLUMN instead_because text CONSTRAINT delivery_stands_in_for_a_reason
          CHECK (instead_because IN ('refused', 'no-address', 'bounced')),
        -- Put off until then: the channel's minute was full, or the other side asked for patience.
        ADD COLUMN not_before timestamptz CONSTRAINT delivery_waits_while_put_off CHECK (not_before IS NULL OR state = 'waiting'),
        -- A copy for the office of a unit, once for each cause, however many of its people are told.
        ADD COLUMN copy_unit_id uuid CONSTRAINT delivery_copy_unit_exists REFERENCES units,
        ADD COLUMN copy_cause_id uuid,
        -- Devices have addresses of their own.
        ADD CONSTRAINT delivery_goes_somewhere CHECK ((address IS NULL) = (channel = 'push')),
        ADD CONSTRAINT delivery_copy_is_whole CHECK ((copy_unit_id IS NULL) = (copy_cause_id IS NULL)),
        ADD CONSTRAINT delivery_instead_is_whole CHECK ((instead_of IS NULL) = (instead_because IS NULL)),
        ADD CONSTRAINT delivery_once_per_channel UNIQUE NULLS NOT DISTINCT (notification_id, channel, copy_unit_id),
        ADD CONSTRAINT delivery_stands_in_once UNIQUE (notification_id, instead_of, copy_unit_id),
        ADD CONSTRAINT delivery_copy_once_per_cause UNIQUE (copy_cause_id, copy_unit_id, channel);
      UPDATE deliveries SET because = 'refused' WHERE state = 'failed';
      ALTER TABLE deliveries
        ALTER COLUMN channel DROP DEFAULT,
        ADD CONSTRAINT delivery_failed_says_why CHECK ((state = 'failed') = (because IS NOT NULL));
      CREATE INDEX deliveries_put_off ON deliveries (channel, not_before) WHERE not_before IS NOT NULL;
      UPDATE outbox SET handler = 'notifications.deliveryDue:DeliveriesJobs.send' WHERE handler = 'notifications.mailWaiting:NotificationsJobs.send';

      -- How many messages a channel takes in a minute of the clock; null: as many as there are.
      CREATE TABLE channel_paces (
        channel text PRIMARY KEY CONSTRAINT pace_channel_is_known CHECK (channel IN ('email', 'push', 'zalo', 'sms')),
        per_minute integer CONSTRAINT pace_is_positive CHECK (per_minute BETWEEN 1 AND 6000),
        minute timestamptz,
        used integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        changed_at timestamptz,
        changed_by uuid CONSTRAINT pace_account_exists REFERENCES accounts
      );
      INSERT INTO channel_paces (channel) VALUES ('email'), ('push'), ('zalo'), ('sms');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
