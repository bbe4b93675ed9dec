/** Counters of a row of places, what is granted, and the ledger. */
export const TABLES = `
  ALTER TABLE quotas DROP CONSTRAINT quota_taken_within_places;
  ALTER TABLE quotas
    -- The row that feeds this one: the nearest above it, of the same program and year. Null: fed by grants from outside.
    ADD parent_id uuid,
    -- The row of a board's unit: what is free on it is a reserve that units below use only once it is allocated to them.
    ADD is_reserve boolean NOT NULL DEFAULT false,
    ADD passed_on integer NOT NULL DEFAULT 0,
    ADD held integer NOT NULL DEFAULT 0,
    ADD reserved integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT quota_once_per_kind_of_places UNIQUE (id, program_id, period),
    ADD CONSTRAINT quota_is_fed_by_places_of_its_kind FOREIGN KEY (parent_id, program_id, period)
      REFERENCES quotas (id, program_id, period),
    ADD CONSTRAINT quota_does_not_feed_itself CHECK (parent_id <> id);
  CREATE INDEX quotas_by_parent ON quotas (parent_id);

  CREATE TABLE quota_grants (
    id uuid PRIMARY KEY,
    program_id uuid NOT NULL CONSTRAINT grant_program_exists REFERENCES programs,
    period smallint NOT NULL CONSTRAINT grant_period_is_a_year CHECK (period BETWEEN 2000 AND 2100),
    -- The board's unit that it was given to.
    unit_id uuid NOT NULL CONSTRAINT grant_unit_exists REFERENCES units,
    grantor text CONSTRAINT grant_grantor_is_short CHECK (length(grantor) <= 200),
    school text CONSTRAINT grant_school_is_short CHECK (length(school) <= 200),
    places integer NOT NULL CONSTRAINT grant_places_are_counted CHECK (places BETWEEN 1 AND 10000),
    cut integer NOT NULL DEFAULT 0,
    document_number text CONSTRAINT grant_document_is_short CHECK (length(document_number) <= 100),
    document_date date,
    -- The last day to use the places or give them back.
    use_by date,
    note text CONSTRAINT grant_note_is_short CHECK (length(note) <= 1000),
    created_at timestamptz NOT NULL,
    created_by uuid CONSTRAINT grant_account_exists REFERENCES accounts,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT grant_cut_within_its_places CHECK (cut BETWEEN 0 AND places)
  );
  CREATE INDEX quota_grants_by_program ON quota_grants (program_id, period, unit_id);
  SELECT track_changes('quota_grants');

  -- Every place that moves, from one account of a row to another: 'above' (what feeds the row), 'free', 'passed' (given to
  -- rows below), 'held' (to be named later), 'reserved' (by a nomination), 'taken' (by an approved one).
  CREATE TABLE quota_entries (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL,
    kind text NOT NULL CONSTRAINT quota_entry_kind_is_known CHECK (kind IN ('grant', 'cut', 'allocate', 'transfer', 'hold',
      'name', 'reserve', 'take', 'release', 'return', 'expire')),
    quota_id uuid NOT NULL CONSTRAINT quota_entry_quota_exists REFERENCES quotas,
    from_bucket text NOT NULL,
    to_bucket text NOT NULL,
    places integer NOT NULL CONSTRAINT quota_entry_moves_something CHECK (places > 0),
    -- The row that the places came from or went to.
    other_quota_id uuid CONSTRAINT quota_entry_other_quota_exists REFERENCES quotas,
    nomination_id uuid CONSTRAINT quota_entry_nomination_exists REFERENCES nominations,
    grant_id uuid CONSTRAINT quota_entry_grant_exists REFERENCES quota_grants,
    -- The hold, offer, transfer or rule that it happened for.
    cause_id uuid,
    account_id uuid,
    reason text CONSTRAINT quota_entry_reason_is_short CHECK (length(reason) <= 1000),
    document text CONSTRAINT quota_entry_document_is_short CHECK (length(document) <= 200),
    CONSTRAINT quota_entry_accounts_are_known CHECK (from_bucket <> to_bucket
      AND from_bucket IN ('above', 'free', 'passed', 'held', 'reserved', 'taken')
      AND to_bucket IN ('above', 'free', 'passed', 'held', 'reserved', 'taken'))
  );
  CREATE INDEX quota_entries_by_quota ON quota_entries (quota_id, number);
  CREATE INDEX quota_entries_by_grant ON quota_entries (grant_id) WHERE grant_id IS NOT NULL;
  -- The ledger follows an operation that is undone as a whole; the counters then follow the ledger.
  SELECT track_changes('quota_entries');
`;

