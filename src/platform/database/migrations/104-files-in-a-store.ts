import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Large files that people hand in lie in a folder or a bucket, under the id of their row; small ones stay in the database.
 * Whatever lies there without a row is named in `leftover_files` until it is swept away, so that a crash between the two
 * leaves nothing behind for ever.
 */
export class FilesInAStore1790000000104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE stored_files
        ALTER content DROP NOT NULL,
        DROP CONSTRAINT file_size_is_its_content,
        ADD CONSTRAINT file_size_is_its_content CHECK (content IS NULL OR size = octet_length(content)),
        -- When a virus scanner last passed it; null: handed in while none was set up.
        ADD scanned_at timestamptz;

      CREATE TABLE leftover_files (
        id uuid PRIMARY KEY,
        -- From when on it may be swept away.
        after timestamptz NOT NULL
      );
      CREATE INDEX leftover_files_by_time ON leftover_files (after);

      CREATE FUNCTION leave_file_behind() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO leftover_files (id, after) VALUES (OLD.id, '-infinity') ON CONFLICT (id) DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER stored_file_leaves_its_content AFTER DELETE ON stored_files FOR EACH ROW
        WHEN (OLD.content IS NULL) EXECUTE FUNCTION leave_file_behind();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
