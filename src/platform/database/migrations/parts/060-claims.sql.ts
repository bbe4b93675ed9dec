/** The claim and its end, as before; the places now follow the nominations. */
export const CLAIMS = `
  -- Lines: [{nominationId, officialId, unitId, quotaId, late, verdict}], in the order of the list. Answers each line with
  -- 'seated', 'waitlisted', 'no-quota' or, where somebody was quicker, 'conflict'.
  CREATE OR REPLACE FUNCTION claim_places(p_course uuid, p_lines jsonb, p_account uuid, p_now timestamptz)
  RETURNS TABLE (official_id uuid, nomination_id uuid, outcome text) LANGUAGE plpgsql AS $$
  DECLARE
    the_course courses;
    free integer;
    expected integer;
    inserted integer;
    seated integer;
  BEGIN
    PERFORM 1 FROM quotas q
      WHERE q.id IN (SELECT (line ->> 'quotaId')::uuid FROM jsonb_array_elements(p_lines) line)
      ORDER BY q.id FOR UPDATE;
    SELECT * INTO the_course FROM courses WHERE id = p_course FOR UPDATE;
    IF the_course.state <> 'open' THEN
      RAISE EXCEPTION 'Course is not open' USING ERRCODE = '23514', CONSTRAINT = 'nomination_only_while_open';
    END IF;
    free := the_course.capacity - the_course.seats_taken;

    WITH line AS (
      SELECT (l.line ->> 'nominationId')::uuid AS nomination_id, (l.line ->> 'officialId')::uuid AS official_id,
        (l.line ->> 'unitId')::uuid AS unit_id, (l.line ->> 'quotaId')::uuid AS quota_id,
        (l.line ->> 'late')::boolean AS late, l.line -> 'verdict' AS verdict, l.n
      FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS l(line, n)
    ), covered AS (
      SELECT line.*, row_number() OVER (ORDER BY line.n) AS turn FROM (
        SELECT line.*, row_number() OVER (PARTITION BY line.quota_id ORDER BY line.n) AS claim, q.free + q.held AS quota_left
        FROM line LEFT JOIN quotas q ON q.id = line.quota_id) line
      WHERE line.quota_id IS NULL OR line.claim <= line.quota_left
    ), taken AS (
      INSERT INTO nominations (id, course_id, official_id, unit_id, quota_id, state, place, queue_no, period, late,
        submitted_at, submitted_by, verdict)
      SELECT c.nomination_id, p_course, c.official_id, c.unit_id, c.quota_id, 'submitted',
        CASE WHEN c.turn <= free THEN 'seat' ELSE 'waitlist' END, the_course.next_queue_no + c.turn,
        daterange(the_course.starts_on, the_course.ends_on, '[]'), c.late, p_now, p_account, c.verdict
      FROM covered c ORDER BY c.official_id
      ON CONFLICT DO NOTHING
      RETURNING nominations.quota_id, nominations.place
    )
    SELECT (SELECT count(*) FROM covered), (SELECT count(*) FROM taken), (SELECT count(*) FROM taken WHERE place = 'seat')
      INTO expected, inserted, seated;

    -- Somebody else won a person between the check and the claim, so a seat counted for that line went to nobody.
    IF inserted < expected AND seated < LEAST(free, inserted) THEN
      UPDATE nominations m SET place = 'seat' WHERE m.id IN (
        SELECT w.id FROM nominations w
        WHERE w.id IN (SELECT (line ->> 'nominationId')::uuid FROM jsonb_array_elements(p_lines) line) AND w.place = 'waitlist'
        ORDER BY w.queue_no LIMIT LEAST(free, inserted) - seated);
      seated := LEAST(free, inserted);
    END IF;

    UPDATE courses SET seats_taken = seats_taken + seated, waitlisted = waitlisted + inserted - seated,
      next_queue_no = next_queue_no + expected + 1
    WHERE id = p_course;

    RETURN QUERY
      SELECT (l.line ->> 'officialId')::uuid, m.id,
        CASE WHEN m.place = 'seat' THEN 'seated' WHEN m.place = 'waitlist' THEN 'waitlisted'
          WHEN (l.line ->> 'quotaId') IS NOT NULL
            AND (SELECT q.free + q.held <= 0 FROM quotas q WHERE q.id = (l.line ->> 'quotaId')::uuid) THEN 'no-quota'
          ELSE 'conflict' END
      FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS l(line, n)
      LEFT JOIN nominations m ON m.id = (l.line ->> 'nominationId')::uuid
      ORDER BY l.n;
  END $$;

  -- Ends a nomination that held a place ('withdrawn', 'rejected'), gives back what it held, and moves the first
  -- waiting person up. Answers nothing when the nomination has changed meanwhile.
  CREATE OR REPLACE FUNCTION release_place(p_nomination uuid, p_version integer, p_state text, p_reason text, p_account uuid, p_now timestamptz)
  RETURNS TABLE (released boolean, promoted uuid) LANGUAGE plpgsql AS $$
  DECLARE
    old nominations;
    the_course courses;
    next_in_line uuid;
  BEGIN
    SELECT * INTO old FROM nominations WHERE id = p_nomination;
    PERFORM 1 FROM quotas WHERE id = old.quota_id FOR UPDATE;
    SELECT * INTO the_course FROM courses WHERE id = old.course_id FOR UPDATE;
    SELECT * INTO old FROM nominations WHERE id = p_nomination AND version = p_version AND place <> 'none' FOR UPDATE;
    IF NOT FOUND THEN
      RETURN;
    END IF;
    UPDATE nominations SET state = p_state, place = 'none', reason = p_reason, decided_at = p_now, decided_by = p_account,
      version = version + 1 WHERE id = p_nomination;

    IF old.place = 'waitlist' THEN
      UPDATE courses SET waitlisted = waitlisted - 1 WHERE id = old.course_id;
    ELSIF the_course.waitlisted > 0 AND the_course.state IN ('open', 'closed', 'confirmed') THEN
      SELECT * INTO next_in_line FROM promote_from_waitlist(old.course_id, 1);
      UPDATE courses SET waitlisted = waitlisted - 1 WHERE id = old.course_id;
    ELSE
      UPDATE courses SET seats_taken = seats_taken - 1 WHERE id = old.course_id;
    END IF;
    RETURN QUERY SELECT true, next_in_line;
  END $$;
`;

