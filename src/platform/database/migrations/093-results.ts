import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of a trainee, person by person: classification and certificate. */
export class Results1790000000093 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE nomination_results (
        nomination_id uuid CONSTRAINT result_once_per_nomination PRIMARY KEY
          CONSTRAINT result_nomination_exists REFERENCES nominations ON DELETE CASCADE,
        classification text CONSTRAINT result_classification_is_known CHECK (classification IN ('excellent', 'good', 'fair', 'average', 'failed')),
        certificate_number text CONSTRAINT result_certificate_number_is_short CHECK (length(certificate_number) <= 100),
        certificate_date date,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL CONSTRAINT result_account_exists REFERENCES accounts,
        CONSTRAINT result_failed_without_certificate CHECK (classification IS DISTINCT FROM 'failed'
          OR num_nonnulls(certificate_number, certificate_date) = 0)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
