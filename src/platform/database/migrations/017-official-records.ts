import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The full record of an official: sealed numbers, status over time, posts planned for, notes of the board. */
export class OfficialRecords1790000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PERSON);
    await runner.query(STATUSES);
    await runner.query(BOARD_ALONE);
    await runner.query(QUALIFICATIONS);
    await runner.query(`
      SELECT track_changes(name::regclass) FROM unnest(ARRAY['official_statuses', 'official_plannings', 'official_notes']) name;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const PERSON = `
  -- Numbers that the law protects: sealed by the product (platform/secrets), found again by a keyed hash.
  ALTER TABLE officials
    ADD other_name text CONSTRAINT official_other_name_is_given CHECK (other_name <> ''),
    ADD citizen_id_sealed bytea,
    ADD citizen_id_key bytea,
    ADD party_card_sealed bytea,
    ADD party_card_key bytea,
    -- The record that this one turned out to be a double of; every reading of officials leaves such rows out.
    ADD merged_into uuid CONSTRAINT official_merged_into_exists REFERENCES officials,
    ADD CONSTRAINT official_is_not_merged_into_itself CHECK (merged_into <> id),
    ADD CONSTRAINT official_citizen_id_is_sealed_and_found CHECK ((citizen_id_sealed IS NULL) = (citizen_id_key IS NULL)),
    ADD CONSTRAINT official_party_card_is_sealed_and_found CHECK ((party_card_sealed IS NULL) = (party_card_key IS NULL));
  CREATE UNIQUE INDEX official_citizen_id_once ON officials (citizen_id_key) WHERE merged_into IS NULL;
  CREATE UNIQUE INDEX official_party_card_once ON officials (party_card_key) WHERE merged_into IS NULL;
  CREATE INDEX officials_by_merged_into ON officials (merged_into) WHERE merged_into IS NOT NULL;
`;

const STATUSES = `
  CREATE TABLE official_statuses (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    official_id uuid NOT NULL CONSTRAINT status_official_exists REFERENCES officials,
    status text NOT NULL CONSTRAINT status_is_a_known_one CHECK (status IN ('working', 'rotated', 'seconded', 'retired', 'left')),
    held daterange NOT NULL CONSTRAINT status_lasts_some_time CHECK (NOT isempty(held)),
    note text,
    CONSTRAINT official_one_status_at_a_time EXCLUDE USING gist (official_id WITH =, held WITH &&)
  );
  INSERT INTO official_statuses (official_id, status, held) SELECT id, status, daterange(NULL, NULL) FROM officials;

  -- officials.status is the status that began last. Whichever of the two is written, the other follows.
  CREATE FUNCTION keep_present_status() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' OR pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
    UPDATE officials o SET status = last.status
    FROM (SELECT DISTINCT ON (s.official_id) s.official_id, s.status FROM official_statuses s
      WHERE s.official_id IN (SELECT official_id FROM touched) ORDER BY s.official_id, lower(s.held) DESC NULLS LAST) last
    WHERE o.id = last.official_id AND o.status <> last.status;
    RETURN NULL;
  END $$;
  CREATE TRIGGER present_status_of_new AFTER INSERT ON official_statuses REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_present_status();
  CREATE TRIGGER present_status_of_changed AFTER UPDATE ON official_statuses REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_present_status();
  CREATE TRIGGER present_status_of_removed AFTER DELETE ON official_statuses REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_present_status();

  -- A new status of a person begins on the day in 'hc.effective_on'; without one it corrects what is recorded. By
  -- statement and by a name after 'journal_…', so that the journal tells of a person before their status.
  CREATE FUNCTION keep_official_statuses() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    effective_on date := nullif(current_setting('hc.effective_on', true), '')::date;
    change record;
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' OR pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
    IF TG_OP = 'INSERT' THEN
      INSERT INTO official_statuses (official_id, status, held) SELECT id, status, daterange(NULL, NULL) FROM touched;
      RETURN NULL;
    END IF;
    FOR change IN SELECT t.status, last.id, last.official_id, last.held FROM touched t CROSS JOIN LATERAL (
        SELECT * FROM official_statuses s WHERE s.official_id = t.id ORDER BY lower(s.held) DESC NULLS LAST LIMIT 1) last
      WHERE last.status <> t.status
    LOOP
      IF effective_on IS NULL OR lower(change.held) >= effective_on THEN
        UPDATE official_statuses SET status = change.status WHERE id = change.id;
      ELSE
        UPDATE official_statuses SET held = daterange(lower(held), least(upper(held), effective_on)) WHERE id = change.id;
        INSERT INTO official_statuses (official_id, status, held)
        VALUES (change.official_id, change.status, daterange(effective_on, NULL));
      END IF;
    END LOOP;
    RETURN NULL;
  END $$;
  CREATE TRIGGER status_of_new AFTER INSERT ON officials REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_official_statuses();
  CREATE TRIGGER status_of_changed AFTER UPDATE ON officials REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_official_statuses();
`;

const BOARD_ALONE = `
  CREATE TABLE official_plannings (
    id uuid PRIMARY KEY,
    official_id uuid NOT NULL CONSTRAINT planning_official_exists REFERENCES officials,
    title text NOT NULL CONSTRAINT planning_title_is_given CHECK (title <> ''),
    category text NOT NULL CONSTRAINT planning_category_is_known
      CHECK (category IN ('cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other')),
    unit_id uuid CONSTRAINT planning_unit_exists REFERENCES units,
    -- By when the person must meet what the post asks for.
    must_meet_by date,
    confirmed_on date
  );
  CREATE INDEX official_plannings_by_official ON official_plannings (official_id);
  CREATE INDEX official_plannings_by_day ON official_plannings (must_meet_by);

  CREATE TABLE official_notes (
    id uuid PRIMARY KEY,
    official_id uuid NOT NULL CONSTRAINT note_official_exists REFERENCES officials,
    noted_on date NOT NULL,
    text text NOT NULL CONSTRAINT note_text_is_given CHECK (text <> ''),
    noted_by uuid CONSTRAINT note_account_exists REFERENCES accounts,
    -- What the person says to it: their right, and what a reader must see beside it.
    reply text CONSTRAINT note_reply_is_given CHECK (reply <> ''),
    replied_on date,
    CONSTRAINT note_reply_has_its_day CHECK ((reply IS NULL) = (replied_on IS NULL))
  );
  CREATE INDEX official_notes_by_official ON official_notes (official_id, noted_on DESC);
`;

const QUALIFICATIONS = `
  ALTER TABLE qualifications DROP CONSTRAINT qualification_kind_is_known;
  ALTER TABLE qualifications ADD CONSTRAINT qualification_kind_is_known
    CHECK (kind IN ('professional', 'llct', 'state-management', 'language', 'it'));
  ALTER TABLE qualifications DROP COLUMN rank;
  ALTER TABLE qualifications
    -- Languages and computing have no ladder: what is written on the certificate is the level.
    ADD rank smallint NOT NULL GENERATED ALWAYS AS (CASE kind
      WHEN 'professional' THEN array_position(ARRAY['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'], level)
      WHEN 'llct' THEN array_position(ARRAY['none', 'elementary', 'intermediate', 'advanced', 'bachelor'], level)
      WHEN 'state-management' THEN array_position(ARRAY['none', 'officer', 'specialist', 'principal', 'senior'], level)
      ELSE 0 END) STORED,
    ADD school text,
    ADD certificate_number text,
    ADD note text,
    ADD file_id uuid CONSTRAINT qualification_file_exists REFERENCES stored_files,
    ADD CONSTRAINT qualification_level_is_given CHECK (level <> '');
  CREATE INDEX qualifications_by_official ON qualifications (official_id, kind, rank DESC);
`;
