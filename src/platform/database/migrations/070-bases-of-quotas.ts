import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The numbers that a unit's places came from, kept with them so that a notice can say why years later. */
export class BasesOfQuotas1790000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quota_bases (
        program_id uuid NOT NULL CONSTRAINT quota_basis_program_exists REFERENCES programs,
        period smallint NOT NULL,
        unit_id uuid NOT NULL CONSTRAINT quota_basis_unit_exists REFERENCES units,
        -- The places it explains: a basis of another number explains nothing any more.
        places integer NOT NULL,
        basis jsonb NOT NULL,
        decided_at timestamptz NOT NULL,
        decided_by uuid NOT NULL CONSTRAINT quota_basis_account_exists REFERENCES accounts,
        CONSTRAINT quota_basis_once_per_unit PRIMARY KEY (program_id, period, unit_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
