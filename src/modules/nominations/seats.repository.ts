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
    await this.db.write('UPDATE courses SET offered_seats = offered_seats + $2 WHERE id = $1', [courseId, nominationIds.length]);
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
}
