import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rooms, lecturers, blackouts and plans follow their unit into its heirs; with the journal that can be taken back. */
export class TimetableAndPlansFollowUnits1790000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT track_changes(name::regclass) FROM unnest(ARRAY['venues', 'lecturers', 'blackouts', 'training_plans']) name;

      -- Units whose plan it was: what they held counts for it still.
      ALTER TABLE training_plans ADD former_unit_ids uuid[] NOT NULL DEFAULT '{}';

      -- The unit itself while it stands, else those that stand for it now.
      CREATE FUNCTION standing_heirs(p_unit uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE line AS (
          SELECT p_unit AS id UNION SELECT s.to_unit_id FROM unit_successions s JOIN line l ON s.from_unit_id = l.id)
        SELECT l.id FROM line l WHERE NOT EXISTS (SELECT 1 FROM unit_successions s WHERE s.from_unit_id = l.id)
      $$;
      -- The one unit that stands for it now; null where several do.
      CREATE FUNCTION only_heir(p_unit uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
        SELECT CASE count(*) WHEN 1 THEN min(h.id::text)::uuid END FROM standing_heirs(p_unit) AS h(id)
      $$;

      -- As in 054, and whoever stands for the unit that a plan named.
      CREATE OR REPLACE FUNCTION units_of_class(p_course uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
        SELECT coalesce(array_agg(DISTINCT above.id), '{}') FROM (
          SELECT co.unit_id AS id FROM courses co WHERE co.id = p_course
          UNION SELECT uc.unit_id FROM unit_calls uc
            WHERE uc.course_id = p_course AND coalesce(uc.answer, '') NOT IN ('none', 'carried-over')
          UNION SELECT unnest(ARRAY[n.unit_id, o.unit_id, o.cell_id]) FROM nominations n JOIN officials o ON o.id = n.official_id
            WHERE n.course_id = p_course AND n.state IN ('submitted', 'returned', 'approved', 'completed')
          UNION SELECT heir FROM plan_courses pc CROSS JOIN LATERAL standing_heirs(pc.unit_id) AS heir WHERE pc.course_id = p_course
        ) kept JOIN units u ON u.id = kept.id CROSS JOIN LATERAL unnest(u.path) AS above(id)
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
