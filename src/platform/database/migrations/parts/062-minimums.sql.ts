/** Minimum shares, and which nominations count towards them. */
export const MINIMUM_TABLES = `
  CREATE TABLE quota_minimums (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    quota_id uuid NOT NULL CONSTRAINT quota_minimum_quota_exists REFERENCES quotas ON DELETE CASCADE,
    category text NOT NULL CONSTRAINT quota_minimum_category_is_known CHECK (category IN ('women', 'ethnic', 'young')),
    places integer NOT NULL CONSTRAINT quota_minimum_keeps_something CHECK (places > 0),
    -- The young are younger than this at the end of the year.
    under_age smallint,
    CONSTRAINT quota_minimum_once_per_category UNIQUE (quota_id, category),
    CONSTRAINT quota_minimum_says_who_is_young CHECK (CASE category WHEN 'young' THEN coalesce(under_age BETWEEN 18 AND 60, false)
      ELSE under_age IS NULL END)
  );

  -- Who counted as what when the place was taken: a record that is put right later changes no place.
  CREATE TABLE quota_minimum_uses (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    quota_id uuid NOT NULL,
    category text NOT NULL,
    nomination_id uuid NOT NULL CONSTRAINT quota_minimum_use_nomination_exists REFERENCES nominations ON DELETE CASCADE,
    CONSTRAINT quota_minimum_used_once UNIQUE (nomination_id, category),
    CONSTRAINT quota_minimum_use_minimum_exists FOREIGN KEY (quota_id, category)
      REFERENCES quota_minimums (quota_id, category) ON DELETE CASCADE
  );
  CREATE INDEX quota_minimum_uses_by_minimum ON quota_minimum_uses (quota_id, category);
  SELECT track_changes('quota_minimums'), track_changes('quota_minimum_uses');
`;

/** What is counted, and when. */
export const MINIMUM_USES = `
  -- Null: the record does not say; nobody counts by a guess.
  CREATE FUNCTION in_quota_category(p_category text, p_under_age integer, p_period integer, p_official officials)
  RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT CASE p_category WHEN 'women' THEN p_official.gender = 'female'
      WHEN 'ethnic' THEN fold(p_official.ethnic_group) <> 'kinh'
      ELSE p_period - coalesce(p_official.birth_year, extract(year FROM p_official.born_on)) < p_under_age END
  $$;

  CREATE FUNCTION count_towards_minimums(p_nominations uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO quota_minimum_uses (quota_id, category, nomination_id)
    SELECT m.quota_id, m.category, n.id FROM nominations n JOIN quota_minimums m ON m.quota_id = n.quota_id
      JOIN quotas q ON q.id = n.quota_id JOIN officials o ON o.id = n.official_id
    WHERE n.id = ANY(p_nominations) AND quota_bucket(n.quota_id, n.place, n.state) IS NOT NULL
      AND in_quota_category(m.category, m.under_age, q.period, o)
    ON CONFLICT ON CONSTRAINT quota_minimum_used_once DO NOTHING
  $$;

  -- Both run before the triggers that move the places, by their names. An operation that is undone takes its rows back itself.
  CREATE FUNCTION count_new_towards_minimums() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE counted uuid[];
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
    SELECT array_agg(DISTINCT n.id) INTO counted FROM new_rows n JOIN quota_minimums m ON m.quota_id = n.quota_id;
    IF counted IS NOT NULL THEN PERFORM count_towards_minimums(counted); END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER nominations_count_towards_minimums AFTER INSERT ON nominations REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION count_new_towards_minimums();

  CREATE FUNCTION recount_towards_minimums() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE moved uuid[];
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
    SELECT array_agg(DISTINCT n.id) INTO moved FROM new_rows n JOIN old_rows o ON o.id = n.id
      JOIN quota_minimums m ON m.quota_id IN (n.quota_id, o.quota_id)
    WHERE n.quota_id IS DISTINCT FROM o.quota_id
      OR (quota_bucket(n.quota_id, n.place, n.state) IS NULL) <> (quota_bucket(o.quota_id, o.place, o.state) IS NULL);
    IF moved IS NOT NULL THEN
      DELETE FROM quota_minimum_uses WHERE nomination_id = ANY(moved);
      PERFORM count_towards_minimums(moved);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER nominations_recount_towards_minimums AFTER UPDATE ON nominations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION recount_towards_minimums();

  -- Whoever sets a minimum waits for those who take places of the row, and they for him.
  CREATE FUNCTION hold_row_of_minimum() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM quotas WHERE id = NEW.quota_id FOR NO KEY UPDATE;
    RETURN NEW;
  END $$;
  CREATE TRIGGER quota_minimum_holds_its_row BEFORE INSERT OR UPDATE ON quota_minimums FOR EACH ROW EXECUTE FUNCTION hold_row_of_minimum();

  -- Those who have a place of the row already count too.
  CREATE FUNCTION count_present_towards_minimum() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
    DELETE FROM quota_minimum_uses WHERE quota_id = NEW.quota_id AND category = NEW.category;
    PERFORM count_towards_minimums(ARRAY(SELECT n.id FROM nominations n WHERE n.quota_id = NEW.quota_id AND n.place <> 'none'));
    RETURN NULL;
  END $$;
  CREATE TRIGGER quota_minimum_counts_those_present AFTER INSERT ON quota_minimums FOR EACH ROW
    EXECUTE FUNCTION count_present_towards_minimum();
  CREATE TRIGGER quota_minimum_counts_the_young_anew AFTER UPDATE ON quota_minimums FOR EACH ROW
    WHEN (OLD.under_age IS DISTINCT FROM NEW.under_age) EXECUTE FUNCTION count_present_towards_minimum();
`;

