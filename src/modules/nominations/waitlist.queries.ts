import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { SeatReservationView, SeatsView, WaitingView } from './dto/seats.dto.js';
import type { RuleCheck } from './rules/eligibility.js';

/** The seats of a class but for who waits. */
export type SeatCounts = Omit<SeatsView, 'waiting' | 'reservations' | 'canManage'> & {
  readonly keptUntil: string | null;
};

/** Somebody who waits, with what their sentence is made of. */
export type WaitingLine = Pick<WaitingView, 'nominationId' | 'fullName' | 'unit' | 'position'> & {
  readonly unitId: string;
  readonly ahead: number;
  readonly passedOver: RuleCheck | null;
  readonly offer: { readonly state: 'open' | 'declined' | 'expired'; readonly until: string } | null;
  /** Until when free seats are kept for other units than this one's. */
  readonly keptUntil: string | null;
  /** Seats that reserves of the units of those who left took since the person waits. */
  readonly toReserves: number;
};

/** People shown of a line. */
const SHOWN = 200;

/** Reads of seats and who waits for them. */
@Injectable()
export class WaitlistQueries {
  constructor(private readonly db: Database) {}

  counts(courseId: string): Promise<SeatCounts | null> {
    return this.db.row<SeatCounts>(
      `SELECT co.capacity, co.seats_taken AS "seatsTaken", co.offered_seats AS "offeredSeats", co.waitlisted,
         co.waitlist_order AS "waitlistOrder", co.freed_seats AS "freedSeats", co.offer_hours AS "offerHours",
         coalesce(r.seats, 0)::int AS "keptSeats", r.until AS "keptUntil"
       FROM courses co LEFT JOIN LATERAL (SELECT sum(seats) AS seats, max(until) AS until FROM unused_reservations(co.id) WHERE seats > 0) r ON true
       WHERE co.id = $1`,
      [courseId],
    );
  }

  /** Seats that are kept for units of the reader's part of the tree. */
  reservations(actor: Actor, courseId: string): Promise<SeatReservationView[]> {
    return this.db.rows<SeatReservationView>(
      `SELECT r.id, ${unitRefSql('u')} AS unit, r.seats, r.until, r.seats - coalesce((SELECT f.seats FROM unused_reservations($2) f
         WHERE f.unit_id = r.unit_id), 0) AS used
       FROM seat_reservations r JOIN units u ON u.id = r.unit_id
       WHERE r.course_id = $2 AND r.ended_at IS NULL AND ${inSubtree('r.unit_id', '$1')} ORDER BY r.until, u.name`,
      [actor.unitId, courseId],
    );
  }

  /** Who waits, of the reader's part of the tree, in order. */
  waiting(actor: Actor, courseId: string): Promise<WaitingLine[]> {
    return this.db.rows<WaitingLine>(
      `WITH line AS MATERIALIZED (
         SELECT w.nomination_id, w.turn, n.official_id, n.unit_id, n.submitted_at, n.passed_over, s.state AS offer_state, s.until,
           count(*) FILTER (WHERE s.state IS NULL AND n.passed_over IS NULL) OVER (ORDER BY w.turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)::int AS ahead
         FROM waitlist_of($2) w JOIN nominations n ON n.id = w.nomination_id
         LEFT JOIN LATERAL (SELECT o.state, coalesce(o.answered_at, o.expires_at) AS until FROM seat_offers o
           WHERE o.nomination_id = n.id AND o.state IN ('open', 'declined', 'expired') ORDER BY o.offered_at DESC LIMIT 1) s ON true
       )
       SELECT l.nomination_id AS "nominationId", o.full_name AS "fullName", ${unitRefSql('u')} AS unit, l.unit_id AS "unitId",
         l.turn AS position, l.ahead, l.passed_over AS "passedOver",
         CASE WHEN l.offer_state IS NOT NULL THEN jsonb_build_object('state', l.offer_state, 'until', l.until) END AS offer,
         (SELECT max(r.until) FROM unused_reservations($2) r WHERE r.seats > 0 AND r.unit_id <> l.unit_id) AS "keptUntil",
         (SELECT count(*)::int FROM nominations s WHERE s.course_id = $2 AND s.replaces_id IS NOT NULL AND s.submitted_at > l.submitted_at
           AND EXISTS (SELECT 1 FROM audit_entries a WHERE a.subject_id = s.id AND a.action = 'nomination.steppedIn')) AS "toReserves"
       FROM line l JOIN officials o ON o.id = l.official_id JOIN units u ON u.id = l.unit_id
       WHERE ${inSubtree('l.unit_id', '$1')} ORDER BY l.turn LIMIT ${SHOWN}`,
      [actor.unitId, courseId],
    );
  }
}
