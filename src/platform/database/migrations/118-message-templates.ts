import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What messages say becomes the board's: each text in versions that are never changed, and a message keeps its own. */
export class MessageTemplates1790000000118 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE message_templates (
        kind text NOT NULL,
        version integer NOT NULL CONSTRAINT template_version_counts_from_one CHECK (version > 0),
        title_vi text,
        body_vi text,
        title_en text,
        body_en text,
        written_at timestamptz NOT NULL,
        written_by uuid NOT NULL CONSTRAINT template_account_exists REFERENCES accounts,
        CONSTRAINT template_once_per_version PRIMARY KEY (kind, version),
        -- No text at all: the shipped one counts again.
        CONSTRAINT template_is_whole_or_shipped CHECK (num_nulls(title_vi, body_vi, title_en, body_en) IN (0, 4))
      );
      CREATE FUNCTION template_stays_as_it_is() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'A version of a template is never changed'; END $$;
      CREATE TRIGGER template_is_never_changed BEFORE UPDATE OR DELETE ON message_templates
        FOR EACH ROW EXECUTE FUNCTION template_stays_as_it_is();

      -- The version in force when the message was made; null: the shipped text.
      ALTER TABLE notifications ADD COLUMN template_version integer,
        ADD CONSTRAINT notification_template_exists FOREIGN KEY (kind, template_version) REFERENCES message_templates (kind, version);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
