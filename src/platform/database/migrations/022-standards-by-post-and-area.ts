import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Standards that speak of a post, a kind of area and state management, with the paper they come from; decisions that
 * exempt one person; and the answers of everyone on a day, for the database's own filters.
 */
export class StandardsByPostAndArea1790000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE standards
        -- Null: every post of the category.
        ADD COLUMN post_title text CONSTRAINT standard_post_is_named CHECK (post_title = btrim(post_title) AND post_title <> ''),
        ADD COLUMN post_key text GENERATED ALWAYS AS (fold(post_title)) STORED,
        -- Null: every kind of area.
        ADD COLUMN area text CONSTRAINT standard_area_is_known
          CHECK (area IN ('plain', 'mountain', 'border', 'island', 'ethnic-minority')),
        ADD COLUMN management_minimum text CONSTRAINT standard_management_is_known
          CHECK (management_minimum IN ('officer', 'specialist', 'principal', 'senior')),
        ADD COLUMN source_number text,
        ADD COLUMN source_date date,
        -- False until the body that answers for it has confirmed it: shown as "to be confirmed".
        ADD COLUMN confirmed boolean NOT NULL DEFAULT false,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT standard_holds_some_time CHECK (NOT isempty(valid)),
        DROP CONSTRAINT standard_one_per_category_at_a_time,
        ADD CONSTRAINT standard_one_per_post_and_area_at_a_time EXCLUDE USING gist
          (category WITH =, coalesce(post_key, '') WITH =, coalesce(area, '') WITH =, valid WITH &&);

      -- The decision that one person need not meet one of the standards.
      CREATE TABLE standard_exemptions (
        id uuid PRIMARY KEY,
        official_id uuid NOT NULL CONSTRAINT exemption_official_exists REFERENCES officials,
        kind text NOT NULL CONSTRAINT exemption_kind_is_known CHECK (kind IN ('professional', 'llct', 'management')),
        number text NOT NULL CONSTRAINT exemption_number_is_given CHECK (number <> ''),
        reason text NOT NULL CONSTRAINT exemption_reason_is_given CHECK (reason <> ''),
        -- From the day of the decision to the day it names, that day included.
        valid daterange NOT NULL CONSTRAINT exemption_holds_some_time CHECK (NOT isempty(valid)),
        CONSTRAINT exemption_one_per_standard_at_a_time EXCLUDE USING gist (official_id WITH =, kind WITH =, valid WITH &&)
      );
      SELECT track_changes('standards');
      SELECT track_changes('standard_exemptions');

      -- The kind of area a unit stands in: its own, or that of the nearest unit above it on that day's map.
      -- Worked out once for all units, so that what reads it stays a plain join.
      CREATE FUNCTION unit_areas(p_day date) RETURNS TABLE (unit_id uuid, area text) LANGUAGE sql STABLE ROWS 500 AS $$
        WITH standing AS MATERIALIZED (
          SELECT u.id, (SELECT above.area FROM units above WHERE above.id = ANY (coalesce(m.path, u.path)) AND above.area IS NOT NULL
            ORDER BY array_position(coalesce(m.path, u.path), above.id) DESC LIMIT 1) AS area
          FROM units u LEFT JOIN units_as_of(p_day) m ON m.id = u.id)
        SELECT id, area FROM standing
      $$;

      -- The standard of a post on a day: what names post and area before what names the post, the area, or neither.
      CREATE FUNCTION standard_of(p_category text, p_title text, p_area text, p_day date) RETURNS SETOF standards
      LANGUAGE sql STABLE ROWS 1 AS $$
        SELECT s.* FROM standards s
        WHERE s.valid @> p_day AND s.category = p_category
          AND (s.area IS NULL OR s.area = p_area) AND (s.post_key IS NULL OR s.post_key = fold(p_title))
        ORDER BY s.post_key IS NULL, s.area IS NULL LIMIT 1
      $$;

      -- What is held against what is asked. Missing data is unknown, never a failure.
      CREATE FUNCTION standard_answer(p_has_standard boolean, p_asked integer, p_has integer, p_exempted boolean) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE
          WHEN p_has_standard AND p_asked IS NOT NULL AND p_has >= p_asked THEN 'met'
          WHEN p_exempted OR p_has_standard AND p_asked IS NULL THEN 'exempt'
          WHEN NOT p_has_standard OR p_has IS NULL THEN 'unknown'
          ELSE 'notMet' END
      $$;

      -- A level's place on its ladder; the same orders as qualifications.rank.
      CREATE FUNCTION level_rank(p_kind text, p_level text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE p_kind
          WHEN 'professional' THEN
            array_position(ARRAY['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'], p_level)
          WHEN 'llct' THEN array_position(ARRAY['none', 'elementary', 'intermediate', 'advanced', 'bachelor'], p_level)
          WHEN 'state-management' THEN array_position(ARRAY['none', 'officer', 'specialist', 'principal', 'senior'], p_level) END
      $$;

      -- Everyone who holds a main post on a day, with the answer of each standard: met, notMet, unknown or exempt.
      CREATE FUNCTION standard_answers(p_day date)
      RETURNS TABLE (official_id uuid, unit_id uuid, professional text, llct text, management text) LANGUAGE sql STABLE ROWS 1000 AS $$
        SELECT p.official_id, p.unit_id,
          standard_answer(s.id IS NOT NULL, level_rank('professional', s.professional_minimum), held.professional, coalesce(free.professional, false)),
          standard_answer(s.id IS NOT NULL, level_rank('llct', s.llct_minimum), held.llct, coalesce(free.llct, false)),
          standard_answer(s.id IS NOT NULL, level_rank('state-management', s.management_minimum), held.management, coalesce(free.management, false))
        FROM official_posts p
        LEFT JOIN unit_areas(p_day) a ON a.unit_id = p.unit_id
        LEFT JOIN LATERAL standard_of(p.category, p.title, a.area, p_day) s ON true
        CROSS JOIN LATERAL (
          SELECT max(level_rank(q.kind, q.level)) FILTER (WHERE q.kind = 'professional') AS professional,
            max(level_rank(q.kind, q.level)) FILTER (WHERE q.kind = 'llct') AS llct,
            max(level_rank(q.kind, q.level)) FILTER (WHERE q.kind = 'state-management') AS management
          FROM qualifications q WHERE q.official_id = p.official_id AND (q.obtained_on IS NULL OR q.obtained_on <= p_day)
        ) held
        LEFT JOIN (
          SELECT e.official_id, bool_or(e.kind = 'professional') AS professional, bool_or(e.kind = 'llct') AS llct,
            bool_or(e.kind = 'management') AS management
          FROM standard_exemptions e WHERE e.valid @> p_day GROUP BY e.official_id
        ) free ON free.official_id = p.official_id
        WHERE p.main AND p.held @> p_day
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
