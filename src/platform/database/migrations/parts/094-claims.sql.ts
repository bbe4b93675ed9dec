import { claimPlaces } from './claim-places.sql.js';

const NOBODY_BARRED = `SELECT o.*, row_number() OVER (PARTITION BY o.quota_id ORDER BY o.n) AS of_quota FROM open o
      WHERE o.of_person = 1 AND NOT EXISTS (SELECT 1 FROM nominations m WHERE m.course_id = o.course_id AND m.official_id = o.official_id
        AND bars_nomination(m.state))`;

/** Claims of any number of requests for any number of classes, as one statement, with all they leave behind. */
export const CLAIMS = `
  -- A nomination's unit is called to its class, and a call is of a class that exists: asked once, not twice.
  ALTER TABLE nominations DROP CONSTRAINT nomination_course_exists;
  -- Whoever knows whether whole days are taken says so; for others it is looked up.
  ALTER TABLE nominations ALTER whole_days DROP DEFAULT;
  DROP TRIGGER nomination_takes_days_by_mode ON nominations;
  CREATE TRIGGER nomination_takes_days_by_mode BEFORE INSERT ON nominations FOR EACH ROW WHEN (NEW.whole_days IS NULL)
    EXECUTE FUNCTION take_days_by_mode();

  DROP FUNCTION claim_places(uuid, jsonb, uuid, timestamptz);

  -- Somebody else took a person for another class of these days at this very moment: nothing is written, and whoever asked
  -- looks again.
  CREATE FUNCTION look_again() RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'Somebody was quicker' USING ERRCODE = '40001';
  END $$;

${claimPlaces({ possible: NOBODY_BARRED, wholeDays: 'class_takes_whole_days(c)' })}
  DROP FUNCTION release_place(uuid, integer, text, text, uuid, timestamptz);
  DROP FUNCTION promote_from_waitlist(uuid, integer);

  -- Ends a nomination that held a place ('withdrawn', 'rejected') and gives back what it held. The freed seat is kept until the
  -- same transaction has gone through the waitlist. Answers nothing when the nomination has changed meanwhile.
  CREATE FUNCTION release_place(p_nomination uuid, p_version integer, p_state text, p_reason text, p_account uuid, p_now timestamptz)
  RETURNS TABLE (released boolean, course_id uuid, freed boolean) LANGUAGE plpgsql AS $$
  DECLARE
    old nominations;
    offered integer;
  BEGIN
    SELECT * INTO old FROM nominations WHERE id = p_nomination;
    PERFORM 1 FROM quotas WHERE id = old.quota_id FOR UPDATE;
    PERFORM 1 FROM courses WHERE id = old.course_id FOR UPDATE;
    SELECT * INTO old FROM nominations WHERE id = p_nomination AND version = p_version AND place <> 'none' FOR UPDATE;
    IF NOT FOUND THEN
      RETURN;
    END IF;
    WITH closed AS (
      UPDATE seat_offers SET state = 'closed', answered_at = p_now, answered_by = p_account WHERE nomination_id = p_nomination AND state = 'open'
      RETURNING 1
    ) SELECT count(*) INTO offered FROM closed;
    UPDATE nominations SET state = p_state, place = 'none', reason = p_reason, decided_at = p_now, decided_by = p_account,
      passed_over = NULL, version = version + 1 WHERE id = p_nomination;
    UPDATE courses c SET seats_taken = c.seats_taken - n.seat, waitlisted = c.waitlisted - n.wait, offered_seats = c.offered_seats - offered,
      seats_kept = CASE WHEN c.waitlisted - n.wait = 0 THEN 0 ELSE c.capacity - c.seats_taken + n.seat END
    FROM (SELECT (old.place = 'seat')::int AS seat, (old.place = 'waitlist')::int AS wait) n WHERE c.id = old.course_id;
    RETURN QUERY SELECT true, old.course_id, old.place = 'seat' OR offered > 0;
  END $$;

  -- Moves these waiting people to seats, in this order; the caller holds the class and knows that there are seats for them.
  CREATE FUNCTION promote_from_waitlist(p_course uuid, p_nominations uuid[]) RETURNS integer LANGUAGE plpgsql AS $$
  DECLARE moved integer;
  BEGIN
    UPDATE nominations SET place = 'seat', passed_over = NULL, version = version + 1
    WHERE id = ANY(p_nominations) AND course_id = p_course AND place = 'waitlist';
    GET DIAGNOSTICS moved = ROW_COUNT;
    UPDATE courses c SET seats_taken = c.seats_taken + moved, waitlisted = c.waitlisted - moved,
      seats_kept = CASE WHEN c.waitlisted - moved = 0 THEN 0 ELSE c.capacity - c.seats_taken - moved END WHERE c.id = p_course;
    RETURN moved;
  END $$;
`;
