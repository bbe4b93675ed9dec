/** How places move between rows, and how a row comes into the tree. */
export const MOVEMENTS = `
  -- A row and all above it, from itself up.
  CREATE FUNCTION quota_chain(p_quota uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    WITH RECURSIVE up AS (
      SELECT q.id, q.parent_id, 1 AS n FROM quotas q WHERE q.id = p_quota
      UNION ALL SELECT q.id, q.parent_id, up.n + 1 FROM quotas q JOIN up ON q.id = up.parent_id WHERE up.n < 30
    ) SELECT coalesce(array_agg(id ORDER BY n), '{}') FROM up
  $$;

  -- Writes the entries of p_places that leave a chain of rows upwards and enter another downwards. The ends of a chain are
  -- free places; rows in between only hand through; the row where the chains meet keeps its balance.
  -- p_up and p_down: rows below the meeting point, from the end upwards. p_top: the meeting point where it is itself an end.
  CREATE FUNCTION post_places(p_up uuid[], p_down uuid[], p_top uuid, p_through boolean, p_places integer, p_kind text,
    p_at timestamptz, p_account uuid, p_reason text, p_document text, p_cause uuid, p_grant uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places, other_quota_id, account_id, reason, document,
      cause_id, grant_id)
    SELECT p_at, p_kind, e.quota, e.from_bucket, e.to_bucket, p_places, nullif(e.other, e.quota), p_account, p_reason, p_document,
      p_cause, p_grant
    FROM (
      SELECT 1 AS step, u.n, 1 AS half, u.id AS quota, 'passed' AS from_bucket, 'free' AS to_bucket, coalesce(p_down[1], p_top) AS other
      FROM unnest(p_up) WITH ORDINALITY AS u(id, n) WHERE p_through OR u.n > 1
      UNION ALL SELECT 1, u.n, 2, u.id, 'free', 'above', coalesce(p_down[1], p_top) FROM unnest(p_up) WITH ORDINALITY AS u(id, n)
      UNION ALL SELECT 2, 1, 1, p_top, 'passed', 'free', p_up[1] WHERE p_top IS NOT NULL AND cardinality(p_up) > 0
      UNION ALL SELECT 2, 1, 2, p_top, 'free', 'passed', p_down[1] WHERE p_top IS NOT NULL AND cardinality(p_down) > 0
      UNION ALL SELECT 3, -d.n, 1, d.id, 'above', 'free', coalesce(p_up[1], p_top) FROM unnest(p_down) WITH ORDINALITY AS d(id, n)
      UNION ALL SELECT 3, -d.n, 2, d.id, 'free', 'passed', coalesce(p_up[1], p_top) FROM unnest(p_down) WITH ORDINALITY AS d(id, n)
      WHERE p_through OR d.n > 1
    ) e ORDER BY e.step, e.n, e.half
  $$;

  -- Moves free places from one row to another, through the rows between them.
  CREATE FUNCTION move_places(p_from uuid, p_to uuid, p_places integer, p_kind text, p_at timestamptz, p_account uuid,
    p_reason text, p_document text, p_cause uuid) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    up uuid[] := quota_chain(p_from);
    down uuid[] := quota_chain(p_to);
    top uuid;
  BEGIN
    IF p_from = p_to OR p_places = 0 THEN RETURN; END IF;
    SELECT u.id INTO top FROM unnest(up) WITH ORDINALITY AS u(id, n) WHERE u.id = ANY(down) ORDER BY u.n LIMIT 1;
    up := up[1:coalesce(array_position(up, top), cardinality(up) + 1) - 1];
    down := down[1:coalesce(array_position(down, top), cardinality(down) + 1) - 1];
    PERFORM post_places(up, down, CASE WHEN top IN (p_from, p_to) THEN top END, false, p_places, p_kind, p_at, p_account, p_reason,
      p_document, p_cause, NULL);
  END $$;

  -- Has a row, with all it has, be fed by another row from now on.
  CREATE FUNCTION feed_quota_from(p_quota uuid, p_parent uuid, p_at timestamptz, p_account uuid) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    the_quota quotas;
    up uuid[];
    down uuid[] := quota_chain(p_parent);
    top uuid;
  BEGIN
    SELECT * INTO the_quota FROM quotas WHERE id = p_quota FOR NO KEY UPDATE;
    IF the_quota.parent_id IS NOT DISTINCT FROM p_parent THEN RETURN; END IF;
    up := quota_chain(the_quota.parent_id);
    SELECT u.id INTO top FROM unnest(up) WITH ORDINALITY AS u(id, n) WHERE u.id = ANY(down) ORDER BY u.n LIMIT 1;
    up := up[1:coalesce(array_position(up, top), cardinality(up) + 1) - 1];
    down := down[1:coalesce(array_position(down, top), cardinality(down) + 1) - 1];
    IF the_quota.places > 0 THEN
      PERFORM post_places(up, down, NULL, true, the_quota.places, 'transfer', p_at, p_account, NULL, NULL, p_quota, NULL);
    END IF;
    UPDATE quotas SET parent_id = p_parent, version = version + 1 WHERE id = p_quota;
  END $$;

  -- The nearest row above a unit, of a program and year.
  CREATE FUNCTION quota_above(p_unit uuid, p_program uuid, p_period integer) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT q.id FROM units u JOIN quotas q ON q.unit_id = ANY(u.path) AND q.unit_id <> u.id
    WHERE u.id = p_unit AND q.program_id = p_program AND q.period = p_period
    ORDER BY array_position(u.path, q.unit_id) DESC LIMIT 1
  $$;

  -- A unit's row, made where there is none; rows below it are then fed through it.
  CREATE FUNCTION quota_row(p_program uuid, p_period integer, p_unit uuid, p_reserve boolean, p_at timestamptz, p_account uuid)
  RETURNS uuid LANGUAGE plpgsql AS $$
  DECLARE
    made uuid;
    above uuid;
    below uuid;
  BEGIN
    SELECT id INTO made FROM quotas WHERE program_id = p_program AND period = p_period AND unit_id = p_unit;
    IF made IS NULL THEN
      -- The shape of the tree changes one at a time.
      PERFORM pg_advisory_xact_lock(hashtextextended(p_program::text || p_period, 60));
      SELECT id INTO made FROM quotas WHERE program_id = p_program AND period = p_period AND unit_id = p_unit;
    END IF;
    IF made IS NULL THEN
      above := quota_above(p_unit, p_program, p_period);
      INSERT INTO quotas (id, program_id, period, unit_id, parent_id, is_reserve)
      VALUES (gen_random_uuid(), p_program, p_period, p_unit, above, p_reserve) RETURNING id INTO made;
      FOR below IN SELECT q.id FROM quotas q JOIN units u ON u.id = q.unit_id
        WHERE q.program_id = p_program AND q.period = p_period AND p_unit = ANY(u.path) AND q.id <> made
          AND q.parent_id IS NOT DISTINCT FROM above ORDER BY q.id LOOP
        PERFORM feed_quota_from(below, made, p_at, p_account);
      END LOOP;
    ELSIF p_reserve THEN
      UPDATE quotas SET is_reserve = true WHERE id = made AND NOT is_reserve;
    END IF;
    RETURN made;
  END $$;
`;