/** What is kept: so many places stay open as are still owed to each category. One person may count for several. */
export const MINIMUM_CHECKS = `
  CREATE VIEW quota_minimum_state AS
    SELECT m.id, m.quota_id, m.category, m.places, m.under_age, u.used, greatest(m.places - u.used, 0) AS owed,
      q.free + q.held AS open
    FROM quota_minimums m JOIN quotas q ON q.id = m.quota_id
      CROSS JOIN LATERAL (SELECT count(*)::int AS used FROM quota_minimum_uses s WHERE s.quota_id = m.quota_id AND s.category = m.category) u;

  -- A minimum is no more than what is there: what cannot be owed any more goes.
  CREATE FUNCTION shrink_minimums(p_quotas uuid[]) RETURNS void LANGUAGE sql AS $$
    DELETE FROM quota_minimums m USING quota_minimum_state s WHERE s.id = m.id AND s.quota_id = ANY(p_quotas) AND s.open + s.used <= 0;
    UPDATE quota_minimums m SET places = s.open + s.used FROM quota_minimum_state s
    WHERE s.id = m.id AND s.quota_id = ANY(p_quotas) AND s.open < s.owed;
  $$;

  CREATE FUNCTION keep_minimums(p_quotas uuid[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE broken record;
  BEGIN
    SELECT s.category, s.owed, s.open INTO broken FROM quota_minimum_state s WHERE s.quota_id = ANY(p_quotas) AND s.open < s.owed LIMIT 1;
    IF NOT FOUND THEN RETURN; END IF;
    -- A reorganisation cannot ask anybody: it keeps of a minimum what it can.
    IF coalesce(current_setting('hc.operation', true), '') <> '' THEN
      PERFORM shrink_minimums(p_quotas);
    ELSE
      RAISE EXCEPTION '% places are left, % are kept for %', broken.open, broken.owed, broken.category
        USING ERRCODE = '23514', CONSTRAINT = 'quota_keeps_its_minimums';
    END IF;
  END $$;

  CREATE FUNCTION check_minimums_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_minimums(ARRAY[NEW.id]);
    RETURN NULL;
  END $$;
  -- Every writer of a row holds it until its end, and looks again there: two cannot each leave what only one may leave.
  CREATE CONSTRAINT TRIGGER quota_keeps_its_minimums AFTER UPDATE ON quotas DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.free + NEW.held < OLD.free + OLD.held) EXECUTE FUNCTION check_minimums_of_row();

  CREATE FUNCTION check_minimum_itself() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_minimums(ARRAY[NEW.quota_id]);
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER quota_minimum_is_kept AFTER INSERT OR UPDATE ON quota_minimums DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION check_minimum_itself();

  -- A claim learns at once that the last places are for others, not when it is committed together with other work.
  CREATE FUNCTION check_minimums_of_nominations() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_minimums(ARRAY(SELECT DISTINCT n.quota_id FROM new_rows n JOIN quota_minimums m ON m.quota_id = n.quota_id));
    RETURN NULL;
  END $$;
  CREATE TRIGGER places_stay_for_minimums AFTER INSERT ON nominations REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION check_minimums_of_nominations();

  -- Places that go back because their time is over, or because the province cuts them, are owed to nobody any more.
  CREATE FUNCTION shrink_minimums_with_places() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM shrink_minimums(ARRAY(SELECT DISTINCT e.quota_id FROM moved e JOIN quota_minimums m ON m.quota_id = e.quota_id
      WHERE e.kind IN ('return', 'expire', 'cut') AND e.from_bucket = 'free'));
    RETURN NULL;
  END $$;
  -- After the counters, by its name.
  CREATE TRIGGER quota_entries_shrink_minimums AFTER INSERT ON quota_entries REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION shrink_minimums_with_places();
`;
