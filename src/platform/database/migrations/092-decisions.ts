import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions that send people to study (quyết định cử đi học), their annexed lists, and who took whose place. */
export class Decisions1790000000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(CHAIN);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const TABLES = `
  -- Whose seat and place this one took (thay người).
  ALTER TABLE nominations ADD replaces_id uuid CONSTRAINT nomination_replaces_a_nomination REFERENCES nominations,
    ADD CONSTRAINT nomination_replaced_once UNIQUE (replaces_id);

  CREATE TABLE decisions (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL CONSTRAINT decision_issuer_exists REFERENCES units,
    program_id uuid NOT NULL CONSTRAINT decision_program_exists REFERENCES programs,
    state text NOT NULL CONSTRAINT decision_state_is_known CHECK (state IN ('draft', 'issued', 'revoked')),
    number text CONSTRAINT decision_number_is_short CHECK (length(number) <= 100),
    decided_on date,
    signer text CONSTRAINT decision_signer_is_short CHECK (length(signer) <= 200),
    issued_at timestamptz,
    issued_by uuid CONSTRAINT decision_issuing_account_exists REFERENCES accounts,
    revoked_at timestamptz,
    revoked_by uuid CONSTRAINT decision_revoking_account_exists REFERENCES accounts,
    revoke_reason text,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL CONSTRAINT decision_author_exists REFERENCES accounts,
    CONSTRAINT decision_carries_its_document CHECK ((state = 'draft')
      = (num_nonnulls(nullif(number, ''), decided_on, nullif(signer, ''), issued_at, issued_by) = 0)
      AND num_nonnulls(nullif(number, ''), decided_on, nullif(signer, ''), issued_at, issued_by) IN (0, 5)),
    CONSTRAINT decision_revoked_with_a_reason CHECK ((state = 'revoked') = (num_nonnulls(revoked_at, revoked_by, nullif(revoke_reason, '')) = 3))
  );
  CREATE UNIQUE INDEX decision_number_once_a_year ON decisions (unit_id, fold(number), (extract(year FROM decided_on)));
  CREATE INDEX decisions_by_program ON decisions (program_id);

  CREATE TABLE decision_lines (
    id uuid PRIMARY KEY,
    decision_id uuid NOT NULL CONSTRAINT decision_line_decision_exists REFERENCES decisions ON DELETE CASCADE,
    nomination_id uuid NOT NULL CONSTRAINT decision_line_nomination_exists REFERENCES nominations,
    position integer NOT NULL,
    -- Why it no longer sends anybody: what became of the nomination, or of the decision. Null: it does.
    ended text CONSTRAINT decision_line_end_is_known CHECK (ended IN ('revoked', 'replaced', 'withdrawn', 'lapsed', 'rejected')),
    added_at timestamptz NOT NULL,
    CONSTRAINT decision_names_a_nomination_once UNIQUE (decision_id, nomination_id)
  );
  CREATE UNIQUE INDEX nomination_in_one_decision ON decision_lines (nomination_id) WHERE ended IS NULL;
`;

/** What the database itself keeps of the chain nomination → decision → replacement. */
const CHAIN = `
  -- Who leaves takes the line out of force; who takes the place comes onto the same decision.
  CREATE FUNCTION end_decision_lines() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE decision_lines SET ended = NEW.state WHERE nomination_id = NEW.id AND ended IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER nomination_leaves_its_decision AFTER UPDATE OF state ON nominations FOR EACH ROW
    WHEN (keeps_seat(OLD.state) AND NOT keeps_seat(NEW.state)) EXECUTE FUNCTION end_decision_lines();

  CREATE FUNCTION take_over_decision_line() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO decision_lines (id, decision_id, nomination_id, position, added_at)
      SELECT gen_random_uuid(), l.decision_id, NEW.id, l.position, NEW.submitted_at FROM decision_lines l
      WHERE l.nomination_id = NEW.replaces_id AND l.ended IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER newcomer_joins_the_decision AFTER INSERT ON nominations FOR EACH ROW
    WHEN (NEW.replaces_id IS NOT NULL) EXECUTE FUNCTION take_over_decision_line();

  -- Whose decision is made is on exactly one that is in force.
  CREATE FUNCTION check_decided_nomination() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM nominations n WHERE n.id = NEW.id AND n.state = 'decided') AND NOT EXISTS (
      SELECT 1 FROM decision_lines l JOIN decisions d ON d.id = l.decision_id
      WHERE l.nomination_id = NEW.id AND l.ended IS NULL AND d.state = 'issued') THEN
      RAISE EXCEPTION 'No decision in force sends this person' USING ERRCODE = '23514', CONSTRAINT = 'decided_by_a_decision';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER decided_by_a_decision AFTER INSERT OR UPDATE OF state ON nominations DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.state = 'decided') EXECUTE FUNCTION check_decided_nomination();
  CREATE FUNCTION check_ended_line() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM nominations n WHERE n.id = OLD.nomination_id AND n.state = 'decided') AND NOT EXISTS (
      SELECT 1 FROM decision_lines l JOIN decisions d ON d.id = l.decision_id
      WHERE l.nomination_id = OLD.nomination_id AND l.ended IS NULL AND d.state = 'issued') THEN
      RAISE EXCEPTION 'No decision in force sends this person' USING ERRCODE = '23514', CONSTRAINT = 'decided_by_a_decision';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER decided_by_a_decision AFTER UPDATE OR DELETE ON decision_lines DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION check_ended_line();
`;
