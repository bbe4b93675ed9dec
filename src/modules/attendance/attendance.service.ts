import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import { type ApologyRow, AttendanceQueries, type AttendedRow, type SessionRow } from './attendance.queries.js';
import type { Cell, Mark } from './attendance.types.js';
import type {
  ApologyView,
  CourseAttendanceView,
  PersonAttendanceView,
  SheetView,
  TallyView,
} from './dto/attendance.view.js';
import { type CountedSession, standingOf, tallyOf } from './rules/share.js';

const MINUTE_MS = 60_000;

/** Who was at which session, as far as the reader may know. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly queries: AttendanceQueries,
    private readonly courses: CoursesService,
    private readonly clock: Clock,
  ) {}

  /** The sheet of a whole class: people by sessions. @throws NotFound */
  async ofCourse(actor: Actor, courseId: string): Promise<CourseAttendanceView> {
    const course = await this.courses.get(actor, courseId);
    const minimum = minimumOf(course);
    const sessions = await this.queries.sessions(courseId);
    const people = await this.queries.people(actor, courseId);
    const now = this.clock.now();
    return {
      sessions: sessions.map(({ id, startsAt, endsAt, subject }, index) => ({
        ...{ id, startsAt, endsAt, subject },
        begun: startsAt <= now,
        open: people.filter(({ cells }) => cells[index] === 'open').length,
        apologies: people.filter(({ cells, apologies }) => cells[index] === 'open' && apologies[index]).length,
      })),
      people: people.map(({ apologies: _, ...person }) => ({
        ...person,
        tally: tallyView(
          person.cells.map((cell, index) => ({ cell, minutes: minutesOf(sessions[index]) })),
          minimum,
        ),
      })),
      minimum,
      mayRecord: mayRecord(actor, course),
    };
  }

  /** The sheet of one session. @throws NotFound */
  async sheet(actor: Actor, sessionId: string): Promise<SheetView> {
    const { session, course } = await this.find(actor, sessionId);
    const people = await this.queries.people(actor, course.id, sessionId);
    const { startsAt, endsAt, subject, recordedAt, recordedBy, version } = session;
    return {
      ...{ sessionId, startsAt, endsAt, subject, recordedAt, recordedBy, version },
      course: { id: course.id, code: course.code, title: course.title },
      lines: people.map(({ cells, apologies, ...person }) => ({
        ...person,
        mark: markOf(cells[0]),
        apology: apologyOf(apologies[0] ?? null),
      })),
      mayRecord: mayRecord(actor, course) && startsAt <= this.clock.now(),
    };
  }

  /** What an official was at; whoever may know the official may know it. @throws NotFound */
  async ofOfficial(actor: Actor, officialId: string): Promise<PersonAttendanceView> {
    if (!(await this.queries.knows(actor, officialId))) throw new NotFound('id');
    return this.attended(actor, officialId);
  }

  /** What the reader was at. */
  own(actor: Actor): Promise<PersonAttendanceView> {
    return actor.officialId ? this.attended(actor, actor.officialId) : Promise.resolve({ items: [] });
  }

  /** A session and its class, where the reader may know of them. @throws NotFound */
  async find(actor: Actor, sessionId: string): Promise<{ session: SessionRow; course: CourseView }> {
    const session = await this.queries.session(actor, sessionId);
    if (!session) throw new NotFound('id');
    return { session, course: await this.courses.get(actor, session.courseId) };
  }

  private async attended(actor: Actor, officialId: string): Promise<PersonAttendanceView> {
    const now = this.clock.now();
    const may = mayRole(actor.role, 'attendance.apologise');
    const rows = await this.queries.ofOfficial(officialId);
    return { items: rows.map((row) => attendedView(row, (startsAt) => may && row.studying && startsAt > now)) };
  }
}

/** Classes that run or are over. */
export const isTaught = ({ state }: Pick<CourseView, 'state'>): boolean => state === 'running' || state === 'completed';

const mayRecord = (actor: Actor, course: CourseView): boolean =>
  course.can.copy && isTaught(course) && mayRole(actor.role, 'attendance.record');

const minimumOf = ({ program }: CourseView): number | null => program.version?.minimumAttendance ?? null;

const minutesOf = (session: { startsAt: Date; endsAt: Date } | undefined): number =>
  session ? Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / MINUTE_MS) : 0;

const markOf = (cell: Cell | undefined): Mark | null =>
  cell === undefined || cell === 'open' || cell === 'off' ? null : cell;

function tallyView(sessions: readonly CountedSession[], minimum: number | null): TallyView {
  const tally = tallyOf(sessions);
  return { ...tally, standing: standingOf(tally, minimum) };
}

const apologyOf = (apology: ApologyRow | null): ApologyView | null =>
  apology && { ...apology, saidAt: new Date(apology.saidAt) };

function attendedView(
  { sessions, studying: _, ...row }: AttendedRow,
  canApologise: (startsAt: Date) => boolean,
): PersonAttendanceView['items'][number] {
  const held = sessions.map((one) => ({ ...one, startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt) }));
  return {
    ...row,
    sessions: held.map(({ cell, apology, ...one }) => ({
      ...one,
      mark: markOf(cell),
      apology: apologyOf(apology),
      canApologise: cell === 'open' && canApologise(one.startsAt),
    })),
    tally: tallyView(
      held.map((one) => ({ cell: one.cell, minutes: minutesOf(one) })),
      row.minimum,
    ),
  };
}
