import { Injectable } from '@nestjs/common';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { violatedConstraint } from '../../platform/database/constraint-errors.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import type { Candidate } from './clashes.queries.js';
import { ClashesService } from './clashes.service.js';
import { daysBetween } from '../../kernel/plain-date.js';
import type { CheckSessionDto, CreateSessionDto, SessionsQuery, UpdateSessionDto } from './dto/session.dto.js';
import type { SessionCheckView, SessionView } from './dto/session.view.js';
import { sessionFaults } from './rules/session-faults.js';
import { SessionWriter } from './session-writer.service.js';
import { SessionsQueries } from './sessions.queries.js';
import type { SessionContent } from './sessions.repository.js';
import { saysClash, SessionClash, SmallRoom } from './timetable.errors.js';

/** The longest stretch of days that is read at once. */
const LONGEST_DAYS = 400;

/** What a session uses. */
type Used = Pick<SessionContent, 'roomId' | 'lecturerId' | 'smallRoomReason'>;

/** Sessions of classes: laid, changed and taken away one by one. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly courses: CoursesService,
    private readonly queries: SessionsQueries,
    private readonly writer: SessionWriter,
    private readonly clashes: ClashesService,
  ) {}

  /** @throws NotFound */
  async ofCourse(actor: Actor, courseId: string): Promise<SessionView[]> {
    await this.courses.get(actor, courseId);
    return this.queries.ofCourse(actor, courseId);
  }

  /** @throws InvalidInput */
  async between(actor: Actor, query: SessionsQuery): Promise<SessionView[]> {
    const days = daysBetween(query.from, query.to);
    if (days < 0) throw new InvalidInput([{ path: 'to', rule: 'notBeforeFirst' }]);
    if (days > LONGEST_DAYS) {
      throw new InvalidInput([{ path: 'to', rule: 'atMostDays', facts: { days: LONGEST_DAYS } }]);
    }
    return this.queries.between(actor, query);
  }

  /** Lays a session. @throws NotFound, NotAllowed, InvalidInput, SessionClash, SmallRoom */
  async create(actor: Actor, courseId: string, dto: CreateSessionDto): Promise<SessionView> {
    const course = await this.editable(actor, courseId);
    const content = contentOf(dto);
    await this.assertUsable(actor, course, content);
    const candidate = { ...content, courseId, sessionId: null };
    const id = await this.orSayClash(actor, course, candidate, () => this.writer.add(actor, course, content));
    return this.get(actor, id);
  }

  /** Changes or moves a session. @throws NotFound, NotAllowed, InvalidInput, SessionClash, SmallRoom, StaleVersion */
  async update(actor: Actor, id: string, dto: UpdateSessionDto, version?: number): Promise<SessionView> {
    const before = await this.get(actor, id);
    const course = await this.editable(actor, before.courseId);
    const content = contentOf({
      startsAt: before.startsAt,
      endsAt: before.endsAt,
      roomId: before.room?.id,
      lecturerId: before.lecturer?.id,
      subject: before.subject,
      smallRoomReason: before.smallRoomReason,
      ...dto,
    });
    await this.assertUsable(actor, course, content);
    const candidate = { ...content, courseId: course.id, sessionId: id };
    await this.orSayClash(actor, course, candidate, () => this.writer.change(actor, before, content, version));
    return this.get(actor, id);
  }

  /** Takes a session away. @throws NotFound, NotAllowed */
  async remove(actor: Actor, id: string): Promise<void> {
    const session = await this.get(actor, id);
    await this.editable(actor, session.courseId);
    await this.writer.cancel(actor, session.courseId, [id]);
  }

  /** What would come of a session, without laying it. @throws NotFound, NotAllowed, InvalidInput */
  async check(actor: Actor, courseId: string, dto: CheckSessionDto): Promise<SessionCheckView> {
    const course = await this.editable(actor, courseId);
    const content = contentOf(dto);
    const { room } = await this.usable(actor, content);
    const candidate = { ...content, courseId, sessionId: dto.sessionId ?? null };
    const [clashes = []] = await this.clashes.clashesOf(actor, [candidate]);
    return {
      clashes: clashes.map(({ view }) => view),
      freeSlots: clashes.length > 0 ? await this.clashes.freeSlots(candidate, course) : [],
      warnings: room && room.capacity < course.capacity ? ['smallRoom'] : [],
    };
  }

  /**
   * Writes, and where the database refuses says what stands in the way: the write itself is the check, so two who lay at
   * once cannot both be right.
   */
  private async orSayClash<T>(
    actor: Actor,
    course: CourseView,
    candidate: Candidate,
    write: () => Promise<T>,
  ): Promise<T> {
    try {
      return await write();
    } catch (failure) {
      if (!saysClash(violatedConstraint(failure))) throw failure;
      const [clashes = []] = await this.clashes.clashesOf(actor, [candidate]);
      if (clashes.length === 0) throw failure;
      throw new SessionClash(clashes, await this.clashes.freeSlots(candidate, course));
    }
  }

  private async get(actor: Actor, id: string): Promise<SessionView> {
    const session = await this.queries.find(actor, id);
    if (!session) throw new NotFound('id');
    return session;
  }

  /** The class, where the caller may lay its timetable. @throws NotFound, NotAllowed */
  async editable(actor: Actor, courseId: string): Promise<CourseView> {
    const course = await this.courses.get(actor, courseId);
    if (!course.can.edit) throw new NotAllowed('timetable.manage');
    return course;
  }

  private async usable(actor: Actor, { roomId, lecturerId }: Used): ReturnType<SessionsQueries['usable']> {
    const things = await this.queries.usable(actor, roomId, lecturerId);
    if (roomId !== null && !things.room) throw new NotFound('roomId');
    if (lecturerId !== null && !things.lecturer) throw new NotFound('lecturerId');
    return things;
  }

  /** @throws NotFound, SmallRoom */
  async assertUsable(actor: Actor, course: CourseView, content: Used): Promise<void> {
    const { room } = await this.usable(actor, content);
    if (room && room.capacity < course.capacity && content.smallRoomReason === null) {
      throw new SmallRoom(room.capacity, course.capacity);
    }
  }
}

type Wishes = { [Field in keyof CreateSessionDto]: CreateSessionDto[Field] | Date };

/** @throws InvalidInput when the times make no session. */
function contentOf(dto: Wishes): SessionContent {
  const content = {
    startsAt: new Date(dto.startsAt),
    endsAt: new Date(dto.endsAt),
    roomId: (dto.roomId as string | null | undefined) ?? null,
    lecturerId: (dto.lecturerId as string | null | undefined) ?? null,
    subject: textOf(dto.subject),
    smallRoomReason: textOf(dto.smallRoomReason),
  };
  const faults = sessionFaults(content);
  if (faults.length > 0) throw new InvalidInput(faults);
  return content;
}

const textOf = (text: unknown): string | null => (typeof text === 'string' ? toNfc(text).trim() : null);
