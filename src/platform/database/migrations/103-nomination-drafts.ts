import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list that somebody is still making for a class: theirs alone, it holds no place. */
export class NominationDrafts1790000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE nomination_drafts (
        account_id uuid NOT NULL CONSTRAINT nomination_draft_account_exists REFERENCES accounts ON DELETE CASCADE,
        course_id uuid NOT NULL CONSTRAINT nomination_draft_course_exists REFERENCES courses ON DELETE CASCADE,
        -- In the order of the list. Who is gone or no longer the account's to nominate is left out when it is read.
        official_ids uuid[] NOT NULL CONSTRAINT nomination_draft_is_no_longer_than_a_list CHECK (cardinality(official_ids) <= 200),
        -- What the class was when the list was last looked at, so that a change can be told.
        course_seen jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        CONSTRAINT nomination_draft_once_per_class PRIMARY KEY (account_id, course_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
