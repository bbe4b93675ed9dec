import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MINIMUM_CHECKS, MINIMUM_TABLES, MINIMUM_USES } from './parts/062-minimums.sql.js';

/**
 * Minimum shares of a row's places: so many for women, for ethnic minorities, for the young. Nobody else gets the last
 * places that a minimum still keeps, however many ask at once. See docs/adr/0029.
 */
export class MinimumShares1790000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [MINIMUM_TABLES, MINIMUM_USES, MINIMUM_CHECKS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
