import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Classes held again and again belong to a series; and what a class's timetable lacks before its list is fixed. */
export class SeriesOfClasses1790000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The class that the others were copied from, itself included; null for a class of its own.
      ALTER TABLE courses ADD series_id uuid CONSTRAINT course_series_exists REFERENCES courses;
      CREATE INDEX courses_by_series ON courses (series_id) WHERE series_id IS NOT NULL;

      CREATE FUNCTION timetable_gaps(p_course uuid, OUT sessions integer, OUT without_room integer, OUT without_lecturer integer)
      LANGUAGE sql STABLE AS $$
        SELECT count(*)::int, count(*) FILTER (WHERE room_id IS NULL)::int, count(*) FILTER (WHERE lecturer_id IS NULL)::int
        FROM course_sessions WHERE course_id = p_course AND state = 'planned'
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
