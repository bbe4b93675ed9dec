/** What a class says of its seats, and what is kept of them. */
export const SEATS = `
  ALTER TABLE courses
    -- Who of the waitlist comes first: those who need the class, then by time; by time alone; or as the board put them.
    ADD waitlist_order text NOT NULL DEFAULT 'time' CONSTRAINT course_waitlist_order_is_known CHECK (waitlist_order IN ('need', 'time', 'board')),
    -- What becomes of a freed seat: the next sits down at once, or is asked first.
    ADD freed_seats text NOT NULL DEFAULT 'immediate' CONSTRAINT course_freed_seats_are_given_a_known_way CHECK (freed_seats IN ('immediate', 'offer')),
    ADD offer_hours smallint NOT NULL DEFAULT 48 CONSTRAINT course_offers_give_time_to_answer CHECK (offer_hours BETWEEN 1 AND 720),
    -- Seats of reservations that still hold, used and unused alike; kept by a trigger.
    ADD reserved_seats integer NOT NULL DEFAULT 0,
    -- Free seats that somebody is being asked about.
    ADD offered_seats integer NOT NULL DEFAULT 0,
    -- Free seats while people wait: reserved for other units, offered, or refused by the rules to all who wait.
    ADD seats_kept integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT course_reserves_no_more_than_its_seats CHECK (reserved_seats BETWEEN 0 AND capacity),
    ADD CONSTRAINT course_offers_only_free_seats CHECK (offered_seats >= 0 AND seats_taken + offered_seats <= capacity),
    DROP CONSTRAINT course_nobody_waits_while_a_seat_is_free,
    ADD CONSTRAINT course_nobody_waits_while_a_seat_is_free
      CHECK (waitlisted >= 0 AND seats_kept >= 0 AND (waitlisted = 0 OR seats_taken + seats_kept = capacity));

  -- A class holds seats for a called unit until the end of a day; whoever is nominated in its name uses them.
  CREATE TABLE seat_reservations (
    id uuid PRIMARY KEY,
    course_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    seats integer NOT NULL CONSTRAINT seat_reservation_has_seats CHECK (seats > 0),
    until date NOT NULL,
    -- When it was let go, by its day or by the board; the seats are then everybody's.
    ended_at timestamptz,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL CONSTRAINT seat_reservation_account_exists REFERENCES accounts,
    CONSTRAINT seat_reservation_unit_is_called FOREIGN KEY (course_id, unit_id) REFERENCES unit_calls (course_id, unit_id)
  );
  CREATE UNIQUE INDEX seat_reservation_once_per_unit ON seat_reservations (course_id, unit_id) WHERE ended_at IS NULL;
  CREATE INDEX seat_reservations_by_day ON seat_reservations (until) WHERE ended_at IS NULL;

  CREATE FUNCTION count_reserved_seats() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE courses c SET reserved_seats = (SELECT coalesce(sum(r.seats), 0) FROM seat_reservations r
      WHERE r.course_id = c.id AND r.ended_at IS NULL) WHERE c.id IN (NEW.course_id, OLD.course_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER seat_reservations_are_counted AFTER INSERT OR UPDATE OR DELETE ON seat_reservations
    FOR EACH ROW EXECUTE FUNCTION count_reserved_seats();

  ALTER TABLE nominations
    -- Whether the class closed a gap in what the person's post asks for, when the nomination was made.
    ADD needed boolean NOT NULL DEFAULT false,
    -- Where the board put a waiting person; those it has not put anywhere come after, by time.
    ADD board_no integer,
    -- Why a waiting person was passed over when a seat fell free: {rule, facts}.
    ADD passed_over jsonb;

  CREATE TABLE seat_offers (
    id uuid PRIMARY KEY,
    nomination_id uuid NOT NULL CONSTRAINT seat_offer_nomination_exists REFERENCES nominations ON DELETE CASCADE,
    course_id uuid NOT NULL CONSTRAINT seat_offer_course_exists REFERENCES courses,
    state text NOT NULL CONSTRAINT seat_offer_state_is_known CHECK (state IN ('open', 'accepted', 'declined', 'expired', 'closed')),
    offered_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CONSTRAINT seat_offer_gives_time CHECK (expires_at > offered_at),
    answered_at timestamptz,
    answered_by uuid CONSTRAINT seat_offer_account_exists REFERENCES accounts,
    reason text CONSTRAINT seat_offer_reason_is_short CHECK (length(reason) <= 1000),
    CONSTRAINT seat_offer_is_answered_at_a_time CHECK ((state = 'open') = (answered_at IS NULL))
  );
  CREATE UNIQUE INDEX seat_offer_one_at_a_time ON seat_offers (nomination_id) WHERE state = 'open';
  CREATE INDEX seat_offers_by_course ON seat_offers (course_id, offered_at);
  CREATE INDEX seat_offers_to_expire ON seat_offers (expires_at) WHERE state = 'open';

  -- Free seats that reservations still keep for a unit: what it reserved and nobody of its people sits on.
  CREATE FUNCTION unused_reservations(p_course uuid) RETURNS TABLE (unit_id uuid, seats integer, until date) LANGUAGE sql STABLE AS $$
    SELECT r.unit_id, greatest(0, r.seats - (SELECT count(*)::int FROM nominations n
      WHERE n.course_id = r.course_id AND n.unit_id = r.unit_id AND n.place = 'seat')), r.until
    FROM seat_reservations r WHERE r.course_id = p_course AND r.ended_at IS NULL
  $$;

  -- Who waits, in order.
  CREATE FUNCTION waitlist_of(p_course uuid) RETURNS TABLE (nomination_id uuid, turn integer) LANGUAGE sql STABLE AS $$
    SELECT n.id, row_number() OVER (ORDER BY
      CASE c.waitlist_order WHEN 'need' THEN (NOT n.needed)::int WHEN 'board' THEN coalesce(n.board_no, 2147483647) ELSE 0 END, n.queue_no)::int
    FROM nominations n JOIN courses c ON c.id = n.course_id WHERE n.course_id = p_course AND n.place = 'waitlist'
  $$;
`;
