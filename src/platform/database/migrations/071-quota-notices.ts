import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people say about a unit's places, and the notices by which a board makes places known: drafts until they have the
 * number, date and signer of a document; then their lines never change, and each unit named is called by them.
 */
export class QuotaNotices1790000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quota_comments (
        id uuid PRIMARY KEY,
        program_id uuid NOT NULL CONSTRAINT quota_comment_program_exists REFERENCES programs,
        period smallint NOT NULL CONSTRAINT quota_comment_period_is_a_year CHECK (period BETWEEN 2000 AND 2100),
        unit_id uuid NOT NULL CONSTRAINT quota_comment_unit_exists REFERENCES units,
        text text NOT NULL CONSTRAINT quota_comment_says_something CHECK (length(text) BETWEEN 1 AND 1000),
        at timestamptz NOT NULL,
        account_id uuid NOT NULL CONSTRAINT quota_comment_account_exists REFERENCES accounts
      );
      CREATE INDEX quota_comments_by_period ON quota_comments (period, unit_id, program_id, at);

      CREATE TABLE quota_notices (
        id uuid PRIMARY KEY,
        -- The board's unit that makes it known.
        unit_id uuid NOT NULL CONSTRAINT quota_notice_unit_exists REFERENCES units,
        period smallint NOT NULL CONSTRAINT quota_notice_period_is_a_year CHECK (period BETWEEN 2000 AND 2100),
        -- The day by which the units called send their people.
        deadline date NOT NULL,
        note text CONSTRAINT quota_notice_note_is_short CHECK (length(note) <= 2000),
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL CONSTRAINT quota_notice_creator_exists REFERENCES accounts,
        document_number text,
        document_date date,
        signer text,
        published_at timestamptz,
        published_by uuid CONSTRAINT quota_notice_publisher_exists REFERENCES accounts,
        CONSTRAINT quota_notice_published_by_a_document CHECK (
          num_nulls(nullif(document_number, ''), document_date, nullif(signer, ''), published_at, published_by) IN (0, 5))
      );
      CREATE UNIQUE INDEX quota_notice_number_once_a_year
        ON quota_notices (unit_id, document_number, (extract(year FROM document_date)));
      CREATE INDEX quota_notices_by_period ON quota_notices (unit_id, period);

      CREATE TABLE quota_notice_programs (
        notice_id uuid NOT NULL CONSTRAINT quota_notice_program_notice_exists REFERENCES quota_notices ON DELETE CASCADE,
        program_id uuid NOT NULL CONSTRAINT quota_notice_program_exists REFERENCES programs,
        CONSTRAINT quota_notice_names_a_program_once PRIMARY KEY (notice_id, program_id)
      );

      -- The annex: places as they stood when the notice was published, each with its reason.
      CREATE TABLE quota_notice_lines (
        notice_id uuid NOT NULL,
        program_id uuid NOT NULL,
        unit_id uuid NOT NULL CONSTRAINT quota_notice_line_unit_exists REFERENCES units,
        places integer NOT NULL CONSTRAINT quota_notice_line_places_are_counted CHECK (places BETWEEN 0 AND 10000),
        reason text NOT NULL,
        quota_id uuid NOT NULL CONSTRAINT quota_notice_line_quota_exists REFERENCES quotas,
        quota_version integer NOT NULL,
        CONSTRAINT quota_notice_line_once PRIMARY KEY (notice_id, unit_id, program_id),
        CONSTRAINT quota_notice_line_program_is_named FOREIGN KEY (notice_id, program_id)
          REFERENCES quota_notice_programs (notice_id, program_id)
      );
      CREATE INDEX quota_notice_lines_by_unit ON quota_notice_lines (unit_id);

      -- The part of a notice that one unit has to answer.
      CREATE TABLE quota_notice_calls (
        id uuid PRIMARY KEY,
        notice_id uuid NOT NULL CONSTRAINT quota_notice_call_notice_exists REFERENCES quota_notices,
        unit_id uuid NOT NULL CONSTRAINT quota_notice_call_unit_exists REFERENCES units,
        called_at timestamptz NOT NULL,
        deadline date NOT NULL,
        seen_at timestamptz,
        seen_by uuid CONSTRAINT quota_notice_reader_exists REFERENCES accounts,
        acknowledged_at timestamptz,
        acknowledged_by uuid CONSTRAINT quota_notice_acknowledger_exists REFERENCES accounts,
        CONSTRAINT quota_notice_calls_a_unit_once UNIQUE (notice_id, unit_id),
        CONSTRAINT quota_notice_seen_by_somebody CHECK ((seen_at IS NULL) = (seen_by IS NULL)),
        CONSTRAINT quota_notice_acknowledged_by_a_reader CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)
          AND (acknowledged_at IS NULL OR seen_at IS NOT NULL))
      );
      CREATE INDEX quota_notice_calls_by_unit ON quota_notice_calls (unit_id, deadline);

      CREATE FUNCTION refuse_change_of_published_notice() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A published notice of places does not change' USING ERRCODE = '23514',
          CONSTRAINT = 'quota_notice_published_stays';
      END $$;
      CREATE TRIGGER quota_notice_published_stays BEFORE UPDATE OR DELETE ON quota_notices FOR EACH ROW
        WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_published_notice();
      CREATE TRIGGER quota_notice_line_stays BEFORE UPDATE OR DELETE ON quota_notice_lines FOR EACH ROW
        EXECUTE FUNCTION refuse_change_of_published_notice();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
