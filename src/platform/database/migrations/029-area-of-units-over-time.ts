import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kind of area a unit stands in belongs to its history: what standards ask on a day goes by the area of that day. */
export class AreaOfUnitsOverTime1790000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILL);
    await runner.query(KEEP);
    await runner.query(READ);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

// Until now the present area answered for every day; so that no answer changes, every spell begins with it.
const FILL = `
  ALTER TABLE unit_spells ADD COLUMN area text
    CONSTRAINT unit_spell_area_is_known CHECK (area IN ('plain', 'mountain', 'border', 'island', 'ethnic-minority'));
  UPDATE unit_spells s SET area = u.area FROM units u WHERE u.id = s.unit_id AND u.area IS NOT NULL;
  -- Operations that can be undone compare whole rows: what they remember of spells gets the new column too.
  UPDATE journal_entries e SET
    before = e.before || jsonb_build_object('area', u.area), after = e.after || jsonb_build_object('area', u.area)
  FROM units u WHERE e.table_name = 'unit_spells' AND u.id = (coalesce(e.after, e.before) ->> 'unit_id')::uuid;
`;

const KEEP = `
  CREATE OR REPLACE FUNCTION keep_unit_spells() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    effective_on date := nullif(current_setting('hc.effective_on', true), '')::date;
    last unit_spells;
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
    IF TG_OP = 'INSERT' THEN
      INSERT INTO unit_spells (unit_id, parent_id, kind, code, name, area, held)
      VALUES (NEW.id, NEW.parent_id, NEW.kind, NEW.code, NEW.name, NEW.area, daterange(NEW.valid_from, NEW.valid_to, '[]'));
      RETURN NULL;
    END IF;
    IF NEW.valid_from IS DISTINCT FROM OLD.valid_from THEN
      UPDATE unit_spells SET held = daterange(NEW.valid_from, upper(held)) WHERE id = (
        SELECT id FROM unit_spells WHERE unit_id = NEW.id ORDER BY lower(held) NULLS FIRST LIMIT 1);
    END IF;
    SELECT * INTO last FROM unit_spells WHERE unit_id = NEW.id ORDER BY upper(held) DESC NULLS FIRST LIMIT 1;
    IF (NEW.parent_id, NEW.kind, NEW.code, NEW.name) IS DISTINCT FROM (OLD.parent_id, OLD.kind, OLD.code, OLD.name) THEN
      IF effective_on IS NULL OR lower(last.held) = effective_on THEN
        UPDATE unit_spells SET parent_id = NEW.parent_id, kind = NEW.kind, code = NEW.code, name = NEW.name WHERE id = last.id;
      ELSE
        UPDATE unit_spells SET held = daterange(lower(held), effective_on) WHERE id = last.id;
        INSERT INTO unit_spells (unit_id, parent_id, kind, code, name, area, held)
        VALUES (NEW.id, NEW.parent_id, NEW.kind, NEW.code, NEW.name, last.area, daterange(effective_on, upper(last.held)))
        RETURNING * INTO last;
      END IF;
    END IF;
    PERFORM keep_unit_area(NEW.id, NEW.area, coalesce(effective_on, lower(last.held), '-infinity'));
    IF NEW.valid_to IS DISTINCT FROM OLD.valid_to THEN
      UPDATE unit_spells SET held = daterange(lower(held), NEW.valid_to, '[]') WHERE id = last.id;
    END IF;
    RETURN NULL;
  END $$;

  -- From a day on ('-infinity': since ever) a unit stands in this kind of area, whatever else changed since. What was
  -- said of days before stays; a spell that the day falls into is cut in two.
  CREATE FUNCTION keep_unit_area(p_unit uuid, p_area text, p_from date) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    cut unit_spells;
  BEGIN
    SELECT * INTO cut FROM unit_spells s WHERE s.unit_id = p_unit AND s.held @> p_from AND isfinite(p_from)
      AND lower(s.held) IS DISTINCT FROM p_from AND s.area IS DISTINCT FROM p_area;
    IF cut.id IS NOT NULL THEN
      UPDATE unit_spells SET held = daterange(lower(held), p_from) WHERE id = cut.id;
      INSERT INTO unit_spells (unit_id, parent_id, kind, code, name, area, held)
      VALUES (p_unit, cut.parent_id, cut.kind, cut.code, cut.name, p_area, daterange(p_from, upper(cut.held)));
    END IF;
    UPDATE unit_spells s SET area = p_area
    WHERE s.unit_id = p_unit AND s.area IS DISTINCT FROM p_area AND coalesce(lower(s.held), '-infinity') >= p_from;
  END $$;

  DROP TRIGGER unit_spells_kept ON units;
  CREATE TRIGGER unit_spells_kept AFTER INSERT OR UPDATE OF parent_id, kind, code, name, area, valid_from, valid_to ON units
    FOR EACH ROW EXECUTE FUNCTION keep_unit_spells();
`;

const READ = `
  -- The map of a day: every unit that stood then, with the path and the area of its own that it had.
  DROP FUNCTION units_as_of(date);
  CREATE FUNCTION units_as_of(p_day date)
  RETURNS TABLE (id uuid, parent_id uuid, kind text, code text, name text, path uuid[], area text)
  LANGUAGE sql STABLE ROWS 500 AS $$
    WITH RECURSIVE spell AS MATERIALIZED (SELECT s.* FROM unit_spells s WHERE s.held @> p_day),
    tree AS (
      SELECT s.unit_id, s.parent_id, s.kind, s.code, s.name, ARRAY[s.unit_id] AS path, s.area FROM spell s
      WHERE s.parent_id IS NULL OR NOT EXISTS (SELECT 1 FROM spell p WHERE p.unit_id = s.parent_id)
      UNION ALL
      SELECT s.unit_id, s.parent_id, s.kind, s.code, s.name, t.path || s.unit_id, s.area
      FROM tree t JOIN spell s ON s.parent_id = t.unit_id
    )
    SELECT unit_id, parent_id, kind, code, name, path, area FROM tree
  $$;

  -- The kind of area a unit stood in on a day: its own, or that of the nearest unit above it on that day's map. One that
  -- did not stand then is taken as it was last before, else as it was first.
  CREATE OR REPLACE FUNCTION unit_areas(p_day date) RETURNS TABLE (unit_id uuid, area text) LANGUAGE sql STABLE ROWS 500 AS $$
    WITH own AS MATERIALIZED (
      SELECT DISTINCT ON (s.unit_id) s.unit_id AS id, s.area FROM unit_spells s
      ORDER BY s.unit_id, coalesce(lower(s.held), '-infinity') > p_day,
        abs(coalesce(lower(s.held), DATE '0001-01-01') - p_day)),
    standing AS MATERIALIZED (
      SELECT u.id, (SELECT above.area FROM own above WHERE above.id = ANY (coalesce(m.path, u.path)) AND above.area IS NOT NULL
        ORDER BY array_position(coalesce(m.path, u.path), above.id) DESC LIMIT 1) AS area
      FROM units u LEFT JOIN units_as_of(p_day) m ON m.id = u.id)
    SELECT id, area FROM standing
  $$;
`;
