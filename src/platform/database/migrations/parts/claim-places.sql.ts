/**
 * The function that writes claims.
 * @param parts `possible`: who of the rows `open` may have a place, with a number of each among those of its quota (`of_quota`);
 *   `wholeDays`: whether the class `c` takes its people's whole days.
 */
export const claimPlaces = ({ possible, wholeDays }: { possible: string; wholeDays: string }): string => `
  -- Lines: [{courseId, nominationId, officialId, unitId, quotaId, late, needed, verdict, accountId, accountName, code, entryId}],
  -- those of earlier requests first, each request's in the order of its list. Lists: [{courseId, accountId, accountName, unitId,
  -- entryId, lines}], one per request. Answers each line with 'seated', 'waitlisted', 'no-quota', 'not-open' or, where somebody
  -- was quicker, 'conflict'. Locks: quotas by id, then classes by id, then nominations by official.
  CREATE FUNCTION claim_places(p_lines jsonb, p_lists jsonb, p_now timestamptz, p_today date, p_handlers text[])
  RETURNS TABLE (nomination_id uuid, outcome text) LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM quotas q WHERE q.id IN (SELECT (l ->> 'quotaId')::uuid FROM jsonb_array_elements(p_lines) l) ORDER BY q.id FOR UPDATE;
    PERFORM 1 FROM courses c WHERE c.id IN (SELECT (l ->> 'courseId')::uuid FROM jsonb_array_elements(p_lines) l) ORDER BY c.id FOR UPDATE;

    RETURN QUERY WITH line AS MATERIALIZED (
      SELECT (l.line ->> 'nominationId')::uuid AS id, (l.line ->> 'courseId')::uuid AS course_id, (l.line ->> 'officialId')::uuid AS official_id,
        (l.line ->> 'unitId')::uuid AS unit_id, (l.line ->> 'quotaId')::uuid AS quota_id, (l.line ->> 'late')::boolean AS late,
        (l.line ->> 'needed')::boolean AS needed, l.line -> 'verdict' AS verdict, (l.line ->> 'accountId')::uuid AS account_id,
        l.line ->> 'accountName' AS account_name, l.line ->> 'code' AS code, (l.line ->> 'entryId')::uuid AS entry_id, l.n
      FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS l(line, n)
    ), class AS MATERIALIZED (
      SELECT c.id, c.state, c.starts_on, c.ends_on, c.next_queue_no, c.reserved_seats > 0 AS reserves, ${wholeDays} AS whole_days,
        c.capacity - c.seats_taken - c.offered_seats - CASE WHEN c.reserved_seats = 0 THEN 0
          ELSE (SELECT coalesce(sum(r.seats), 0)::int FROM unused_reservations(c.id) r) END AS free
      FROM courses c WHERE c.id IN (SELECT l.course_id FROM line l)
    ), open AS (
      -- Of the same person twice in one go the first counts; the other is looked at again.
      SELECT l.*, row_number() OVER (PARTITION BY l.official_id ORDER BY l.n) AS of_person
      FROM line l JOIN class c ON c.id = l.course_id AND c.state = 'open'
    ), possible AS (
      ${possible}
    ), covered AS (
      SELECT p.*, row_number() OVER (PARTITION BY p.course_id ORDER BY p.n) AS turn,
        row_number() OVER (PARTITION BY p.course_id, p.unit_id ORDER BY p.n) AS unit_turn
      FROM possible p LEFT JOIN quotas q ON q.id = p.quota_id WHERE p.quota_id IS NULL OR p.of_quota <= q.free + q.held
    ), kept AS (
      SELECT v.*, c.free, c.next_queue_no, c.whole_days, daterange(c.starts_on, c.ends_on, '[]') AS period,
        c.reserves AND v.unit_turn <= coalesce((SELECT r.seats FROM unused_reservations(c.id) r WHERE r.unit_id = v.unit_id), 0) AS own_seat
      FROM covered v JOIN class c ON c.id = v.course_id
    ), placed AS MATERIALIZED (
      SELECT k.*, CASE WHEN k.own_seat OR count(*) FILTER (WHERE NOT k.own_seat) OVER (PARTITION BY k.course_id ORDER BY k.n) <= k.free
        THEN 'seat' ELSE 'waitlist' END AS place FROM kept k
    ), taken AS (
      INSERT INTO nominations (id, course_id, official_id, unit_id, quota_id, state, place, queue_no, period, whole_days, late, needed,
        submitted_at, submitted_by, verdict)
      SELECT p.id, p.course_id, p.official_id, p.unit_id, p.quota_id, 'submitted', p.place, p.next_queue_no + p.turn, p.period, p.whole_days,
        p.late, p.needed, p_now, p.account_id, p.verdict FROM placed p ORDER BY p.official_id
      ON CONFLICT DO NOTHING
      RETURNING id, course_id, unit_id, place
    ), counted AS (
      UPDATE courses c SET seats_taken = c.seats_taken + t.seated, waitlisted = c.waitlisted + t.waiting, next_queue_no = c.next_queue_no + t.asked + 1,
        seats_kept = CASE WHEN c.waitlisted + t.waiting = 0 THEN 0 ELSE c.capacity - c.seats_taken - t.seated END
      FROM (SELECT p.course_id, count(*) FILTER (WHERE p.place = 'seat') AS seated, count(*) FILTER (WHERE p.place = 'waitlist') AS waiting,
        count(*) AS asked FROM placed p GROUP BY p.course_id) t
      WHERE c.id = t.course_id
    ), trail AS (
      INSERT INTO audit_entries (id, at, account_id, account_name, action, subject_type, subject_id, unit_id, data)
      SELECT p.entry_id, p_now, p.account_id, p.account_name, CASE p.place WHEN 'seat' THEN 'nomination.seated' ELSE 'nomination.waitlisted' END,
        'nomination', p.id, p.unit_id, jsonb_build_object('course', p.code) FROM placed p
      UNION ALL
      SELECT (l.list ->> 'entryId')::uuid, p_now, (l.list ->> 'accountId')::uuid, l.list ->> 'accountName', 'course.nominated', 'course',
        (l.list ->> 'courseId')::uuid, (l.list ->> 'unitId')::uuid, jsonb_build_object('people', s.people, 'waitlisted', s.waiting)
      FROM jsonb_array_elements(p_lists) AS l(list) JOIN LATERAL (
        SELECT count(*) AS people, count(*) FILTER (WHERE p.place = 'waitlist') AS waiting FROM placed p
        WHERE l.list -> 'lines' ? p.id::text) s ON s.people > 0
    ), answered AS (
      UPDATE unit_calls uc SET answer = 'list', answered_at = p_now, answered_by = f.account_id, late = uc.deadline < p_today,
        reason = NULL, asked_until = NULL
      FROM (SELECT DISTINCT ON (p.course_id, p.unit_id) p.course_id, p.unit_id, p.account_id FROM placed p ORDER BY p.course_id, p.unit_id, p.n) f
      WHERE uc.course_id = f.course_id AND uc.unit_id = f.unit_id AND coalesce(uc.answer, '') NOT IN ('list', 'carried-over')
      RETURNING uc.id
    ), promised AS (
      INSERT INTO outbox (id, handler, payload, created_at)
      SELECT gen_random_uuid(), h.name, jsonb_build_object('unitCallId', a.id, 'eventId', gen_random_uuid()), p_now
      FROM answered a, unnest(p_handlers) AS h(name)
      RETURNING id
    ), woken AS (
      SELECT pg_notify('outbox', '') FROM promised LIMIT 1
    )
    SELECT l.id, CASE WHEN (SELECT count(*) FROM taken) < (SELECT count(*) FROM placed) THEN look_again()
      WHEN p.place = 'seat' THEN 'seated' WHEN p.place = 'waitlist' THEN 'waitlisted'
      WHEN l.id NOT IN (SELECT o.id FROM open o) THEN 'not-open'
      WHEN l.id IN (SELECT q.id FROM possible q) THEN 'no-quota' ELSE 'conflict' END
    FROM line l LEFT JOIN placed p ON p.id = l.id
    WHERE (SELECT count(*) FROM woken) >= 0 -- what nobody reads is not run
    ORDER BY l.n;
  END $$;
`;
