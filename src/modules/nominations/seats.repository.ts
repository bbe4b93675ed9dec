import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { CourseState } from '../courses/index.js';

/** A class whose seats are being given, its row held. */
export interface SeatedCourse {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly state: CourseState;
  readonly startsOn: PlainDate;
  readonly needsQuota: boolean;
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly offeredSeats: number;
  readonly waitlisted: number;
  readonly freedSeats: 'immediate' | 'offer';
  readonly offerHours: number;
}

/** Somebody who waits, in the order of the waitlist. */
export interface WaitingRow {
  readonly id: string;
  readonly officialId: string;
  readonly unitId: string;
  readonly offer: 'none' | 'open' | 'refused';
  readonly passedOver: { readonly rule: string } | null;
}

/** How a class gives its seats. */
export type SeatRules = Pick<SeatedCourse, 'freedSeats' | 'offerHours'> & { readonly waitlistOrder: string };

/** A class in which something's time is over. */
export interface DueSeats {
  readonly courseId: string;
  readonly programId: string;
  readonly startsOn: PlainDate;
}

/** Writes of seats; whoever calls holds the class. */
@Injectable()
export class SeatsRepository {
  constructor(private readonly db: Database) {}

  /** Holds a class, the last but the nominations. */
  async hold(courseId: string): Promise<SeatedCourse | null> {
    await this.db.rows('SELECT 1 FROM courses WHERE id = $1 FOR UPDATE', [courseId]);
    return this.db.row<SeatedCourse>(
      `SELECT co.id, co.code, co.unit_id AS "unitId", co.state, co.starts_on AS "startsOn", p.needs_quota AS "needsQuota", co.capacity,
         co.seats_taken AS "seatsTaken", co.offered_seats AS "offeredSeats", co.waitlisted, co.freed_seats AS "freedSeats",
         co.offer_hours AS "offerHours" FROM courses co JOIN programs p ON p.id = co.program_id WHERE co.id = $1`,
      [courseId],
    );
  }