/** What keeps counters and ledger the same thing. */
export const LEDGER = `
  ALTER TABLE quotas
    ADD free integer NOT NULL GENERATED ALWAYS AS (places - passed_on - held - reserved - taken) STORED,
    ADD CONSTRAINT quota_taken_within_places CHECK (passed_on + held + reserved + taken <= places),
    ADD CONSTRAINT quota_counts_nothing_below_zero CHECK (passed_on >= 0 AND held >= 0 AND reserved >= 0 AND taken >= 0);

  CREATE FUNCTION count_quota_entries() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE sign constant integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
  BEGIN
    PERFORM 1 FROM quotas q WHERE q.id IN (SELECT e.quota_id FROM moved e) ORDER BY q.id FOR NO KEY UPDATE;
    UPDATE quotas q SET places = q.places - sign * d.above, passed_on = q.passed_on + sign * d.passed,
      held = q.held + sign * d.held, reserved = q.reserved + sign * d.reserved, taken = q.taken + sign * d.taken,
      version = q.version + CASE WHEN d.above = 0 THEN 0 ELSE 1 END
    FROM (
      SELECT a.quota_id, coalesce(sum(a.n) FILTER (WHERE a.bucket = 'above'), 0) AS above,
        coalesce(sum(a.n) FILTER (WHERE a.bucket = 'passed'), 0) AS passed, coalesce(sum(a.n) FILTER (WHERE a.bucket = 'held'), 0) AS held,
        coalesce(sum(a.n) FILTER (WHERE a.bucket = 'reserved'), 0) AS reserved, coalesce(sum(a.n) FILTER (WHERE a.bucket = 'taken'), 0) AS taken
      FROM (SELECT e.quota_id, e.to_bucket AS bucket, e.places AS n FROM moved e
        UNION ALL SELECT e.quota_id, e.from_bucket, -e.places FROM moved e) a
      GROUP BY a.quota_id) d
    WHERE q.id = d.quota_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER quota_entries_are_counted AFTER INSERT ON quota_entries REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION count_quota_entries();
  CREATE TRIGGER quota_entries_are_uncounted AFTER DELETE ON quota_entries REFERENCING OLD TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION count_quota_entries();

  -- Only an operation that is undone as a whole takes its entries with it.
  CREATE FUNCTION refuse_change_of_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND TG_LEVEL = 'ROW' AND current_setting('hc.undoing', true) = 'on' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'The ledger of places is append-only' USING ERRCODE = '23514', CONSTRAINT = 'quota_ledger_is_append_only';
  END $$;
  CREATE TRIGGER quota_ledger_is_append_only BEFORE UPDATE OR DELETE ON quota_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_ledger();
  CREATE TRIGGER quota_ledger_is_never_emptied BEFORE TRUNCATE ON quota_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_ledger();

  CREATE FUNCTION refuse_places_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'Places move by entries of the ledger alone' USING ERRCODE = '23514', CONSTRAINT = 'quota_moves_by_its_ledger';
  END $$;
  -- Depth 0 is a statement of the application's own; the ledger's comes from within its trigger.
  CREATE TRIGGER quota_moves_by_its_ledger BEFORE UPDATE ON quotas FOR EACH ROW
    WHEN (pg_trigger_depth() = 0 AND (OLD.places, OLD.passed_on, OLD.held, OLD.reserved, OLD.taken)
      IS DISTINCT FROM (NEW.places, NEW.passed_on, NEW.held, NEW.reserved, NEW.taken))
    EXECUTE FUNCTION refuse_places_by_hand();
  CREATE TRIGGER quota_begins_empty BEFORE INSERT ON quotas FOR EACH ROW
    WHEN ((NEW.places, NEW.passed_on, NEW.held, NEW.reserved, NEW.taken) IS DISTINCT FROM (0, 0, 0, 0, 0))
    EXECUTE FUNCTION refuse_places_by_hand();
  ALTER TABLE quotas ALTER places SET DEFAULT 0;

  -- What a row passed on is what the rows below it received. Every writer of either holds the row above, so that at each
  -- commit this is true whoever else is at work.
  CREATE FUNCTION check_quota_parts() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM quotas q WHERE q.id IN (NEW.id, NEW.parent_id, OLD.parent_id)
      AND q.passed_on <> (SELECT coalesce(sum(c.places), 0) FROM quotas c WHERE c.parent_id = q.id);
    IF FOUND THEN
      RAISE EXCEPTION 'Parts do not add up to what was passed on' USING ERRCODE = '23514', CONSTRAINT = 'quota_parts_add_up';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER quota_parts_add_up AFTER UPDATE ON quotas DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD.places, OLD.passed_on, OLD.parent_id) IS DISTINCT FROM (NEW.places, NEW.passed_on, NEW.parent_id))
    EXECUTE FUNCTION check_quota_parts();
`;
