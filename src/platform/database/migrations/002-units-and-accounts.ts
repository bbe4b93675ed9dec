import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organisation tree, who may log in for which of its units, and how they prove it. */
export class UnitsAndAccounts1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE units (
        id uuid PRIMARY KEY,
        parent_id uuid CONSTRAINT unit_parent_exists REFERENCES units,
        kind text NOT NULL CONSTRAINT unit_kind_is_known CHECK (kind IN ('province-committee', 'district-committee',
          'commune', 'town', 'ward', 'agency', 'grassroots-org', 'party-cell', 'training-center', 'school')),
        code text NOT NULL CONSTRAINT unit_code_once UNIQUE CONSTRAINT unit_code_is_plain CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
        name text NOT NULL COLLATE vi CONSTRAINT unit_name_is_given CHECK (name <> ''),
        name_key text NOT NULL GENERATED ALWAYS AS (fold(name)) STORED,
        valid_from date,
        valid_to date CONSTRAINT unit_ends_after_it_starts CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from),
        -- Ids from the root down to the unit itself: "is in the subtree of X" is "path contains X".
        path uuid[] NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX units_by_path ON units USING gin (path);
      CREATE INDEX units_by_parent ON units (parent_id);

      CREATE FUNCTION set_unit_path() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE above uuid[] := '{}';
      BEGIN
        IF NEW.parent_id IS NOT NULL THEN
          SELECT path INTO above FROM units WHERE id = NEW.parent_id FOR SHARE;
        END IF;
        IF NEW.id = ANY (above) THEN
          RAISE EXCEPTION 'A unit cannot stand below itself' USING ERRCODE = '23514', CONSTRAINT = 'unit_is_not_below_itself';
        END IF;
        NEW.path := above || NEW.id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER unit_path BEFORE INSERT OR UPDATE OF parent_id ON units FOR EACH ROW EXECUTE FUNCTION set_unit_path();

      CREATE FUNCTION carry_unit_path_down() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE units SET path = NEW.path || path[array_position(path, NEW.id) + 1 :]
        WHERE path @> ARRAY[NEW.id] AND id <> NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER unit_path_below AFTER UPDATE OF parent_id ON units FOR EACH ROW
        WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION carry_unit_path_down();

      CREATE TABLE accounts (
        id uuid PRIMARY KEY,
        username text NOT NULL CONSTRAINT account_username_once UNIQUE
          CONSTRAINT account_username_is_plain CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
        password_hash text NOT NULL,
        display_name text NOT NULL,
        role text NOT NULL CONSTRAINT account_role_is_known CHECK (role IN ('board', 'committee', 'cell', 'leader')),
        unit_id uuid NOT NULL CONSTRAINT account_unit_exists REFERENCES units,
        email text,
        locale text NOT NULL DEFAULT 'vi' CONSTRAINT account_locale_is_known CHECK (locale IN ('vi', 'en')),
        active boolean NOT NULL DEFAULT true,
        must_change_password boolean NOT NULL DEFAULT false,
        demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX accounts_by_unit ON accounts (unit_id);

      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT session_account_exists REFERENCES accounts ON DELETE CASCADE,
        token_hash bytea NOT NULL CONSTRAINT session_token_once UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sessions_by_account ON sessions (account_id);
      CREATE INDEX sessions_by_end ON sessions (expires_at);

      CREATE TABLE personal_tokens (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT token_account_exists REFERENCES accounts ON DELETE CASCADE,
        name text NOT NULL,
        token_hash bytea NOT NULL CONSTRAINT personal_token_once UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX personal_tokens_by_account ON personal_tokens (account_id);

      -- Shape given by rate-limiter-flexible, which counts failed log-ins here for all API processes together.
      CREATE TABLE rate_limits (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
