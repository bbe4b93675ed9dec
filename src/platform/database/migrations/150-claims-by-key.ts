import type { MigrationInterface, QueryRunner } from 'typeorm';
import { claimPlaces } from './parts/claim-places.sql.js';

/**
 * Of the person's few nominations one for the class. Planned while there are few of all, a join may read everyone on the class,
 * and so may an index that begins with the class: `IS TRUE` hides the class from indexes, the limit makes it a look-up.
 */
const NOBODY_BARRED = `SELECT o.*, row_number() OVER (PARTITION BY o.quota_id ORDER BY o.n) AS of_quota FROM open o
      LEFT JOIN LATERAL (SELECT true AS found FROM nominations m WHERE m.official_id = o.official_id
        AND (m.course_id = o.course_id) IS TRUE AND bars_nomination(m.state) LIMIT 1) barring ON true
      WHERE o.of_person = 1 AND barring.found IS NULL`;

/** What `class_takes_whole_days` says; that function is called for each class, where this is a part of the statement. */
const WHOLE_DAYS = `coalesce(c.mode, (SELECT v.mode FROM program_version_on(c.program_id, c.starts_on) v)) IS DISTINCT FROM 'non-concentrated'`;

/** Claims look up each person by key, so that they cost the same however many are on the class. */
export class ClaimsByKey1790000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By person first: asked for a person alone, PostgreSQL 18 went through the index once for each class (skip scan).
    await runner.query(`
      DROP INDEX nomination_once_per_course;
      CREATE UNIQUE INDEX nomination_once_per_course ON nominations (official_id, course_id) WHERE bars_nomination(state)`);
    await runner.query('DROP FUNCTION claim_places(jsonb, jsonb, timestamptz, date, text[])');
    await runner.query(claimPlaces({ possible: NOBODY_BARRED, wholeDays: WHOLE_DAYS }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
