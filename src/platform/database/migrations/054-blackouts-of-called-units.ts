import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A class minds the harvest and the congresses of all whom it calls away, not of its holder alone. */
export class BlackoutsOfCalledUnits1790000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Units whose people a class keeps: its holder, those called that have not answered "nobody", those whose people are
      -- nominated, and the one its plan names; each with every unit above it.
      CREATE FUNCTION units_of_class(p_course uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
        SELECT coalesce(array_agg(DISTINCT above.id), '{}') FROM (
          SELECT co.unit_id AS id FROM courses co WHERE co.id = p_course
          UNION SELECT uc.unit_id FROM unit_calls uc
            WHERE uc.course_id = p_course AND coalesce(uc.answer, '') NOT IN ('none', 'carried-over')
          UNION SELECT unnest(ARRAY[n.unit_id, o.unit_id, o.cell_id]) FROM nominations n JOIN officials o ON o.id = n.official_id
            WHERE n.course_id = p_course AND n.state IN ('submitted', 'returned', 'approved', 'completed')
          UNION SELECT pc.unit_id FROM plan_courses pc WHERE pc.course_id = p_course
        ) kept JOIN units u ON u.id = kept.id CROSS JOIN LATERAL unnest(u.path) AS above(id)
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
