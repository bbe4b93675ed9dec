import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people a call expects of each unit, and the board's no to a request for more time. */
export class ExpectedNumbers1790000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE unit_calls
        ADD COLUMN expected smallint CONSTRAINT unit_call_expected_is_a_number CHECK (expected BETWEEN 0 AND 2000),
        ADD COLUMN time_refused_at timestamptz,
        ADD COLUMN time_refused_reason text,
        ADD CONSTRAINT unit_call_time_refused_with_reason
          CHECK ((time_refused_at IS NULL) = (time_refused_reason IS NULL) AND time_refused_reason IS DISTINCT FROM '');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
