import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How cells of a row were read that stand there otherwise: for the one above, or as two. */
export class NotesOfImportedRows1790000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- [{rule, field, cell, facts}], like problems, of cells with which nothing is wrong.
      ALTER TABLE import_rows ADD notes jsonb NOT NULL DEFAULT '[]';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
