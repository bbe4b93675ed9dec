/** Places a unit keeps for people it names later; what is left of each is moved by the ledger, like all counters. */
export const HOLDS = `
  CREATE TABLE quota_holds (
    id uuid PRIMARY KEY,
    quota_id uuid NOT NULL CONSTRAINT quota_hold_quota_exists REFERENCES quotas,
    places integer NOT NULL CONSTRAINT quota_hold_places_are_counted CHECK (places > 0),
    -- Not named yet.
    unnamed integer NOT NULL DEFAULT 0,
    -- The last day to name people; what is unnamed goes back in the night after it. Null: kept for an offer.
    until date,
    note text CONSTRAINT quota_hold_note_is_short CHECK (length(note) <= 1000),
    created_at timestamptz NOT NULL,
    created_by uuid CONSTRAINT quota_hold_account_exists REFERENCES accounts,
    warned_on date,
    CONSTRAINT quota_hold_names_what_it_holds CHECK (unnamed BETWEEN 0 AND places)
  );
  CREATE INDEX quota_holds_by_quota ON quota_holds (quota_id, until) WHERE unnamed > 0;
  CREATE INDEX quota_entries_by_cause ON quota_entries (cause_id) WHERE cause_id IS NOT NULL;

  ALTER TABLE quota_entries ADD CONSTRAINT quota_entry_of_held_places_names_its_hold
    CHECK (cause_id IS NOT NULL OR 'held' NOT IN (from_bucket, to_bucket));

  CREATE FUNCTION count_held_entries() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE sign constant integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
  BEGIN
    UPDATE quota_holds h SET unnamed = h.unnamed + sign * d.n FROM (
      SELECT e.cause_id, sum(CASE e.to_bucket WHEN 'held' THEN e.places ELSE -e.places END) AS n FROM moved e
      WHERE 'held' IN (e.from_bucket, e.to_bucket) GROUP BY e.cause_id) d
    WHERE h.id = d.cause_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER quota_holds_are_counted AFTER INSERT ON quota_entries REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION count_held_entries();
  CREATE TRIGGER quota_holds_are_uncounted AFTER DELETE ON quota_entries REFERENCING OLD TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION count_held_entries();
  CREATE TRIGGER quota_hold_moves_by_the_ledger BEFORE UPDATE OF unnamed ON quota_holds FOR EACH ROW
    WHEN (pg_trigger_depth() = 0 AND OLD.unnamed <> NEW.unnamed) EXECUTE FUNCTION refuse_places_by_hand();
  CREATE TRIGGER quota_hold_begins_empty BEFORE INSERT ON quota_holds FOR EACH ROW
    WHEN (NEW.unnamed <> 0) EXECUTE FUNCTION refuse_places_by_hand();

  -- Frees up to p_places that a row holds to be named, those that would go back first before the others.
  CREATE FUNCTION name_held_places(p_quota uuid, p_places integer, p_at timestamptz, p_account uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places, cause_id, account_id)
    SELECT p_at, 'name', p_quota, 'held', 'free', least(h.unnamed, p_places - h.before), h.id, p_account
    FROM (SELECT id, unnamed, until, coalesce(sum(unnamed) OVER (ORDER BY until, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::int AS before
      FROM quota_holds WHERE quota_id = p_quota AND unnamed > 0 AND until IS NOT NULL) h
    WHERE h.before < p_places ORDER BY h.until, h.id
  $$;

  -- A person nominated is one of those whom the unit was to name.
  CREATE OR REPLACE FUNCTION reserve_for_nominations() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
    PERFORM name_held_places(h.id, h.n, h.at, h.account_id) FROM (
      SELECT q.id, count(*)::int AS n, min(n.submitted_at) AS at, (array_agg(n.submitted_by))[1] AS account_id
      FROM new_rows n JOIN quotas q ON q.id = n.quota_id WHERE q.held > 0 AND n.place <> 'none' GROUP BY q.id) h;
    INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places, nomination_id, account_id)
    SELECT m.submitted_at, CASE m.bucket WHEN 'taken' THEN 'take' ELSE 'reserve' END, m.quota_id, 'free', m.bucket, 1, m.id, m.submitted_by
    FROM (SELECT n.*, quota_bucket(n.quota_id, n.place, n.state) AS bucket FROM new_rows n) m WHERE m.bucket IS NOT NULL ORDER BY m.queue_no;
    RETURN NULL;
  END $$;
`;
