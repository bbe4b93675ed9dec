import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That somebody cannot come, said before the session begins (báo vắng trước); whether it is leave, the sheet says. */
export class Apologies1790000000143 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attendance_apologies (
        session_id uuid NOT NULL CONSTRAINT apology_session_exists REFERENCES course_sessions,
        nomination_id uuid NOT NULL CONSTRAINT apology_nomination_exists REFERENCES nominations ON DELETE CASCADE,
        reason text NOT NULL CONSTRAINT apology_has_a_reason CHECK (btrim(reason) <> '' AND length(reason) <= 300),
        said_at timestamptz NOT NULL,
        said_by uuid NOT NULL CONSTRAINT apology_account_exists REFERENCES accounts,
        CONSTRAINT apology_once_per_person PRIMARY KEY (session_id, nomination_id)
      );
      CREATE INDEX attendance_apologies_by_nomination ON attendance_apologies (nomination_id);

      CREATE FUNCTION check_apology() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        the_session course_sessions;
        the_nomination nominations;
      BEGIN
        SELECT * INTO the_session FROM course_sessions WHERE id = NEW.session_id FOR SHARE;
        SELECT * INTO the_nomination FROM nominations WHERE id = NEW.nomination_id;
        IF the_nomination.course_id IS DISTINCT FROM the_session.course_id OR the_session.state <> 'planned' OR NOT is_trainee(the_nomination.state) THEN
          PERFORM refuse('apology_for_a_session_of_ones_own');
        END IF;
        IF NEW.said_at >= the_session.starts_at THEN
          PERFORM refuse('apology_before_its_session');
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER apology_is_checked BEFORE INSERT OR UPDATE ON attendance_apologies FOR EACH ROW EXECUTE FUNCTION check_apology();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
