import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Taking and giving back scarce places: one call, one round trip. Locks are always taken quota (by id) → course →
 * nominations (by official), so two calls never wait for each other in a ring. Constraints, not these functions, are
 * what makes overselling impossible.
 */
export class Claims1790000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Lines: [{nominationId, officialId, unitId, quotaId, late}], in the order of the list. Answers each line with
      -- 'seated', 'waitlisted', 'no-quota' or, where somebody was quicker, 'conflict'.
      CREATE FUNCTION claim_places(p_course uuid, p_lines jsonb, p_account uuid, p_now timestamptz)
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
            (l.line ->> 'late')::boolean AS late, l.n
          FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS l(line, n)
        ), covered AS (
          SELECT line.*, row_number() OVER (ORDER BY line.n) AS turn FROM (
            SELECT line.*, row_number() OVER (PARTITION BY line.quota_id ORDER BY line.n) AS claim, q.places - q.taken AS quota_left
            FROM line LEFT JOIN quotas q ON q.id = line.quota_id) line
          WHERE line.quota_id IS NULL OR line.claim <= line.quota_left
        ), taken AS (
          INSERT INTO nominations (id, course_id, official_id, unit_id, quota_id, state, place, queue_no, period, late,
            submitted_at, submitted_by)
          SELECT c.nomination_id, p_course, c.official_id, c.unit_id, c.quota_id, 'submitted',
            CASE WHEN c.turn <= free THEN 'seat' ELSE 'waitlist' END, the_course.next_queue_no + c.turn,
            daterange(the_course.starts_on, the_course.ends_on, '[]'), c.late, p_now, p_account
          FROM covered c ORDER BY c.official_id
          ON CONFLICT DO NOTHING
          RETURNING nominations.quota_id, nominations.place
        ), used AS (
          UPDATE quotas q SET taken = q.taken + u.places
          FROM (SELECT t.quota_id, count(*) AS places FROM taken t WHERE t.quota_id IS NOT NULL GROUP BY t.quota_id) u
          WHERE q.id = u.quota_id
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
                AND (SELECT q.taken >= q.places FROM quotas q WHERE q.id = (l.line ->> 'quotaId')::uuid) THEN 'no-quota'
              ELSE 'conflict' END
          FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS l(line, n)
          LEFT JOIN nominations m ON m.id = (l.line ->> 'nominationId')::uuid
          ORDER BY l.n;
      END $$;

      -- Moves the first people of the waitlist up. The caller holds the course and has counted the seats.
      CREATE FUNCTION promote_from_waitlist(p_course uuid, p_seats integer) RETURNS SETOF uuid LANGUAGE sql AS $$
        UPDATE nominations SET place = 'seat', version = version + 1 WHERE id IN (
          SELECT w.id FROM nominations w WHERE w.course_id = p_course AND w.place = 'waitlist' ORDER BY w.queue_no LIMIT p_seats)
        RETURNING id
      $$;

      -- Ends a nomination that held a place ('withdrawn', 'rejected'), gives back what it held, and moves the first
      -- waiting person up. Answers nothing when the nomination has changed meanwhile.
      CREATE FUNCTION release_place(p_nomination uuid, p_version integer, p_state text, p_reason text, p_account uuid, p_now timestamptz)
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
        UPDATE quotas SET taken = taken - 1 WHERE id = old.quota_id;

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
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
