import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What of a class's seats is not as it must be. */
export type SeatRule =
  | 'seats-follow-nominations'
  | 'kept-seats-are-free'
  | 'offers-are-counted'
  | 'nobody-waits-beside-a-seat'
  | 'one-answer-per-person'
  | 'one-class-at-a-time'
  | 'one-place-in-line';

/** A class that breaks a rule: what it counts, and what it should. */
export interface SeatFinding {
  readonly rule: SeatRule;
  readonly courseId: string;
  readonly counted: string;
  readonly expected: string;
}

const RULES: Record<SeatRule, string> = {
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
  'one-place-in-line': `
    SELECT course_id AS id, count(*)::text AS counted, '1' AS expected FROM nominations WHERE place = 'waitlist' GROUP BY course_id, queue_no`,
};

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
