import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which papers a nomination must bring, by version of the program, in the order in which they are asked for. */
export class PapersOfPrograms1790000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE program_papers (
        version_id uuid NOT NULL CONSTRAINT program_paper_version_exists REFERENCES program_versions ON DELETE CASCADE,
        position smallint NOT NULL,
        -- Of health only whether the person is fit and the day of the check, never a file.
        kind text NOT NULL CONSTRAINT program_paper_kind_is_known
          CHECK (kind IN ('application', 'cv', 'degree', 'certificate', 'health', 'other')),
        CONSTRAINT program_paper_once_per_version PRIMARY KEY (version_id, kind),
        CONSTRAINT program_paper_has_its_place UNIQUE (version_id, position) DEFERRABLE INITIALLY DEFERRED
      );

      -- What a kind of program asks for as long as nobody has said otherwise: long training asks, a short class does not.
      CREATE FUNCTION default_papers(p_kind text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE WHEN p_kind IN ('advanced-llct', 'intermediate-llct')
          THEN ARRAY['application', 'cv', 'degree', 'health'] ELSE ARRAY[]::text[] END
      $$;

      INSERT INTO program_papers (version_id, position, kind)
        SELECT v.id, k.position, k.kind FROM program_versions v JOIN programs p ON p.id = v.program_id
          CROSS JOIN LATERAL unnest(default_papers(p.kind)) WITH ORDINALITY AS k(kind, position);

      -- Papers that a class of a program asks for, by the day it opens.
      CREATE FUNCTION required_papers(p_program uuid, p_day date) RETURNS TABLE (kind text, "position" smallint)
      LANGUAGE sql STABLE AS $$
        SELECT r.kind, r.position FROM program_papers r JOIN program_versions v ON v.id = r.version_id
        WHERE v.program_id = p_program AND v.valid @> p_day ORDER BY r.position
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
