import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of mail servers about mail of ours: each taken once, and what they make of an address in a word. */
export class BounceReports1790000000145 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bounce_reports (
        -- Message-ID of the report, or a hash of one that has none: the same report counts once, however often it is read.
        message_id text PRIMARY KEY,
        delivery_id uuid NOT NULL CONSTRAINT report_delivery_exists REFERENCES deliveries ON DELETE CASCADE,
        outcome text NOT NULL CONSTRAINT report_outcome_is_known CHECK (outcome IN ('failed', 'delayed')),
        -- As in RFC 3463: 5.1.1.
        status text NOT NULL,
        why text NOT NULL CONSTRAINT report_reason_is_known
          CHECK (why IN ('no-mailbox', 'no-domain', 'disabled', 'full', 'unreachable', 'content', 'blocked', 'other')),
        said text NOT NULL,
        reported_at timestamptz NOT NULL
      );
      CREATE INDEX bounce_reports_by_delivery ON bounce_reports (delivery_id, reported_at DESC);

      ALTER TABLE bounced_addresses ADD COLUMN why text NOT NULL DEFAULT 'other' CONSTRAINT bounced_reason_is_known
        CHECK (why IN ('no-mailbox', 'no-domain', 'disabled', 'full', 'unreachable', 'content', 'blocked', 'other'));

      -- The mailbox that reports come to: when it was read, or why it cannot be.
      CREATE TABLE bounce_mailbox (
        one boolean PRIMARY KEY DEFAULT true CONSTRAINT bounce_mailbox_is_one CHECK (one),
        read_at timestamptz,
        failed_at timestamptz,
        error text,
        CONSTRAINT mailbox_failed_for_a_reason CHECK ((failed_at IS NULL) = (error IS NULL))
      );
      INSERT INTO bounce_mailbox DEFAULT VALUES;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
