import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two records of one person: pairs that are none, and mergers that can be taken back. */
export class Duplicates1790000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

      -- Two people who only look alike; the smaller id first, so that a pair stands here once.
      CREATE TABLE duplicate_dismissals (
        first_id uuid NOT NULL CONSTRAINT dismissal_first_official_exists REFERENCES officials,
        second_id uuid NOT NULL CONSTRAINT dismissal_second_official_exists REFERENCES officials,
        account_id uuid NOT NULL CONSTRAINT dismissal_account_exists REFERENCES accounts,
        dismissed_at timestamptz NOT NULL,
        CONSTRAINT dismissal_once_per_pair PRIMARY KEY (first_id, second_id),
        CONSTRAINT dismissal_pair_in_order CHECK (first_id < second_id)
      );

      CREATE TABLE official_merges (
        id uuid PRIMARY KEY,
        kept_id uuid NOT NULL CONSTRAINT merge_kept_official_exists REFERENCES officials,
        merged_id uuid NOT NULL CONSTRAINT merge_merged_official_exists REFERENCES officials,
        account_id uuid NOT NULL CONSTRAINT merge_account_exists REFERENCES accounts,
        merged_at timestamptz NOT NULL,
        undone_at timestamptz,
        CONSTRAINT merge_is_of_two_records CHECK (kept_id <> merged_id)
      );
      CREATE INDEX official_merges_by_time ON official_merges (merged_at DESC, id);
      CREATE UNIQUE INDEX merge_once_while_it_stands ON official_merges (merged_id) WHERE undone_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
