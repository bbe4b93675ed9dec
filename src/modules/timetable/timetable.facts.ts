import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';
import { BLACKOUT_DAYS, type BlackoutDays, type DaysOff, DaysQueries } from './days.queries.js';
import { dayBegins, usableBy } from './session.sql.js';
import type { Days, LecturerKind } from './timetable.types.js';

/** A room that is in use. */
export interface RoomFacts {
  id: string;
  name: string;
  venueId: string;
  venue: string;
  capacity: number;
  equipment: string[];
}

/** A lecturer who teaches, with limits and the days they are away. */
export interface LecturerFacts {
  id: string;
  fullName: string;
  kind: LecturerKind;
  /** Empty: nothing is known. */
  subjects: string[];
  hoursPerWeek: number | null;
  hoursPerYear: number | null;
  absences: { from: PlainDate; to: PlainDate }[];
}

/** A session that is laid. */
export interface SessionFacts {
  id: string;
  courseId: string;
  startsAt: Date;
  endsAt: Date;
  roomId: string | null;
  lecturerId: string | null;
  subject: string | null;
}

/** Everything that stands between two days, for those who plan. */
export interface TimetableFacts {
  rooms: RoomFacts[];
  lecturers: LecturerFacts[];
  /** Of every class that uses one of these rooms or lecturers, or that a unit of the subtree holds. */
  sessions: SessionFacts[];
  daysOff: DaysOff;
  /** Of units of the subtree and of those above it. */
  blackouts: BlackoutDays[];
}

/** What others plan with: rooms, lecturers, what is laid already, and days on which nothing is. */
@Injectable()
export class TimetableReader {
  constructor(
    private readonly db: Database,
    private readonly days: DaysQueries,
  ) {}

  /** @param unitId the board that plans: it may use what it and the units above it keep. */
  async facts(unitId: string, days: Days): Promise<TimetableFacts> {
    return {
      rooms: await this.rooms(unitId),
      lecturers: await this.lecturers(unitId, days),
      sessions: await this.sessions(unitId, days),
      daysOff: await this.days.daysOff(),
      blackouts: await this.blackouts(unitId, days),
    };
  }

  private rooms(unitId: string): Promise<RoomFacts[]> {
    return this.db.rows<RoomFacts>(
      `SELECT r.id, r.name, v.id AS "venueId", v.name AS venue, r.capacity, r.equipment FROM rooms r JOIN venues v ON v.id = r.venue_id
       WHERE ${usableBy('v.unit_id')} AND NOT r.closed ORDER BY r.capacity, r.id`,
      [unitId],
    );
  }

  private lecturers(unitId: string, { from, to }: Days): Promise<LecturerFacts[]> {
    return this.db.rows<LecturerFacts>(
      `SELECT l.id, l.full_name AS "fullName", l.kind, l.subjects, l.hours_per_week AS "hoursPerWeek", l.hours_per_year AS "hoursPerYear",
         coalesce((SELECT jsonb_agg(jsonb_build_object('from', lower(a.days), 'to', upper(a.days) - 1) ORDER BY a.days)
           FROM lecturer_absences a WHERE a.lecturer_id = l.id AND a.days && daterange($2::date, $3::date, '[]')), '[]') AS absences
       FROM lecturers l WHERE ${usableBy('l.unit_id')} AND NOT l.closed ORDER BY l.id`,
      [unitId, from, to],
    );
  }

  private sessions(unitId: string, { from, to }: Days): Promise<SessionFacts[]> {
    return this.db.rows<SessionFacts>(
      `SELECT s.id, s.course_id AS "courseId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.room_id AS "roomId",
         s.lecturer_id AS "lecturerId", s.subject
       FROM course_sessions s JOIN courses co ON co.id = s.course_id LEFT JOIN rooms r ON r.id = s.room_id
         LEFT JOIN venues v ON v.id = r.venue_id LEFT JOIN lecturers l ON l.id = s.lecturer_id
       WHERE s.state = 'planned' AND s.starts_at >= ${dayBegins('$2::date')} AND s.starts_at < ${dayBegins('$3::date + 1')}
         AND (${inSubtree('co.unit_id', '$1')} OR ${usableBy('v.unit_id')} OR ${usableBy('l.unit_id')})
       ORDER BY s.starts_at, s.id`,
      [unitId, from, to],
    );
  }

  private blackouts(unitId: string, { from, to }: Days): Promise<BlackoutDays[]> {
    return this.db.rows<BlackoutDays>(
      `SELECT ${BLACKOUT_DAYS} FROM blackouts b JOIN units u ON u.id = b.unit_id
       WHERE ${usableBy('b.unit_id')} AND b.days && daterange($2::date, $3::date, '[]') ORDER BY b.days, b.id`,
      [unitId, from, to],
    );
  }
}
