import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { StaleVersion } from '../../platform/http/domain-error.js';
import type { SessionView } from './dto/session.view.js';
import { type SessionContent, SessionsRepository } from './sessions.repository.js';
import { timeIn } from './timetable.words.js';

/** Writes sessions together with their trail. */
@Injectable()
export class SessionWriter {
  constructor(
    private readonly sessions: SessionsRepository,
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
    return id;
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
  }

  /** Takes sessions of a class away. */
  @Transactional()
  async cancel(actor: Actor, courseId: string, ids: readonly string[]): Promise<void> {
    const cancelled = await this.sessions.cancel(ids, this.clock.now());
    if (cancelled.length > 0)
      await this.record(actor, 'session.removed', courseId, { sessionIds: cancelled, count: cancelled.length });
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
