import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One level more in escalation: the secretary of a committee, between the committee and the board. */
export class SecretariesOfCommittees1790000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Accounts that are a secretary's own: told when a reminder climbs to that level, not with the rest of the committee.
      CREATE TABLE reminder_secretaries (
        account_id uuid PRIMARY KEY CONSTRAINT secretary_account_exists REFERENCES accounts,
        named_at timestamptz NOT NULL,
        named_by uuid NOT NULL CONSTRAINT secretary_is_named_by_somebody REFERENCES accounts
      );
      ALTER TABLE reminders DROP CONSTRAINT reminder_audience_is_known,
        ADD CONSTRAINT reminder_audience_is_known
          CHECK (audience <@ '{unit,committee,secretary,board}'::text[] AND audience <> '{}');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
