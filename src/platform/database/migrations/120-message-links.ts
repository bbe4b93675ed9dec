import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links in messages: signed with a key that can be revoked; what a message was about, and who wants no news by mail. */
export class MessageLinks1790000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only the number of a key lies here; what signs is made from it and the data key, so that these rows open nothing.
      CREATE TABLE link_keys (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        made_at timestamptz NOT NULL,
        revoked_at timestamptz,
        revoked_by uuid CONSTRAINT link_key_account_exists REFERENCES accounts,
        CONSTRAINT link_key_is_revoked_by_somebody CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
      );
      CREATE UNIQUE INDEX link_key_in_force_once ON link_keys ((true)) WHERE revoked_at IS NULL;
      INSERT INTO link_keys (made_at) VALUES (now());

      ALTER TABLE notifications
        ADD COLUMN call_id uuid CONSTRAINT notification_call_exists REFERENCES unit_calls,
        ADD COLUMN acknowledged_at timestamptz,
        ADD CONSTRAINT notification_acknowledged_was_read CHECK (acknowledged_at IS NULL OR read_at IS NOT NULL);

      CREATE TABLE mail_refusals (
        account_id uuid PRIMARY KEY CONSTRAINT refusal_account_exists REFERENCES accounts,
        refused_at timestamptz NOT NULL
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
