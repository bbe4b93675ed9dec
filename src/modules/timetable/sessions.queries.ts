import { Injectable } from '@nestjs/common';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Database } from '../../platform/database/database.js';
import { COURSE_IN_SCOPE } from '../courses/index.js';
import { inSubtree } from '../units/index.js';
import { type DaysOff, DaysQueries } from './days.queries.js';
import type { SessionsQuery } from './dto/session.dto.js';
import type { SessionView } from './dto/session.view.js';
import { dayBegins, SESSION_COLUMNS, SESSION_TABLES, usableBy } from './session.sql.js';
import type { SessionWarning } from './timetable.types.js';

type SessionRow = Omit<SessionView, 'warnings' | 'canEdit'> & {
  courseCapacity: number;
  courseState: string;
  taught: boolean;
  owned: boolean;
};

/** What a session may use, as its checks need to know it. */
export interface UsableThings {
  room: { id: string; capacity: number } | null;
  lecturer: { id: string } | null;
}

/** Reads of sessions. */
@Injectable()
export class SessionsQueries {
  constructor(
    private readonly db: Database,
    private readonly days: DaysQueries,
  ) {}

  /** Sessions of one class, in order of time. */
  ofCourse(actor: Actor, courseId: string): Promise<SessionView[]> {
    return this.views(actor, 's.course_id = $2', [courseId]);
  }

  /** Sessions of classes the reader may know of, between two days. */
  between(actor: Actor, query: SessionsQuery): Promise<SessionView[]> {
    return this.views(
      actor,
      `s.starts_at >= ${dayBegins('$2::date')} AND s.starts_at < ${dayBegins('$3::date + 1')}
       AND ($4::uuid IS NULL OR s.room_id = $4) AND ($5::uuid IS NULL OR s.lecturer_id = $5)
       AND ($6::uuid IS NULL OR co.program_id = $6) AND ($7::uuid IS NULL OR ${inSubtree('co.unit_id', '$7')}
         OR EXISTS (SELECT 1 FROM unit_calls uc WHERE uc.course_id = co.id AND ${inSubtree('uc.unit_id', '$7')}
           AND ${inSubtree('uc.unit_id', '$1')}))`,
      [
        query.from,
        query.to,
        query.roomId ?? null,
        query.lecturerId ?? null,
        query.programId ?? null,
        query.unitId ?? null,
      ],
    );
  }

  /** One planned session, or null when there is none that the reader may know of. */
  async find(actor: Actor, id: string): Promise<SessionView | null> {
    return (await this.views(actor, 's.id = $2', [id]))[0] ?? null;
  }

  /** The room and the lecturer, as far as the reader may use them. */
  async usable(actor: Actor, roomId: string | null, lecturerId: string | null): Promise<UsableThings> {
    const room = await this.db.row<{ id: string; capacity: number }>(
      `SELECT r.id, r.capacity FROM rooms r JOIN venues v ON v.id = r.venue_id WHERE r.id = $2 AND ${usableBy('v.unit_id')}`,
      [actor.unitId, roomId],
    );
    const lecturer = await this.db.row<{ id: string }>(
      `SELECT l.id FROM lecturers l WHERE l.id = $2 AND ${usableBy('l.unit_id')}`,
      [actor.unitId, lecturerId],
    );
    return { room, lecturer };
  }

  private async views(actor: Actor, condition: string, values: unknown[]): Promise<SessionView[]> {
    const rows = await this.db.rows<SessionRow>(
      `SELECT ${SESSION_COLUMNS} FROM ${SESSION_TABLES} WHERE ${COURSE_IN_SCOPE} AND s.state = 'planned' AND ${condition}
       ORDER BY s.starts_at, s.id`,
      [actor.unitId, ...values],
    );
    const daysOff = await this.days.daysOff();
    return rows.map((row) => toView(actor, row, daysOff));
  }
}

function toView(actor: Actor, row: SessionRow, daysOff: DaysOff): SessionView {
  const { courseCapacity, courseState, taught, owned, ...view } = row;
  const warnings: [SessionWarning, boolean][] = [
    ['dayOff', daysOff.isHoliday(plainDateIn(view.startsAt))],
    ['blackout', view.blackout !== null],
    ['smallRoom', view.room !== null && view.room.capacity < courseCapacity],
    ['subjectNotTaught', !taught],
  ];
  const canEdit = owned && courseState !== 'cancelled' && mayRole(actor.role, 'timetable.manage');
  return { ...view, warnings: warnings.flatMap(([warning, holds]) => (holds ? [warning] : [])), canEdit };
}