/** What becomes of a nomination moves its place; nothing else has to say so. */
export const NOMINATIONS = `
  CREATE FUNCTION quota_bucket(p_quota uuid, p_place text, p_state text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_quota IS NULL OR p_place = 'none' THEN NULL WHEN p_state IN ('submitted', 'returned') THEN 'reserved' ELSE 'taken' END
  $$;

  -- An operation that is undone takes its entries back itself.
  CREATE FUNCTION reserve_for_nominations() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
    INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places, nomination_id, account_id)
    SELECT m.submitted_at, CASE m.bucket WHEN 'taken' THEN 'take' ELSE 'reserve' END, m.quota_id, 'free', m.bucket, 1, m.id, m.submitted_by
    FROM (SELECT n.*, quota_bucket(n.quota_id, n.place, n.state) AS bucket FROM new_rows n) m WHERE m.bucket IS NOT NULL ORDER BY m.queue_no;
    RETURN NULL;
  END $$;
  CREATE TRIGGER nominations_reserve_places AFTER INSERT ON nominations REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reserve_for_nominations();

  CREATE FUNCTION move_with_nominations() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE change record;
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
    FOR change IN
      SELECT n.id, o.quota_id AS old_quota, n.quota_id AS new_quota, n.reason, o.bucket AS old_bucket, n.bucket AS new_bucket,
        CASE WHEN n.decided_at IS DISTINCT FROM o.decided_at THEN n.decided_at ELSE now() END AS at,
        CASE WHEN n.decided_at IS DISTINCT FROM o.decided_at THEN n.decided_by END AS account_id
      FROM (SELECT *, quota_bucket(quota_id, place, state) AS bucket FROM old_rows) o
      JOIN (SELECT *, quota_bucket(quota_id, place, state) AS bucket FROM new_rows) n ON n.id = o.id
      WHERE o.bucket IS DISTINCT FROM n.bucket OR (o.bucket IS NOT NULL AND o.quota_id IS DISTINCT FROM n.quota_id) ORDER BY n.id
    LOOP
      IF change.old_bucket IS NULL OR change.new_bucket IS NULL OR change.old_quota = change.new_quota THEN
        INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places, nomination_id, account_id)
        VALUES (change.at, CASE change.new_bucket WHEN 'taken' THEN 'take' WHEN 'reserved' THEN 'reserve' ELSE 'release' END,
          CASE WHEN change.new_bucket IS NULL THEN change.old_quota ELSE change.new_quota END, coalesce(change.old_bucket, 'free'),
          coalesce(change.new_bucket, 'free'), 1, change.id, change.account_id);
      ELSE
        INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places, nomination_id, account_id)
        VALUES (change.at, 'transfer', change.old_quota, change.old_bucket, 'free', 1, change.id, change.account_id);
        PERFORM move_places(change.old_quota, change.new_quota, 1, 'transfer', change.at, change.account_id, NULL, NULL, NULL);
        INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places, nomination_id, account_id)
        VALUES (change.at, 'transfer', change.new_quota, 'free', change.new_bucket, 1, change.id, change.account_id);
      END IF;
    END LOOP;
    RETURN NULL;
  END $$;
  CREATE TRIGGER nominations_take_places AFTER UPDATE ON nominations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION move_with_nominations();
`;
