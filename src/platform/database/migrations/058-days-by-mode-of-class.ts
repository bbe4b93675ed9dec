import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a program leaves the mode to the class, the class says whether its people's whole days are taken. */
export class DaysByModeOfClass1790000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION class_takes_whole_days(p_course courses) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT CASE WHEN p_course.mode IS NULL THEN course_takes_whole_days(p_course.program_id, p_course.starts_on)
          ELSE p_course.mode <> 'non-concentrated' END
      $$;

      CREATE OR REPLACE FUNCTION take_days_by_mode() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT class_takes_whole_days(co) INTO NEW.whole_days FROM courses co WHERE co.id = NEW.course_id;
        RETURN NEW;
      END $$;

      CREATE OR REPLACE FUNCTION carry_course_dates() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE nominations SET period = daterange(NEW.starts_on, NEW.ends_on, '[]'), whole_days = class_takes_whole_days(NEW)
        WHERE course_id = NEW.id;
        RETURN NULL;
      END $$;
      DROP TRIGGER course_dates_carried ON courses;
      CREATE TRIGGER course_dates_carried AFTER UPDATE OF starts_on, ends_on, mode ON courses FOR EACH ROW
        WHEN (OLD.starts_on <> NEW.starts_on OR OLD.ends_on <> NEW.ends_on OR OLD.mode IS DISTINCT FROM NEW.mode)
        EXECUTE FUNCTION carry_course_dates();

      -- Only from whole days to sessions: whoever was let in before may well be elsewhere in between.
      UPDATE nominations n SET whole_days = false FROM courses co
        WHERE co.id = n.course_id AND co.mode = 'non-concentrated' AND n.whole_days;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
