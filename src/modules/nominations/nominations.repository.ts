import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { RuleCheck } from './rules/eligibility.js';
import type { NominationState } from './nomination.types.js';

/** One line of a list that the rules let through. */
export interface ClaimLine {
  readonly nominationId: string;
  readonly officialId: string;
  /** The called unit. */
  readonly unitId: string;
  readonly quotaId: string | null;
  readonly late: boolean;
  /** Every rule's answer, kept with the nomination. */
  readonly verdict: readonly RuleCheck[];
}

/** What the database made of a line; `conflict` means that somebody was quicker. */
export interface Claim {
  readonly officialId: string;
  readonly nominationId: string | null;
  readonly outcome: 'seated' | 'waitlisted' | 'no-quota' | 'conflict';
}

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

  /** Takes quota places and seats for a list, in its order, in one round trip. @throws CourseNotOpen by its constraint. */
  claim(courseId: string, lines: readonly ClaimLine[], by: string, at: Date): Promise<Claim[]> {
    return this.db.rows<Claim>(
      `SELECT official_id AS "officialId", nomination_id AS "nominationId", outcome FROM claim_places($1, $2::jsonb, $3, $4)`,
      [courseId, JSON.stringify(lines), by, at],
    );
  }

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
   * Ends a nomination and gives its place back; the first on the waitlist moves up.
   * @returns null when it no longer was as the caller saw it, else who moved up, if anybody.
   */
  async release(
    id: string,
    version: number,
    { to, reason, by, at }: Decision,
  ): Promise<{ promoted: string | null } | null> {
    return this.db.row('SELECT promoted FROM release_place($1, $2, $3, $4, $5, $6)', [id, version, to, reason, by, at]);
  }

  /** Holds every quota of a class's program and year, then the class, until the transaction ends. */
  async hold(courseId: string, programId: string, period: number): Promise<HeldCourse> {
    await this.db.rows('SELECT id FROM quotas WHERE program_id = $1 AND period = $2 ORDER BY id FOR UPDATE', [
      programId,
      period,
    ]);
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

  /** Changes the seats of a held class and moves people up onto new ones. @returns who moved up, in order. */
  async setCapacity(courseId: string, held: HeldCourse, capacity: number): Promise<string[]> {
    const up = Math.max(0, Math.min(capacity - held.seatsTaken, held.waitlisted));
    await this.db.write(
      `UPDATE courses SET capacity = $2, seats_taken = seats_taken + $3, waitlisted = waitlisted - $3, version = version + 1 WHERE id = $1`,
      [courseId, capacity, up],
    );
    const promoted = await this.db.rows<{ id: string }>(
      'SELECT promote_from_waitlist AS id FROM promote_from_waitlist($1, $2)',
      [courseId, up],
    );
    return promoted.map(({ id }) => id);
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
       ), counted AS (
         UPDATE courses SET seats_taken = seats_taken - (SELECT count(*) FROM gone WHERE place = 'seat'),
           waitlisted = waitlisted - (SELECT count(*) FROM gone WHERE place = 'waitlist') WHERE id = $1
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
