import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What share of a class somebody must have been at: said by the program's version, as everything else that is dated. */
export class MinimumAttendance1790000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE program_versions ADD minimum_attendance integer
        CONSTRAINT program_minimum_attendance_is_a_share CHECK (minimum_attendance BETWEEN 1 AND 100);

      -- As in 090, and a share that was said stays as it was.
      CREATE OR REPLACE FUNCTION keep_used_program_versions() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        kept boolean;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          kept := NOT program_version_is_used(OLD.program_id, OLD.valid);
        ELSE
          kept := NOT EXISTS (SELECT 1 FROM courses c WHERE c.program_id = OLD.program_id
              AND c.state IN ('confirmed', 'running', 'completed')
              AND (OLD.valid @> c.starts_on) <> (NEW.valid @> c.starts_on AND NEW.program_id = OLD.program_id))
            AND (NOT program_version_is_used(OLD.program_id, OLD.valid) OR (
              (OLD.level IS NULL OR NEW.level IS NOT DISTINCT FROM OLD.level)
              AND (OLD.mode IS NULL OR NEW.mode IS NOT DISTINCT FROM OLD.mode)
              AND (OLD.hours IS NULL OR NEW.hours IS NOT DISTINCT FROM OLD.hours)
              AND (OLD.days IS NULL OR NEW.days IS NOT DISTINCT FROM OLD.days)
              AND (OLD.school IS NULL OR NEW.school IS NOT DISTINCT FROM OLD.school)
              AND (OLD.minimum_size IS NULL OR NEW.minimum_size IS NOT DISTINCT FROM OLD.minimum_size)
              AND (OLD.maximum_size IS NULL OR NEW.maximum_size IS NOT DISTINCT FROM OLD.maximum_size)
              AND (OLD.certificate_kind IS NULL OR NEW.certificate_kind IS NOT DISTINCT FROM OLD.certificate_kind)
              AND (OLD.source IS NULL OR NEW.source IS NOT DISTINCT FROM OLD.source)
              AND (OLD.minimum_attendance IS NULL OR NEW.minimum_attendance IS NOT DISTINCT FROM OLD.minimum_attendance)
              AND (NEW.cell_step, NEW.decision_step) = (OLD.cell_step, OLD.decision_step)
              -- Nothing given is something said: whoever completed such a class was given nothing.
              AND (NEW.confers_llct_level, NEW.confers_management_level, NEW.confers_professional_level)
                IS NOT DISTINCT FROM (OLD.confers_llct_level, OLD.confers_management_level, OLD.confers_professional_level)));
        END IF;
        IF NOT kept THEN
          RAISE EXCEPTION 'Classes were held by this version'
            USING ERRCODE = '23514', CONSTRAINT = 'program_version_used_is_kept';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
