import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { NominationState } from './nomination.types.js';

/** Who changes a nomination, and when. */
export interface Decision {
  readonly to: NominationState;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

/** How many people of a class have which standing. */
export interface Tally {
  /** Accepted, decided on or enrolled ones too. */
  approved: number;
  /** On a seat and not decided on. */
  undecided: number;
  /** Approved, and no decision sends them yet. */
  withoutDecision: number;
}

/** A class as its roster is being changed, its row held. */
export interface HeldCourse {
  capacity: number;
  seatsTaken: number;
  waitlisted: number;
}

/** Writes of nominations. Locks are taken quota → course → nominations, everywhere. */
@Injectable()
export class NominationsRepository {
  constructor(private readonly db: Database) {}

  /** Changes a nomination that keeps its place, its quota held first. @returns whether it still was as the caller saw it. */
  async decide(id: string, version: number, { to, reason, by, at }: Decision): Promise<boolean> {
    const changed = await this.db.write(
      `WITH quota AS MATERIALIZED (
         SELECT q.id FROM quotas q WHERE q.id = (SELECT n.quota_id FROM nominations n WHERE n.id = $1) FOR UPDATE
       ) UPDATE nominations SET state = $3, reason = $4, decided_by = $5, decided_at = $6, version = version + 1
       WHERE id = $1 AND version = $2 AND (SELECT count(*) FROM quota) >= 0`,
      [id, version, to, reason, by, at],
    );
    return changed === 1;
  }

  /**
   * Ends a nomination and gives its place back, its class held until the transaction ends.
   * @returns null when it no longer was as the caller saw it, else the class, and whether a seat is free now.
   */
  async release(
    id: string,
    version: number,
    { to, reason, by, at }: Decision,
  ): Promise<{ courseId: string; freed: boolean } | null> {
    return this.db.row('SELECT course_id AS "courseId", freed FROM release_place($1, $2, $3, $4, $5, $6)', [
      id,
      version,
      to,
      reason,
      by,
      at,
    ]);
  }

  /** Holds every quota of a program and year until the transaction ends. */
  async holdQuotas(programId: string, period: number): Promise<void> {
    await this.db.rows('SELECT id FROM quotas WHERE program_id = $1 AND period = $2 ORDER BY id FOR UPDATE', [
      programId,
      period,
    ]);
  }

  /** Holds every quota of a class's program and year, then the class, until the transaction ends. */
  async hold(courseId: string, programId: string, period: number): Promise<HeldCourse> {
    await this.holdQuotas(programId, period);
    const course = await this.db.row<HeldCourse>(
      'SELECT capacity, seats_taken AS "seatsTaken", waitlisted FROM courses WHERE id = $1 FOR UPDATE',
      [courseId],
    );
    if (!course) throw new Error(`Class ${courseId} vanished`);
    return course;
  }

  /** How many of a held class's people have which standing. */
  async tally(courseId: string): Promise<Tally> {
    const row = await this.db.row<Tally>(
      `SELECT count(*) FILTER (WHERE is_accepted(state))::int AS approved,
         count(*) FILTER (WHERE is_undecided(state) AND place = 'seat')::int AS undecided,
         count(*) FILTER (WHERE state = 'approved')::int AS "withoutDecision"
       FROM nominations WHERE course_id = $1`,
      [courseId],
    );
    return row ?? { approved: 0, undecided: 0, withoutDecision: 0 };
  }

