import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A template may say what goes by short message; without it the title does. */
export class ShortTexts1790000000133 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE message_templates ADD COLUMN short_vi text, ADD COLUMN short_en text,
        ADD CONSTRAINT template_short_in_both_languages CHECK (num_nulls(short_vi, short_en) IN (0, 2)),
        ADD CONSTRAINT template_short_beside_the_text CHECK (short_vi IS NULL OR title_vi IS NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
