import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, the posts they hold over time, what they have learned, and where they were sent before this product. */
export class Officials1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE officials (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL CONSTRAINT official_unit_exists REFERENCES units,
        cell_id uuid CONSTRAINT official_cell_exists REFERENCES units,
        full_name text NOT NULL CONSTRAINT official_name_is_given CHECK (full_name = btrim(full_name) AND full_name <> ''),
        -- Vietnamese lists sort by the given name, which is the last word; then the middle names; then the family name.
        given_name text COLLATE vi NOT NULL GENERATED ALWAYS AS (regexp_replace(full_name, '^.*\\s', '')) STORED,
        middle_name text COLLATE vi NOT NULL GENERATED ALWAYS AS
          (coalesce(substring(full_name FROM '^\\S+\\s+(.*)\\s+\\S+$'), '')) STORED,
        family_name text COLLATE vi NOT NULL GENERATED ALWAYS AS (split_part(full_name, ' ', 1)) STORED,
        name_key text NOT NULL GENERATED ALWAYS AS (fold(full_name)) STORED,
        gender text NOT NULL CONSTRAINT official_gender_is_known CHECK (gender IN ('male', 'female')),
        born_on date,
        birth_year smallint CONSTRAINT official_birth_year_agrees
          CHECK (born_on IS NULL OR birth_year IS NULL OR birth_year = extract(year FROM born_on)),
        ethnic_group text,
        home_place text,
        membership text NOT NULL DEFAULT 'none' CONSTRAINT official_membership_is_known
          CHECK (membership IN ('none', 'candidate', 'probationary', 'full')),
        probationary_on date,
        full_member_on date CONSTRAINT official_party_dates_in_order
          CHECK (full_member_on IS NULL OR probationary_on IS NULL OR full_member_on >= probationary_on),
        status text NOT NULL DEFAULT 'working' CONSTRAINT official_status_is_known
          CHECK (status IN ('working', 'rotated', 'seconded', 'retired', 'left')),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX officials_by_unit ON officials (unit_id, given_name, middle_name, family_name, id);
      CREATE INDEX officials_by_cell ON officials (cell_id) WHERE cell_id IS NOT NULL;
      CREATE INDEX officials_by_name ON officials (given_name, middle_name, family_name, id);
      CREATE INDEX officials_by_name_key ON officials USING gin (name_key gin_trgm_ops);

      CREATE TABLE official_posts (
        id uuid PRIMARY KEY,
        official_id uuid NOT NULL CONSTRAINT post_official_exists REFERENCES officials,
        unit_id uuid NOT NULL CONSTRAINT post_unit_exists REFERENCES units,
        title text NOT NULL,
        category text NOT NULL CONSTRAINT post_category_is_known
          CHECK (category IN ('cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other')),
        main boolean NOT NULL,
        held daterange NOT NULL CONSTRAINT post_is_held_some_time CHECK (NOT isempty(held)),
        CONSTRAINT official_one_main_post_at_a_time EXCLUDE USING gist (official_id WITH =, held WITH &&) WHERE (main)
      );
      CREATE INDEX official_posts_by_official ON official_posts (official_id);
      CREATE INDEX official_posts_by_unit ON official_posts (unit_id) WHERE main;

      CREATE TABLE qualifications (
        id uuid PRIMARY KEY,
        official_id uuid NOT NULL CONSTRAINT qualification_official_exists REFERENCES officials,
        kind text NOT NULL CONSTRAINT qualification_kind_is_known CHECK (kind IN ('professional', 'llct')),
        level text NOT NULL,
        -- Position on the ladder of its kind: what "at least" compares.
        rank smallint NOT NULL GENERATED ALWAYS AS (CASE kind
          WHEN 'professional' THEN array_position(ARRAY['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'], level)
          WHEN 'llct' THEN array_position(ARRAY['none', 'elementary', 'intermediate', 'advanced', 'bachelor'], level) END) STORED,
        major text,
        -- Unknown for what was held when the person was first recorded: it then counts from the beginning.
        obtained_on date,
        source text,
        nomination_id uuid CONSTRAINT qualification_once_per_nomination UNIQUE
      );
      CREATE INDEX qualifications_by_official ON qualifications (official_id, kind, rank DESC);

      -- People sent to study before this product was used; those who are no longer, or never were, among the officials
      -- are known by name alone.
      CREATE TABLE past_sendings (
        id uuid PRIMARY KEY,
        official_id uuid CONSTRAINT past_sending_official_exists REFERENCES officials,
        full_name text NOT NULL,
        unit_id uuid NOT NULL CONSTRAINT past_sending_unit_exists REFERENCES units,
        post text,
        program_id uuid NOT NULL CONSTRAINT past_sending_program_exists REFERENCES programs,
        mode text CONSTRAINT past_sending_mode_is_known CHECK (mode IN ('full-time', 'part-time')),
        school text,
        year smallint NOT NULL,
        result text CONSTRAINT past_sending_result_is_known CHECK (result IN ('excellent', 'good', 'fair', 'average'))
      );
      CREATE INDEX past_sendings_by_official ON past_sendings (official_id) WHERE official_id IS NOT NULL;
      CREATE INDEX past_sendings_by_unit ON past_sendings (unit_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
