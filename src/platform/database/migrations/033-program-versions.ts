import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../../kernel/ids.js';

/**
 * Code, level, school and certificate of the first versions, where something is known of them. Hours, days and sizes are
 * for the board to say: what no paper was seen for stays empty.
 */
const KNOWN: [string, string, string | null, string | null][] = [
  ['CC', 'advanced', 'Học viện Chính trị khu vực I', 'diploma'],
  ['TC', 'intermediate', 'Trường Chính trị Hoàng Văn Thụ', 'diploma'],
  ['SC', 'elementary', null, null],
  ['DTD', 'fostering', null, 'attestation'],
  ['DVM', 'fostering', null, 'attestation'],
];

/** What a program is at a time: a change holds from a day on, and never for a class that was held before. */
export class ProgramVersions1790000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    const programs = (await runner.query('SELECT id, code, confers_llct_level AS confers FROM programs')) as {
      id: string;
      code: string;
      confers: string | null;
    }[];
    for (const { id, code, confers } of programs) {
      const [, level, school, certificate] = KNOWN.find(([known]) => known === code) ?? [code, 'fostering', null, null];
      await runner.query(
        `INSERT INTO program_versions (id, program_id, valid, level, school, certificate_kind, confers_llct_level)
         VALUES ($1, $2, '[2015-01-01,)', $3, $4, $5, $6)`,
        [newId(), id, level, school, certificate, confers],
      );
    }
    await runner.query(`
      ALTER TABLE programs DROP COLUMN confers_llct_level, ADD version integer NOT NULL DEFAULT 1;
      ALTER TABLE qualifications DROP CONSTRAINT qualification_once_per_nomination,
        ADD CONSTRAINT qualification_once_per_nomination UNIQUE (nomination_id, kind);
    `);
    await runner.query(KEPT);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const TABLES = `
  CREATE TABLE program_versions (
    id uuid PRIMARY KEY,
    program_id uuid NOT NULL CONSTRAINT program_version_program_exists REFERENCES programs,
    valid daterange NOT NULL CONSTRAINT program_version_holds_some_time CHECK (NOT isempty(valid)),
    level text CONSTRAINT program_version_level_is_known
      CHECK (level IN ('elementary', 'intermediate', 'advanced', 'degree', 'fostering')),
    -- Null: held in either mode, and the class says in which.
    mode text CONSTRAINT program_version_mode_is_known CHECK (mode IN ('concentrated', 'non-concentrated')),
    hours integer CONSTRAINT program_version_hours_are_counted CHECK (hours BETWEEN 1 AND 10000),
    days integer CONSTRAINT program_version_days_are_counted CHECK (days BETWEEN 1 AND 2000),
    school text CONSTRAINT program_version_school_is_named CHECK (school <> ''),
    minimum_size integer CONSTRAINT program_version_minimum_is_counted CHECK (minimum_size BETWEEN 1 AND 2000),
    maximum_size integer CONSTRAINT program_version_maximum_is_counted CHECK (maximum_size BETWEEN 1 AND 2000),
    certificate_kind text CONSTRAINT program_version_certificate_is_known
      CHECK (certificate_kind IN ('diploma', 'certificate', 'attestation')),
    -- What the record of somebody who completes it gains.
    confers_llct_level text CONSTRAINT program_version_llct_is_known
      CHECK (confers_llct_level IN ('elementary', 'intermediate', 'advanced', 'bachelor')),
    confers_management_level text CONSTRAINT program_version_management_is_known
      CHECK (confers_management_level IN ('officer', 'specialist', 'principal', 'senior')),
    confers_professional_level text CONSTRAINT program_version_professional_is_known
      CHECK (confers_professional_level IN ('elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor')),
    -- The paper that says so, in words.
    source text CONSTRAINT program_version_source_is_given CHECK (source <> ''),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT program_version_minimum_within_maximum CHECK (minimum_size <= maximum_size),
    CONSTRAINT program_one_version_at_a_time EXCLUDE USING gist (program_id WITH =, valid WITH &&)
  );

  CREATE TABLE program_subjects (
    id uuid PRIMARY KEY,
    version_id uuid NOT NULL CONSTRAINT program_subject_version_exists REFERENCES program_versions ON DELETE CASCADE,
    position smallint NOT NULL,
    name text NOT NULL COLLATE vi CONSTRAINT program_subject_is_named CHECK (name <> ''),
    name_key text NOT NULL GENERATED ALWAYS AS (fold(name)) STORED,
    hours integer CONSTRAINT program_subject_hours_are_counted CHECK (hours BETWEEN 1 AND 10000),
    CONSTRAINT program_subject_once_per_version UNIQUE (version_id, name_key),
    CONSTRAINT program_subject_has_its_place UNIQUE (version_id, position) DEFERRABLE INITIALLY DEFERRED
  );

  -- What a program is on a day.
  CREATE FUNCTION program_version_on(p_program uuid, p_day date) RETURNS SETOF program_versions
  LANGUAGE sql STABLE ROWS 1 AS $$
    SELECT * FROM program_versions WHERE program_id = p_program AND valid @> p_day
  $$;
`;

const KEPT = `
  -- Whether a class was held, or is being held, by this version.
  CREATE FUNCTION program_version_is_used(p_program uuid, p_valid daterange) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM courses c WHERE c.program_id = p_program AND p_valid @> c.starts_on
      AND c.state IN ('confirmed', 'running', 'completed'))
  $$;

  -- What classes were held by stays as it was: what was never said may be added, nothing said may be changed, and no
  -- such class may fall to another version.
  CREATE FUNCTION keep_used_program_versions() RETURNS trigger LANGUAGE plpgsql AS $$
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
  CREATE TRIGGER used_program_version_kept BEFORE UPDATE OR DELETE ON program_versions
    FOR EACH ROW EXECUTE FUNCTION keep_used_program_versions();

  -- Subjects of such a version may be named where none were; those named stay.
  CREATE FUNCTION keep_used_program_subjects() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM program_versions v WHERE v.id = OLD.version_id AND program_version_is_used(v.program_id, v.valid)) THEN
      RAISE EXCEPTION 'Classes were held with this subject'
        USING ERRCODE = '23514', CONSTRAINT = 'program_version_used_is_kept';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  CREATE TRIGGER used_program_subject_kept BEFORE UPDATE OR DELETE ON program_subjects
    FOR EACH ROW EXECUTE FUNCTION keep_used_program_subjects();
`;
