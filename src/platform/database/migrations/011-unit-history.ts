import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each unit was called and where it stood, over time; what became of those that ended. */
export class UnitHistory1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE units
        ADD COLUMN secretary text,
        ADD COLUMN phone text,
        ADD COLUMN email text,
        ADD COLUMN address text,
        -- The kind of area that standards of posts distinguish; null where no standard does.
        ADD COLUMN area text CONSTRAINT unit_area_is_known CHECK (area IN ('plain', 'mountain', 'border', 'island', 'ethnic-minority'));

      CREATE TABLE unit_spells (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_id uuid NOT NULL CONSTRAINT unit_spell_unit_exists REFERENCES units ON DELETE CASCADE,
        parent_id uuid CONSTRAINT unit_spell_parent_exists REFERENCES units,
        kind text NOT NULL,
        code text NOT NULL,
        name text NOT NULL COLLATE vi,
        held daterange NOT NULL CONSTRAINT unit_spell_is_some_time CHECK (NOT isempty(held)),
        CONSTRAINT unit_is_one_thing_at_a_time EXCLUDE USING gist (unit_id WITH =, held WITH &&)
      );
      CREATE INDEX unit_spells_by_parent ON unit_spells (parent_id);

      -- A code may come back once its unit has ended: the commune of 2025 has the code of the town of 2019.
      ALTER TABLE units DROP CONSTRAINT unit_code_once;
      ALTER TABLE unit_spells ADD CONSTRAINT unit_code_once EXCLUDE USING gist (code WITH =, held WITH &&);
      CREATE INDEX units_by_code ON units (code);

      INSERT INTO unit_spells (unit_id, parent_id, kind, code, name, held)
      SELECT id, parent_id, kind, code, name, daterange(valid_from, valid_to, '[]') FROM units;

      -- The row of a unit is what it is now; its spells follow by themselves. With 'hc.effective_on' set a change
      -- begins a new spell on that day; without it the change is a correction of the present one.
      CREATE FUNCTION keep_unit_spells() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        effective_on date := nullif(current_setting('hc.effective_on', true), '')::date;
        last unit_spells;
      BEGIN
        IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
        IF TG_OP = 'INSERT' THEN
          INSERT INTO unit_spells (unit_id, parent_id, kind, code, name, held)
          VALUES (NEW.id, NEW.parent_id, NEW.kind, NEW.code, NEW.name, daterange(NEW.valid_from, NEW.valid_to, '[]'));
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
            INSERT INTO unit_spells (unit_id, parent_id, kind, code, name, held)
            VALUES (NEW.id, NEW.parent_id, NEW.kind, NEW.code, NEW.name, daterange(effective_on, upper(last.held)))
            RETURNING * INTO last;
          END IF;
        END IF;
        IF NEW.valid_to IS DISTINCT FROM OLD.valid_to THEN
          UPDATE unit_spells SET held = daterange(lower(held), NEW.valid_to, '[]') WHERE id = last.id;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER unit_spells_kept AFTER INSERT OR UPDATE OF parent_id, kind, code, name, valid_from, valid_to ON units
        FOR EACH ROW EXECUTE FUNCTION keep_unit_spells();

      -- What became of a unit that ended: one row for each part of it.
      CREATE TABLE unit_successions (
        id uuid PRIMARY KEY,
        from_unit_id uuid NOT NULL CONSTRAINT succession_from_unit_exists REFERENCES units,
        to_unit_id uuid NOT NULL CONSTRAINT succession_to_unit_exists REFERENCES units
          CONSTRAINT succession_leads_to_another CHECK (to_unit_id <> from_unit_id),
        effective_on date NOT NULL,
        CONSTRAINT succession_once_per_pair UNIQUE (from_unit_id, to_unit_id)
      );
      CREATE INDEX unit_successions_by_heir ON unit_successions (to_unit_id);

      -- The map of a day: every unit that stood then, with the path it had.
      CREATE FUNCTION units_as_of(p_day date)
      RETURNS TABLE (id uuid, parent_id uuid, kind text, code text, name text, path uuid[]) LANGUAGE sql STABLE ROWS 500 AS $$
        WITH RECURSIVE spell AS MATERIALIZED (SELECT s.* FROM unit_spells s WHERE s.held @> p_day),
        tree AS (
          SELECT s.unit_id, s.parent_id, s.kind, s.code, s.name, ARRAY[s.unit_id] AS path FROM spell s
          WHERE s.parent_id IS NULL OR NOT EXISTS (SELECT 1 FROM spell p WHERE p.unit_id = s.parent_id)
          UNION ALL
          SELECT s.unit_id, s.parent_id, s.kind, s.code, s.name, t.path || s.unit_id FROM tree t JOIN spell s ON s.parent_id = t.unit_id
        )
        SELECT unit_id, parent_id, kind, code, name, path FROM tree
      $$;

      -- The units of a day that belong to a unit of today. One that stood on that day has what stood below it then; one
      -- that did not has what it was made of, as far as nothing of that went elsewhere.
      CREATE FUNCTION units_in_scope_as_of(p_top uuid, p_day date) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 100 AS $$
      DECLARE
        seeds uuid[] := ARRAY[p_top];
        inside uuid[];
        more uuid[];
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM unit_spells s WHERE s.unit_id = p_top AND s.held @> p_day) THEN
          SELECT array_agg(u.id) INTO inside FROM units u WHERE u.path @> ARRAY[p_top];
          LOOP
            SELECT array_agg(DISTINCT f.from_unit_id) INTO more FROM unit_successions f
            WHERE f.to_unit_id = ANY (inside) AND f.from_unit_id <> ALL (inside) AND NOT EXISTS (
              SELECT 1 FROM unit_successions other WHERE other.from_unit_id = f.from_unit_id AND other.to_unit_id <> ALL (inside));
            EXIT WHEN more IS NULL;
            inside := inside || more;
            seeds := seeds || more;
          END LOOP;
        END IF;
        RETURN QUERY SELECT a.id FROM units_as_of(p_day) a WHERE a.path && seeds;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
