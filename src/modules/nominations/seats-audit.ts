import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What can be wrong with the seats of a class. */
export const SEAT_RULES = [
  'seats-within-capacity',
  'seats-follow-nominations',
  'kept-seats-are-free',
  'offers-are-counted',
  'nobody-waits-beside-a-seat',
  'one-answer-per-person',
  'one-class-at-a-time',
  'one-session-at-a-time',
  'one-place-in-line',
  'seats-go-in-turn',
] as const;
export type SeatRule = (typeof SEAT_RULES)[number];

/** A class that breaks a rule: what it counts, and what it should. */
export interface SeatFinding {
  readonly rule: SeatRule;
  readonly courseId: string;
  readonly counted: string;
  readonly expected: string;
}

const RULES: Record<SeatRule, string> = {
  // Counted from the people, so that a wrong counter does not hide them.
  'seats-within-capacity': `
    SELECT c.id, s.people::text AS counted, least(s.people, c.capacity - c.offered_seats)::text AS expected
    FROM courses c CROSS JOIN LATERAL (SELECT count(*) AS people FROM nominations n WHERE n.course_id = c.id AND n.place = 'seat') s`,
  'seats-follow-nominations': `
    SELECT c.id, c.seats_taken || '/' || c.waitlisted AS counted, count(n.id) FILTER (WHERE n.place = 'seat') || '/' ||
      count(n.id) FILTER (WHERE n.place = 'waitlist') AS expected
    FROM courses c LEFT JOIN nominations n ON n.course_id = c.id GROUP BY c.id`,
  'kept-seats-are-free': `
    SELECT c.id, coalesce(sum(r.seats), 0)::text AS counted, least(coalesce(sum(r.seats), 0), c.capacity - c.seats_taken - c.offered_seats)::text AS expected
    FROM courses c CROSS JOIN LATERAL unused_reservations(c.id) r WHERE c.state IN ('open', 'closed', 'confirmed') GROUP BY c.id`,
  'offers-are-counted': `
    SELECT c.id, c.offered_seats::text AS counted, count(o.id)::text AS expected
    FROM courses c LEFT JOIN seat_offers o ON o.course_id = c.id AND o.state = 'open' GROUP BY c.id`,
  'nobody-waits-beside-a-seat': `
    SELECT c.id, (SELECT count(*) FROM nominations n WHERE n.course_id = c.id AND n.place = 'waitlist' AND n.passed_over IS NULL
        AND NOT EXISTS (SELECT 1 FROM seat_offers o WHERE o.nomination_id = n.id AND o.state IN ('open', 'declined', 'expired')))::text AS counted,
      '0' AS expected
    FROM courses c WHERE c.waitlisted > 0 AND c.state IN ('open', 'closed', 'confirmed') AND c.capacity - c.seats_taken - c.offered_seats
      > (SELECT coalesce(sum(r.seats), 0) FROM unused_reservations(c.id) r)`,
  'one-answer-per-person': `
    SELECT course_id AS id, count(*)::text AS counted, '1' AS expected FROM nominations WHERE bars_nomination(state) GROUP BY course_id, official_id`,
  'one-class-at-a-time': `
    SELECT n.course_id AS id, (1 + count(m.id))::text AS counted, '1' AS expected FROM nominations n JOIN nominations m ON m.official_id = n.official_id
      AND m.id <> n.id AND m.period && n.period AND m.whole_days AND blocks_days(m.state) WHERE n.whole_days AND blocks_days(n.state) GROUP BY n.id`,
  'one-session-at-a-time': `
    SELECT n.course_id AS id, (1 + count(*))::text AS counted, '1' AS expected FROM trainee_bookings b JOIN nominations n ON n.id = b.nomination_id
      JOIN trainee_bookings o ON o.official_id = b.official_id AND o.during && b.during AND o.ctid <> b.ctid GROUP BY n.course_id, b.official_id`,
  'one-place-in-line': `
    SELECT course_id AS id, count(*)::text AS counted, '1' AS expected FROM nominations WHERE place = 'waitlist' GROUP BY course_id, queue_no
    UNION ALL SELECT n.course_id, count(*)::text, '1' FROM nominations n JOIN courses c ON c.id = n.course_id
      WHERE n.place = 'waitlist' AND c.waitlist_order = 'board' AND n.board_no IS NOT NULL GROUP BY n.course_id, n.board_no`,
  'seats-go-in-turn': `
    SELECT w.course_id AS id, count(DISTINCT w.id)::text AS counted, '0' AS expected FROM nominations w JOIN courses c ON c.id = w.course_id
      JOIN nominations s ON s.course_id = w.course_id AND s.id <> w.id AND ${turnOf('s')} > ${turnOf('w')}
      JOIN audit_entries given ON given.subject_id = s.id AND given.at > w.submitted_at
        AND (given.action = 'nomination.seatOffered' OR given.action = 'nomination.promoted' AND given.data ->> 'because' <> 'offer-accepted')
    WHERE w.place = 'waitlist'
      -- Asked already, or passed over with a reason, when the other's turn came.
      AND NOT EXISTS (SELECT 1 FROM seat_offers o WHERE o.nomination_id = w.id AND o.offered_at <= given.at)
      AND NOT EXISTS (SELECT 1 FROM audit_entries p WHERE p.subject_id = w.id AND p.action = 'nomination.passedOver' AND p.at <= given.at)
      -- The seat was kept for the other's unit.
      AND NOT EXISTS (SELECT 1 FROM seat_reservations r WHERE r.course_id = w.course_id AND r.unit_id = s.unit_id)
      -- The line was put into another order since.
      AND NOT EXISTS (SELECT 1 FROM audit_entries o WHERE o.at >= given.at AND (o.subject_id = w.course_id AND o.action = 'course.seatRulesChanged'
        OR o.action = 'nomination.movedInWaitlist' AND o.subject_id IN (SELECT m.id FROM nominations m WHERE m.course_id = w.course_id)))
    GROUP BY w.course_id`,
};

/** Where somebody stands by the order that the class states; smaller is earlier. As in `waitlist_of`. */
function turnOf(n: string): string {
  return `(CASE c.waitlist_order WHEN 'need' THEN (NOT ${n}.needed)::int WHEN 'board' THEN coalesce(${n}.board_no, 2147483647) ELSE 0 END, ${n}.queue_no)`;
}

/** Goes through the seats of every class and tells where a number, or somebody's place, is not what it must be. */
@Injectable()
export class SeatsAudit {
  constructor(private readonly db: Database) {}

  /** Reads only. @returns every class that breaks a rule; none where all is well. */
  async findings(): Promise<SeatFinding[]> {
    const each = await Promise.all(
      Object.entries(RULES).map(([rule, sql]) =>
        this.db.rows<SeatFinding>(
          `SELECT $1 AS rule, f.id AS "courseId", f.counted, f.expected FROM (${sql}) f WHERE f.counted <> f.expected ORDER BY f.id`,
          [rule],
        ),
      ),
    );
    return each.flat();
  }
}