  /** Seats that reservations still keep, by unit. */
  async unused(courseId: string): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ unitId: string; seats: number }>(
      'SELECT unit_id AS "unitId", seats FROM unused_reservations($1)',
      [courseId],
    );
    return new Map(rows.map(({ unitId, seats }) => [unitId, seats]));
  }

  waiting(courseId: string): Promise<WaitingRow[]> {
    return this.db.rows<WaitingRow>(
      `SELECT n.id, n.official_id AS "officialId", n.unit_id AS "unitId", n.passed_over AS "passedOver",
         coalesce((SELECT CASE WHEN s.state = 'open' THEN 'open' ELSE 'refused' END FROM seat_offers s
           WHERE s.nomination_id = n.id AND s.state IN ('open', 'declined', 'expired') ORDER BY s.offered_at DESC LIMIT 1), 'none') AS offer
       FROM waitlist_of($1) w JOIN nominations n ON n.id = w.nomination_id ORDER BY w.turn`,
      [courseId],
    );
  }

  async promote(courseId: string, nominationIds: readonly string[]): Promise<void> {
    await this.db.rows('SELECT promote_from_waitlist($1, $2::uuid[])', [courseId, nominationIds]);
  }

  /** Asks waiting people whether they take a seat, which is kept for them until they answer. */
  async offer(courseId: string, nominationIds: readonly string[], at: Date, until: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO seat_offers (id, nomination_id, course_id, state, offered_at, expires_at)
       SELECT o.id, o.nomination_id, $2, 'open', $4, $5 FROM unnest($1::uuid[], $3::uuid[]) AS o(id, nomination_id) RETURNING id`,
      [nominationIds.map(() => newId()), courseId, nominationIds, at, until],
    );
    await this.db.write('UPDATE courses SET offered_seats = offered_seats + $2 WHERE id = $1', [
      courseId,
      nominationIds.length,
    ]);
  }

  /** Keeps with waiting people why they were passed over, or that nothing speaks against them any more. */
  async passOver(reasons: readonly { id: string; passedOver: object | null }[]): Promise<void> {
    if (reasons.length === 0) return;
    await this.db.write(
      `UPDATE nominations n SET passed_over = r."passedOver" FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "passedOver" jsonb)
       WHERE n.id = r.id`,
      [JSON.stringify(reasons)],
    );
  }

  async setRules(courseId: string, { waitlistOrder, freedSeats, offerHours }: SeatRules): Promise<void> {
    await this.db.write(
      'UPDATE courses SET waitlist_order = $2, freed_seats = $3, offer_hours = $4, version = version + 1 WHERE id = $1',
      [courseId, waitlistOrder, freedSeats, offerHours],
    );
  }

  /** Keeps seats for a unit. @throws SeatsKeptTwice, UnitNotCalled, SeatsNotFree by their constraints. */
  async reserve(
    courseId: string,
    { unitId, seats, until }: { unitId: string; seats: number; until: PlainDate },
    by: string,
    at: Date,
  ): Promise<void> {
    await this.db.rows(
      `INSERT INTO seat_reservations (id, course_id, unit_id, seats, until, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [newId(), courseId, unitId, seats, until, at, by],
    );
  }

  /** @returns whether it still held. */
  async endReservation(courseId: string, id: string, at: Date): Promise<boolean> {
    const ended = await this.db.write(
      'UPDATE seat_reservations SET ended_at = $3 WHERE id = $1 AND course_id = $2 AND ended_at IS NULL',
      [id, courseId, at],
    );
    return ended === 1;
  }

  /** Ends what was kept until a day before. */
  endReservations(
    courseId: string,
    today: PlainDate,
    at: Date,
  ): Promise<{ id: string; unitId: string; holderId: string }[]> {
    return this.db.rows(
      `UPDATE seat_reservations r SET ended_at = $3 FROM courses co WHERE r.course_id = $1 AND co.id = r.course_id
         AND r.ended_at IS NULL AND r.until < $2::date RETURNING r.id, r.unit_id AS "unitId", co.unit_id AS "holderId"`,
      [courseId, today, at],
    );
  }

  /** Puts the waiting people of a class into this order. */
  async order(line: readonly string[]): Promise<void> {
    await this.db.write(
      `UPDATE nominations n SET board_no = l.n, version = n.version + 1 FROM unnest($1::uuid[]) WITH ORDINALITY AS l(id, n)
       WHERE n.id = l.id AND n.board_no IS DISTINCT FROM l.n`,
      [line],
    );
  }

  /** Answers an open offer; the seat that was kept for it is free again. @returns whether one was open and in time. */
  async answerOffer(
    nominationId: string,
    { state, reason, by, at }: { state: string; reason: string | null; by: string; at: Date },
  ): Promise<boolean> {
    const rows = await this.db.rows<{ id: string }>(
      `WITH answered AS (
         UPDATE seat_offers SET state = $2, reason = $3, answered_by = $4, answered_at = $5
         WHERE nomination_id = $1 AND state = 'open' AND expires_at > $5 RETURNING id, course_id
       ), freed AS (
         UPDATE courses c SET offered_seats = c.offered_seats - 1 FROM answered a WHERE c.id = a.course_id
       ) SELECT id FROM answered`,
      [nominationId, state, reason, by, at],
    );
    return rows.length === 1;
  }

  expireOffers(courseId: string, at: Date): Promise<{ nominationId: string; unitId: string }[]> {
    return this.db.rows(
      `WITH expired AS (
         UPDATE seat_offers SET state = 'expired', answered_at = $2 WHERE course_id = $1 AND state = 'open' AND expires_at <= $2
         RETURNING nomination_id
       ), freed AS (
         UPDATE courses SET offered_seats = offered_seats - (SELECT count(*) FROM expired) WHERE id = $1
       ) SELECT n.id AS "nominationId", n.unit_id AS "unitId" FROM expired e JOIN nominations n ON n.id = e.nomination_id`,
      [courseId, at],
    );
  }

  /** Classes with offers or kept seats whose time is over. */
  due(now: Date, today: PlainDate): Promise<DueSeats[]> {
    return this.db.rows<DueSeats>(
      `SELECT co.id AS "courseId", co.program_id AS "programId", co.starts_on AS "startsOn" FROM courses co WHERE co.id IN (
         SELECT course_id FROM seat_offers WHERE state = 'open' AND expires_at <= $1
         UNION SELECT course_id FROM seat_reservations WHERE ended_at IS NULL AND until < $2::date) ORDER BY co.id`,
      [now, today],
    );
  }
}
