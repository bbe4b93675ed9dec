import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A class of a non-concentrated program takes its people's time by its sessions; every other one takes whole days. */
export class SessionsByMode1790000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION course_takes_whole_days(p_program uuid, p_starts_on date) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT NOT EXISTS (SELECT 1 FROM program_version_on(p_program, p_starts_on) v WHERE v.mode = 'non-concentrated')
      $$;

      CREATE FUNCTION take_days_by_mode() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT course_takes_whole_days(co.program_id, co.starts_on) INTO NEW.whole_days FROM courses co WHERE co.id = NEW.course_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER nomination_takes_days_by_mode BEFORE INSERT ON nominations FOR EACH ROW EXECUTE FUNCTION take_days_by_mode();

      -- A class that moves takes its people's time with it; an overlap that this makes is refused there.
      CREATE OR REPLACE FUNCTION carry_course_dates() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE nominations SET period = daterange(NEW.starts_on, NEW.ends_on, '[]'),
          whole_days = course_takes_whole_days(NEW.program_id, NEW.starts_on) WHERE course_id = NEW.id;
        RETURN NULL;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
