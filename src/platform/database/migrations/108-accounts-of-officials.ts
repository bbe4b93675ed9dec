import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officials' own accounts, and that nobody decides about themselves (see docs/adr/0038). */
export class AccountsOfOfficials1790000000108 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ACCOUNTS, WISHES, NOBODY]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const ACCOUNTS = `
  ALTER TABLE accounts DROP CONSTRAINT account_role_is_known,
    ADD CONSTRAINT account_role_is_known CHECK (role IN ('board', 'committee', 'cell', 'leader', 'official')),
    -- Whose record it is: always of an official's own account, and of any other whose holder is known.
    ADD official_id uuid CONSTRAINT account_official_exists REFERENCES officials,
    ADD CONSTRAINT account_of_an_official_names_them CHECK (role <> 'official' OR official_id IS NOT NULL);
  CREATE UNIQUE INDEX account_once_per_official ON accounts (official_id) WHERE role = 'official';
  CREATE INDEX accounts_by_official ON accounts (official_id);

  -- An official's own account goes with them: to their unit, and to the record that theirs became.
  CREATE FUNCTION carry_account_of_official() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
    IF NEW.merged_into IS NOT NULL THEN
      DELETE FROM sessions s USING accounts a WHERE s.account_id = a.id AND a.role = 'official' AND a.official_id = NEW.id
        AND EXISTS (SELECT 1 FROM accounts b WHERE b.role = 'official' AND b.official_id = NEW.merged_into);
      UPDATE accounts a SET active = false WHERE a.role = 'official' AND a.official_id = NEW.id
        AND EXISTS (SELECT 1 FROM accounts b WHERE b.role = 'official' AND b.official_id = NEW.merged_into);
      UPDATE accounts a SET official_id = NEW.merged_into WHERE a.official_id = NEW.id
        AND (a.role <> 'official' OR NOT EXISTS (SELECT 1 FROM accounts b WHERE b.role = 'official' AND b.official_id = NEW.merged_into));
    END IF;
    UPDATE accounts SET unit_id = NEW.unit_id WHERE official_id = NEW.id AND role = 'official' AND unit_id <> NEW.unit_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER account_goes_with_its_official AFTER UPDATE OF unit_id, merged_into ON officials FOR EACH ROW
    WHEN (NEW.unit_id <> OLD.unit_id OR NEW.merged_into IS DISTINCT FROM OLD.merged_into) EXECUTE FUNCTION carry_account_of_official();
`;

const WISHES = `
  -- Whether the person said it: their own wish, which they may take back.
  ALTER TABLE proposals ADD by_self boolean NOT NULL DEFAULT false;
`;

const NOBODY = `
  CREATE FUNCTION refuse_deciding_about_oneself() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM accounts a WHERE a.id = NEW.decided_by AND a.official_id = NEW.official_id) THEN
      RAISE EXCEPTION 'Nobody decides about themselves' USING ERRCODE = '23514', CONSTRAINT = 'nobody_decides_about_themselves';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER nobody_decides_about_themselves AFTER UPDATE OF state ON nominations FOR EACH ROW
    WHEN (NEW.state <> OLD.state AND NEW.decided_by IS NOT NULL AND NEW.state IN ('approved', 'returned', 'rejected', 'decided', 'replaced'))
    EXECUTE FUNCTION refuse_deciding_about_oneself();

  CREATE FUNCTION refuse_endorsing_oneself() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM accounts a WHERE a.id = NEW.changed_by AND a.official_id = NEW.official_id) THEN
      RAISE EXCEPTION 'Nobody decides about themselves' USING ERRCODE = '23514', CONSTRAINT = 'nobody_decides_about_themselves';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER nobody_endorses_themselves AFTER UPDATE OF state ON proposals FOR EACH ROW
    WHEN (NEW.state <> OLD.state AND NEW.state IN ('proposed', 'returned', 'reserve', 'endorsed', 'declined'))
    EXECUTE FUNCTION refuse_endorsing_oneself();

  CREATE FUNCTION refuse_own_result() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM accounts a JOIN nominations n ON n.official_id = a.official_id WHERE a.id = NEW.recorded_by AND n.id = NEW.nomination_id) THEN
      RAISE EXCEPTION 'Nobody decides about themselves' USING ERRCODE = '23514', CONSTRAINT = 'nobody_decides_about_themselves';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER nobody_records_their_own_result AFTER INSERT ON nomination_results FOR EACH ROW EXECUTE FUNCTION refuse_own_result();
`;
