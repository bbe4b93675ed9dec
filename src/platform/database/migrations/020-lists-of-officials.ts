import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders and filters of the list of officials, the views people keep of any list, and changes made to many at once. */
export class ListsOfOfficials1790000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The day of birth as a number that can be turned round; the middle of the year where only the year is known.
      CREATE FUNCTION birth_day(born_on date, birth_year smallint) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN coalesce(born_on, make_date(birth_year::integer, 7, 1)) - DATE '1900-01-01';
      CREATE INDEX officials_by_youth ON officials
        (coalesce(-birth_day(born_on, birth_year), 2147483647), given_name, middle_name, family_name, id);
      CREATE INDEX officials_by_age ON officials
        (coalesce(birth_day(born_on, birth_year), 2147483647), given_name, middle_name, family_name, id);
      CREATE INDEX officials_by_ethnic_group ON officials (fold(ethnic_group));
      ALTER TABLE official_posts ADD COLUMN title_key text NOT NULL GENERATED ALWAYS AS (fold(title)) STORED;
      CREATE INDEX official_posts_by_title_key ON official_posts USING gin (title_key gin_trgm_ops);
      CREATE INDEX units_by_name ON units (name, id);

      CREATE TABLE saved_views (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT saved_view_account_exists REFERENCES accounts,
        -- The owner's unit when it was saved: a shared view is for this unit and the units below it.
        unit_id uuid NOT NULL CONSTRAINT saved_view_unit_exists REFERENCES units,
        list text NOT NULL CONSTRAINT saved_view_list_is_plain CHECK (list ~ '^[a-z][a-z-]{0,39}$'),
        name text NOT NULL CONSTRAINT saved_view_name_is_given CHECK (name = btrim(name) AND name <> ''),
        query jsonb NOT NULL CONSTRAINT saved_view_query_is_an_object CHECK (jsonb_typeof(query) = 'object'),
        columns text[] NOT NULL,
        shared boolean NOT NULL DEFAULT false,
        is_default boolean NOT NULL DEFAULT false
      );
      CREATE UNIQUE INDEX saved_view_name_once ON saved_views (account_id, list, fold(name));
      CREATE UNIQUE INDEX saved_view_one_default ON saved_views (account_id, list) WHERE is_default;
      CREATE INDEX saved_views_shared ON saved_views (unit_id, list) WHERE shared;

      CREATE TABLE bulk_changes (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT bulk_change_account_exists REFERENCES accounts,
        unit_id uuid NOT NULL CONSTRAINT bulk_change_unit_exists REFERENCES units,
        action text NOT NULL CONSTRAINT bulk_change_action_is_known CHECK (action IN ('cell', 'status', 'move')),
        changed integer NOT NULL,
        done_at timestamptz NOT NULL,
        undone_at timestamptz
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