  /** Takes everyone who is accepted in a held class to the next state of their way. @returns who moved. */
  async advance(courseId: string, to: 'enrolled' | 'studying', at: Date): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `UPDATE nominations SET state = $2, decided_at = $3, version = version + 1
       WHERE course_id = $1 AND is_accepted(state) AND state <> $2 RETURNING id`,
      [courseId, to, at],
    );
    return rows.map(({ id }) => id);
  }

  /** What the timetable of a class lacks. */
  async timetableGaps(courseId: string): Promise<{ sessions: number; withoutRoom: number; withoutLecturer: number }> {
    const row = await this.db.row<{ sessions: number; withoutRoom: number; withoutLecturer: number }>(
      'SELECT sessions, without_room AS "withoutRoom", without_lecturer AS "withoutLecturer" FROM timetable_gaps($1)',
      [courseId],
    );
    return row ?? { sessions: 0, withoutRoom: 0, withoutLecturer: 0 };
  }

  /** Changes the seats of a held class; new ones are kept until the same transaction has gone through the waitlist. */
  async setCapacity(courseId: string, capacity: number): Promise<void> {
    await this.db.write(
      `UPDATE courses SET capacity = $2, seats_kept = CASE WHEN waitlisted = 0 THEN 0 ELSE $2 - seats_taken END, version = version + 1
       WHERE id = $1`,
      [courseId, capacity],
    );
  }

  /**
   * Ends nominations of a held class that lose their place through no fault of anyone: those still waiting when it
   * starts, or everybody when it is cancelled. Their quota places are given back with them.
   * @returns the nominations ended.
   */
  async lapse(courseId: string, whom: 'waiting' | 'everyone', reason: string | null, at: Date): Promise<string[]> {
    const rows = await this.db.rows<{ id: string; place: string }>(
      `WITH gone AS (
         UPDATE nominations n SET state = 'lapsed', place = 'none', reason = $3, decided_at = $4, version = n.version + 1
         FROM nominations old WHERE old.id = n.id AND n.course_id = $1 AND holds_place(n.state)
           AND ($2 = 'everyone' OR n.place = 'waitlist')
         RETURNING n.id, old.place
       ), closed AS (
         UPDATE seat_offers SET state = 'closed', answered_at = $4 WHERE course_id = $1 AND state = 'open'
       ), counted AS (
         UPDATE courses SET seats_taken = seats_taken - (SELECT count(*) FROM gone WHERE place = 'seat'), offered_seats = 0,
           waitlisted = waitlisted - (SELECT count(*) FROM gone WHERE place = 'waitlist'), seats_kept = 0 WHERE id = $1
       ) SELECT id, place FROM gone`,
      [courseId, whom, reason, at],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Ends a class for its trainees.
   * @param notCompleted nominations of those who did not complete it.
   * @returns every trainee with what became of them.
   */
  complete(
    courseId: string,
    notCompleted: readonly string[],
  ): Promise<{ id: string; officialId: string; state: NominationState }[]> {
    return this.db.rows(
      `UPDATE nominations SET state = CASE WHEN id = ANY($2::uuid[]) THEN 'not-completed' ELSE 'completed' END, version = version + 1
       WHERE course_id = $1 AND state = 'studying' RETURNING id, official_id AS "officialId", state`,
      [courseId, notCompleted],
    );
  }

  /** Takes these trainees of a held class to the end of their way. @returns those who were studying. */
  finish(
    courseId: string,
    completed: readonly string[],
    failed: readonly string[],
    at: Date,
  ): Promise<{ id: string; officialId: string; state: NominationState }[]> {
    return this.db.rows(
      `UPDATE nominations SET state = CASE WHEN id = ANY($3::uuid[]) THEN 'not-completed' ELSE 'completed' END, decided_at = $4,
         version = version + 1
       WHERE course_id = $1 AND state = 'studying' AND id = ANY($2::uuid[] || $3::uuid[]) RETURNING id, official_id AS "officialId", state`,
      [courseId, completed, failed, at],
    );
  }

  /** Ids of a class's trainees. */
  async trainees(courseId: string): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(
      `SELECT id FROM nominations WHERE course_id = $1 AND state = 'studying'`,
      [courseId],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

/** The year whose quota a class draws on: the one it starts in. */
export const quotaPeriod = (startsOn: PlainDate): number => Number(startsOn.slice(0, 4));
