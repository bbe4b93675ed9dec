import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { StaleVersion } from '../../platform/http/domain-error.js';
import { ChangesRepository } from './changes.repository.js';
import type { SessionView } from './dto/session.view.js';
import { type SessionContent, SessionsRepository } from './sessions.repository.js';
import { timeIn } from './timetable.words.js';

/** Writes sessions together with their trail. */
@Injectable()
export class SessionWriter {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly changes: ChangesRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns the new session's id. */
  @Transactional()
  async add(actor: Actor, course: { id: string }, content: SessionContent): Promise<string> {
    const id = newId();
    await this.sessions.insert([{ ...content, id, courseId: course.id }], this.clock.now());
    await this.record(actor, 'session.added', course.id, {
      sessionId: id,
      ...whenOf(content),
      after: traceOf(content),
    });
    await this.remember(course.id, [id], [content.lecturerId]);
    return id;
  }

  /** Lays many at once, all or nothing. */
  @Transactional()
  async addAll(actor: Actor, courseId: string, contents: readonly SessionContent[]): Promise<void> {
    if (contents.length === 0) return;
    const sessions = contents.map((content) => ({ ...content, id: newId(), courseId }));
    await this.sessions.insert(sessions, this.clock.now());
    await this.record(actor, 'session.laid', courseId, {
      sessionIds: sessions.map(({ id }) => id),
      count: sessions.length,
    });
    await this.remember(
      courseId,
      sessions.map(({ id }) => id),
      sessions.map(({ lecturerId }) => lecturerId),
    );
  }

  /** @throws StaleVersion */
  @Transactional()
  async change(actor: Actor, before: SessionView, content: SessionContent, version?: number): Promise<void> {
    if (!(await this.sessions.update(before.id, content, version, this.clock.now()))) throw new StaleVersion();
    const trace = traceOf({ ...before, roomId: before.room?.id ?? null, lecturerId: before.lecturer?.id ?? null });
    await this.record(actor, 'session.changed', before.courseId, {
      sessionId: before.id,
      ...whenOf(content),
      before: trace,
      after: traceOf(content),
    });
    await this.remember(before.courseId, [before.id], [before.lecturer?.id ?? null, content.lecturerId]);
  }

  /** Takes sessions of a class away. */
  @Transactional()
  async cancel(actor: Actor, courseId: string, ids: readonly string[]): Promise<void> {
    const cancelled = await this.sessions.cancel(ids, this.clock.now());
    if (cancelled.length === 0) return;
    const sessionIds = cancelled.map(({ id }) => id);
    await this.record(actor, 'session.removed', courseId, { sessionIds, count: sessionIds.length });
    await this.remember(
      courseId,
      sessionIds,
      cancelled.map(({ lecturerId }) => lecturerId),
    );
  }

  /** Those concerned are told once the timetable rests. */
  private remember(courseId: string, sessionIds: string[], lecturers: (string | null)[]): Promise<void> {
    const lecturerIds = lecturers.filter((id) => id !== null);
    return this.changes.add(courseId, sessionIds, lecturerIds, this.clock.now());
  }

  private record(actor: Actor, action: string, courseId: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'course', subjectId: courseId, unitId: actor.unitId, data });
  }
}

/** When a session is, as a sentence of the trail says it. */
const whenOf = ({ startsAt, endsAt }: SessionContent): Record<string, string> => ({
  on: plainDateIn(startsAt),
  from: timeIn(startsAt),
  until: timeIn(endsAt),
});

/** A session as the trail keeps it: ids, never names. */
const traceOf = ({ startsAt, endsAt, roomId, lecturerId, subject }: SessionContent): Record<string, unknown> => ({
  startsAt,
  endsAt,
  roomId,
  lecturerId,
  subject,
});
