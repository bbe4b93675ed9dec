import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scarce places, and who is put forward for them. */
export class QuotasAndNominations1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quotas (
        id uuid PRIMARY KEY,
        program_id uuid NOT NULL CONSTRAINT quota_program_exists REFERENCES programs,
        period smallint NOT NULL CONSTRAINT quota_period_is_a_year CHECK (period BETWEEN 2000 AND 2100),
        unit_id uuid NOT NULL CONSTRAINT quota_unit_exists REFERENCES units,
        places integer NOT NULL CONSTRAINT quota_places_are_counted CHECK (places BETWEEN 0 AND 10000),
        taken integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT quota_once_per_unit UNIQUE (program_id, period, unit_id),
        CONSTRAINT quota_taken_within_places CHECK (taken BETWEEN 0 AND places)
      ) WITH (fillfactor = 70);
      CREATE INDEX quotas_by_unit ON quotas (unit_id);

      CREATE TABLE nominations (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT nomination_course_exists REFERENCES courses,
        official_id uuid NOT NULL CONSTRAINT nomination_official_exists REFERENCES officials,
        -- The called unit in whose name it was made.
        unit_id uuid NOT NULL,
        quota_id uuid CONSTRAINT nomination_quota_exists REFERENCES quotas,
        state text NOT NULL CONSTRAINT nomination_state_is_known CHECK (state IN ('submitted', 'returned', 'approved',
          'rejected', 'withdrawn', 'lapsed', 'completed', 'not-completed')),
        place text NOT NULL CONSTRAINT nomination_place_is_known CHECK (place IN ('seat', 'waitlist', 'none')),
        queue_no integer NOT NULL,
        period daterange NOT NULL,
        late boolean NOT NULL,
        reason text,
        submitted_at timestamptz NOT NULL,
        submitted_by uuid NOT NULL CONSTRAINT nomination_submitter_exists REFERENCES accounts,
        decided_at timestamptz,
        decided_by uuid CONSTRAINT nomination_decider_exists REFERENCES accounts,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT nomination_unit_is_called FOREIGN KEY (course_id, unit_id) REFERENCES unit_calls (course_id, unit_id),
        CONSTRAINT nomination_place_fits_state CHECK (CASE
          WHEN state IN ('submitted', 'returned') THEN place IN ('seat', 'waitlist')
          WHEN state IN ('approved', 'completed', 'not-completed') THEN place = 'seat'
          ELSE place = 'none' END),
        CONSTRAINT official_in_one_class_at_a_time EXCLUDE USING gist (official_id WITH =, period WITH &&)
          WHERE (state IN ('submitted', 'returned', 'approved', 'completed'))
      );
      CREATE UNIQUE INDEX nomination_once_per_course ON nominations (course_id, official_id)
        WHERE state NOT IN ('withdrawn', 'lapsed');
      CREATE INDEX nominations_by_course ON nominations (course_id, queue_no);
      CREATE INDEX nominations_by_unit ON nominations (unit_id, state);
      CREATE INDEX nominations_by_official ON nominations (official_id);
      CREATE INDEX nominations_to_review ON nominations (submitted_at, id) WHERE state = 'submitted';

      ALTER TABLE qualifications ADD CONSTRAINT qualification_nomination_exists FOREIGN KEY (nomination_id) REFERENCES nominations;

      -- A class that moves takes its people's time with it; an overlap that this makes is refused there.
      CREATE FUNCTION carry_course_dates() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE nominations SET period = daterange(NEW.starts_on, NEW.ends_on, '[]') WHERE course_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER course_dates_carried AFTER UPDATE OF starts_on, ends_on ON courses FOR EACH ROW
        WHEN (OLD.starts_on <> NEW.starts_on OR OLD.ends_on <> NEW.ends_on) EXECUTE FUNCTION carry_course_dates();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
