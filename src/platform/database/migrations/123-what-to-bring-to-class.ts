import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who study are asked to bring: told before the first session. */
export class WhatToBringToClass1790000000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE courses ADD COLUMN bring text CONSTRAINT course_bring_is_short CHECK (length(bring) <= 300)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
