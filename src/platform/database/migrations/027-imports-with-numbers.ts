import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports that bring in what not everybody may: whose rights count, and nothing of people kept longer than its rows. */
export class ImportsWithNumbers1790000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- With the rights that the one who handed it in had then.
      ALTER TABLE imports ADD created_by_role text;
      UPDATE imports i SET created_by_role = a.role FROM accounts a WHERE a.id = i.created_by;
      ALTER TABLE imports ALTER created_by_role SET NOT NULL;

      -- The first lines of the file, and those passed over, speak of people as its rows do.
      UPDATE imports SET found = NULL, warnings = '[]' WHERE rows_forgotten_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
