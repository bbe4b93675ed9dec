import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is attached to a nomination: files, and of health only whether the person is fit, and since when. */
export class Papers1790000000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE papers (
        id uuid PRIMARY KEY,
        nomination_id uuid NOT NULL CONSTRAINT paper_nomination_exists REFERENCES nominations,
        kind text NOT NULL CONSTRAINT paper_kind_is_known
          CHECK (kind IN ('application', 'cv', 'degree', 'certificate', 'health', 'other')),
        -- One file may be a paper of several nominations of the same person.
        file_id uuid CONSTRAINT paper_file_exists REFERENCES stored_files,
        fit boolean,
        checked_on date,
        added_at timestamptz NOT NULL,
        added_by uuid NOT NULL CONSTRAINT paper_account_exists REFERENCES accounts,
        CONSTRAINT paper_of_health_is_no_file CHECK (CASE kind WHEN 'health' THEN file_id IS NULL AND num_nulls(fit, checked_on) = 0
          ELSE file_id IS NOT NULL AND num_nonnulls(fit, checked_on) = 0 END),
        CONSTRAINT paper_file_once_per_nomination UNIQUE (nomination_id, file_id)
      );
      CREATE UNIQUE INDEX paper_of_health_once ON papers (nomination_id) WHERE kind = 'health';
      CREATE INDEX papers_by_file ON papers (file_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
