import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Training plans of a year or a period: versions that are drafts until they are approved and never change afterwards,
 * their lines, and which class was opened for which line.
 */
export class TrainingPlans1790000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE training_plans (
        id uuid PRIMARY KEY,
        -- The board's unit whose plan it is.
        unit_id uuid NOT NULL CONSTRAINT plan_unit_exists REFERENCES units,
        kind text NOT NULL CONSTRAINT plan_kind_is_known CHECK (kind IN ('year', 'period')),
        first_year smallint NOT NULL CONSTRAINT plan_years_are_sensible CHECK (first_year BETWEEN 2000 AND 2100),
        last_year smallint NOT NULL,
        CONSTRAINT plan_of_one_year_or_of_several CHECK
          (CASE kind WHEN 'year' THEN last_year = first_year ELSE last_year BETWEEN first_year + 1 AND first_year + 9 END),
        CONSTRAINT plan_once_per_unit_and_years UNIQUE (unit_id, first_year, last_year)
      );

      CREATE TABLE plan_versions (
        id uuid PRIMARY KEY,
        plan_id uuid NOT NULL CONSTRAINT plan_version_plan_exists REFERENCES training_plans ON DELETE CASCADE,
        number smallint NOT NULL CONSTRAINT plan_version_number_counts_up CHECK (number > 0),
        state text NOT NULL CONSTRAINT plan_version_state_is_known CHECK (state IN ('draft', 'approved')),
        document_number text,
        document_date date,
        signer text,
        approved_at timestamptz,
        approved_by uuid CONSTRAINT plan_version_account_exists REFERENCES accounts,
        -- Counts the changes of the version and its lines, for If-Match.
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT plan_version_once_per_number UNIQUE (plan_id, number),
        CONSTRAINT plan_version_approved_by_a_document CHECK (CASE state
          WHEN 'approved' THEN num_nulls(nullif(document_number, ''), document_date, nullif(signer, ''), approved_at, approved_by) = 0
          ELSE num_nonnulls(document_number, document_date, signer, approved_at, approved_by) = 0 END)
      );
      CREATE UNIQUE INDEX plan_has_one_draft_at_a_time ON plan_versions (plan_id) WHERE state = 'draft';

      -- What is planned of one program for one unit; the plan's own unit means all its units together.
      CREATE TABLE plan_lines (
        id uuid PRIMARY KEY,
        version_id uuid NOT NULL CONSTRAINT plan_line_version_exists REFERENCES plan_versions ON DELETE CASCADE,
        program_id uuid NOT NULL CONSTRAINT plan_line_program_exists REFERENCES programs,
        unit_id uuid NOT NULL CONSTRAINT plan_line_unit_exists REFERENCES units,
        classes integer NOT NULL CONSTRAINT plan_line_classes_are_countable CHECK (classes BETWEEN 0 AND 1000),
        -- Turns: who comes twice counts twice.
        trainees integer NOT NULL CONSTRAINT plan_line_trainees_are_countable CHECK (trainees BETWEEN 0 AND 100000),
        -- When its classes open; null: any time within the plan's years.
        first_month smallint,
        last_month smallint,
        note text CONSTRAINT plan_line_note_is_short CHECK (length(note) <= 1000),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT plan_line_once_per_program_and_unit UNIQUE (version_id, program_id, unit_id),
        CONSTRAINT plan_line_months_are_in_order CHECK (num_nulls(first_month, last_month) <> 1
          AND first_month >= 1 AND last_month <= 12 AND first_month <= last_month)
      );
      SELECT track_changes('plan_lines');

      -- Lines taken from the needs in one go, to be taken back in one; the id is that of the operation in the journal.
      CREATE TABLE plan_fills (
        id uuid PRIMARY KEY,
        version_id uuid NOT NULL CONSTRAINT plan_fill_version_exists REFERENCES plan_versions ON DELETE CASCADE,
        at timestamptz NOT NULL,
        added integer NOT NULL,
        changed integer NOT NULL,
        CONSTRAINT plan_fill_did_something CHECK (added >= 0 AND changed >= 0 AND added + changed > 0)
      );
      CREATE INDEX plan_fills_by_version ON plan_fills (version_id);

      -- Classes opened from a plan. The line is the one of the class's program and this unit, in whichever version.
      CREATE TABLE plan_courses (
        course_id uuid CONSTRAINT plan_course_in_one_plan PRIMARY KEY CONSTRAINT plan_course_class_exists REFERENCES courses,
        plan_id uuid NOT NULL CONSTRAINT plan_course_plan_exists REFERENCES training_plans,
        unit_id uuid NOT NULL CONSTRAINT plan_course_unit_exists REFERENCES units
      );
      CREATE INDEX plan_courses_by_plan ON plan_courses (plan_id);

      CREATE FUNCTION refuse_change_of_approved_plan() RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'An approved plan never changes' USING ERRCODE = '23514', CONSTRAINT = 'approved_plan_never_changes';
      END $$;

      CREATE FUNCTION keep_approved_versions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'approved' THEN PERFORM refuse_change_of_approved_plan(); END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER approved_plan_never_changes BEFORE UPDATE OR DELETE ON plan_versions
        FOR EACH ROW EXECUTE FUNCTION keep_approved_versions();

      -- The version is locked, so that nobody approves it while a line is being written.
      CREATE FUNCTION keep_lines_of_approved_versions() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE found text;
      BEGIN
        FOR found IN SELECT state FROM plan_versions WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE LOOP
          IF found = 'approved' THEN PERFORM refuse_change_of_approved_plan(); END IF;
        END LOOP;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER approved_plan_never_changes BEFORE INSERT OR UPDATE OR DELETE ON plan_lines
        FOR EACH ROW EXECUTE FUNCTION keep_lines_of_approved_versions();

      -- What a plan is about stays as it was approved; whose it is may pass to an heir.
      CREATE FUNCTION keep_years_of_approved_plans() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM plan_versions v WHERE v.plan_id = OLD.id AND v.state = 'approved') THEN
          PERFORM refuse_change_of_approved_plan();
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER approved_plan_never_changes BEFORE UPDATE OF kind, first_year, last_year ON training_plans
        FOR EACH ROW EXECUTE FUNCTION keep_years_of_approved_plans();

      CREATE FUNCTION refuse_emptying_of_plans() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM refuse_change_of_approved_plan();
        RETURN NULL;
      END $$;
      CREATE TRIGGER approved_plan_never_emptied BEFORE TRUNCATE ON plan_versions
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_of_plans();
      CREATE TRIGGER approved_plan_never_emptied BEFORE TRUNCATE ON plan_lines
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_of_plans();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
