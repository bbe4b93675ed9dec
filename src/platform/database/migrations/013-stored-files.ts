import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people hand in: in the database, so that one backup holds everything and any process can read them. */
export class StoredFiles1790000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stored_files (
        id uuid PRIMARY KEY,
        name text NOT NULL CONSTRAINT file_name_is_given CHECK (name <> ''),
        media_type text NOT NULL,
        size integer NOT NULL CONSTRAINT file_size_is_its_content CHECK (size = octet_length(content)),
        sha256 bytea NOT NULL,
        content bytea NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid CONSTRAINT file_account_exists REFERENCES accounts
      );
      -- Office files and pictures are compressed already.
      ALTER TABLE stored_files ALTER COLUMN content SET STORAGE EXTERNAL;
      CREATE INDEX stored_files_by_age ON stored_files (created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
