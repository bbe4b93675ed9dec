import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the database was gone through for what must always be so, and what was found; ids, rules and numbers only. */
export class DataChecks1790000000106 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_checks (
        id uuid PRIMARY KEY,
        ran_at timestamptz NOT NULL,
        took_ms integer NOT NULL CONSTRAINT data_check_takes_time CHECK (took_ms >= 0),
        -- Null: by itself, at night.
        ran_by uuid CONSTRAINT data_check_account_exists REFERENCES accounts,
        findings jsonb NOT NULL CONSTRAINT data_check_findings_are_a_list CHECK (jsonb_typeof(findings) = 'array')
      );
      CREATE INDEX data_checks_by_time ON data_checks (ran_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
