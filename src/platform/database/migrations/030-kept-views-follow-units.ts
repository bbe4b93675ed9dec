import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept views follow their unit into its heir; with the journal that can be taken back. */
export class KeptViewsFollowUnits1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT track_changes('saved_views')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
