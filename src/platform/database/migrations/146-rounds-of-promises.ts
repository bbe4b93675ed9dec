import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the round of a promise began, so that the next one begins by itself and only once. */
export class RoundsOfPromises1790000000146 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ADD COLUMN round_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
