import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A promise that cannot be kept says so: how often it was tried, why it failed, and when it was given up. */
export class FailedPromises1790000000119 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox
        ADD COLUMN attempts integer NOT NULL DEFAULT 0,
        ADD COLUMN last_error text,
        ADD COLUMN failed_at timestamptz,
        -- Given up: no relay carries it until somebody tries it again.
        ADD COLUMN dead_at timestamptz,
        -- Part of the job's name, so that a queue which still remembers a failed job takes the next one.
        ADD COLUMN round integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT promise_failed_for_a_reason CHECK ((attempts > 0) = (failed_at IS NOT NULL) AND (dead_at IS NULL OR attempts > 0));
      CREATE INDEX outbox_failed ON outbox (failed_at) WHERE attempts > 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