/** Undoing, as before, but for the counters of places. */
export const UNDO = `
  -- Takes an operation back, last step first. Refuses when what it made or changed is no longer as it left it
  -- (operation_is_untouched, with the table and the row's id as detail); what others added on top is refused by their
  -- own foreign keys. A version only counts changes and a path follows from the parents, so neither is compared. The
  -- counters of places are compared and not written: they follow the entries that made them.
  CREATE OR REPLACE FUNCTION undo_operation(p_operation uuid) RETURNS integer LANGUAGE plpgsql AS $$
  DECLARE
    derived constant text[] := ARRAY['version', 'path'];
    counted constant text[] := ARRAY['places', 'passed_on', 'held', 'reserved', 'taken'];
    written text[];
    entry journal_entries;
    present jsonb;
    changed text[];
    undone integer := 0;
  BEGIN
    PERFORM set_config('hc.operation', '', true), set_config('hc.undoing', 'on', true);
    FOR entry IN SELECT * FROM journal_entries WHERE operation_id = p_operation ORDER BY seq DESC LOOP
      EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE t.id = $1 FOR UPDATE', entry.table_name) INTO present USING entry.row_id;
      IF entry.after IS NULL THEN
        IF present IS NOT NULL THEN PERFORM refuse_undo(entry); END IF;
        EXECUTE (SELECT format('INSERT INTO %I (%s) SELECT %s FROM jsonb_populate_record(NULL::%I, $1) r', entry.table_name,
            string_agg(quote_ident(attname), ', '), string_agg('r.' || quote_ident(attname), ', '), entry.table_name)
          FROM pg_attribute WHERE attrelid = entry.table_name::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '')
        USING entry.before;
      ELSIF entry.before IS NULL THEN
        -- Already gone: with its parent, by ON DELETE CASCADE, a moment ago.
        IF (present - 'password_hash' - derived) <> (entry.after - derived) THEN PERFORM refuse_undo(entry); END IF;
        EXECUTE format('DELETE FROM %I WHERE id = $1', entry.table_name) USING entry.row_id;
      ELSE
        SELECT array_agg(b.key) INTO changed FROM jsonb_each(entry.before) b
        WHERE b.value IS DISTINCT FROM entry.after -> b.key AND b.key <> ALL (derived) AND EXISTS (
          SELECT 1 FROM pg_attribute WHERE attrelid = entry.table_name::regclass AND attname = b.key AND attgenerated = '');
        IF changed IS NOT NULL THEN
          IF present IS NULL OR EXISTS (SELECT 1 FROM unnest(changed) key WHERE present -> key IS DISTINCT FROM entry.after -> key) THEN
            PERFORM refuse_undo(entry);
          END IF;
          SELECT array_agg(key) INTO written FROM unnest(changed) key WHERE entry.table_name <> 'quotas' OR key <> ALL (counted);
          EXECUTE (SELECT format('UPDATE %I t SET %s FROM jsonb_populate_record(NULL::%I, $1) r WHERE t.id = $2', entry.table_name,
            string_agg(format('%1$I = r.%1$I', key), ', ') || CASE WHEN present ? 'version' THEN ', version = t.version + 1' ELSE '' END,
            entry.table_name) FROM unnest(coalesce(written, '{id}')) key)
          USING entry.before, entry.row_id;
        END IF;
      END IF;
      undone := undone + 1;
    END LOOP;
    DELETE FROM journal_entries WHERE operation_id = p_operation;
    PERFORM set_config('hc.undoing', '', true);
    RETURN undone;
  END $$;
`;
