import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { type CourseView, nominationsClosed } from '../courses/index.js';
import { nominationEntry } from './nomination-trail.js';
import { courseCancelled } from './nominations.topics.js';

/** What the roster's steps leave behind: the trail, and the messages to those whom they concern. */
@Injectable()
export class RosterTrail {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async step(actor: Actor, course: CourseView, action: string, data: Record<string, unknown>): Promise<void> {
    await this.audit.record({
      actor,
      action,
      subjectType: 'course',
      subjectId: course.id,
      unitId: course.unit.id,
      data,
    });
  }

  async cancelled(actor: Actor, course: CourseView, data: Record<string, unknown>): Promise<void> {
    await this.step(actor, course, 'course.cancelled', data);
    await this.outbox.announce(nominationsClosed, { courseId: course.id });
    await this.outbox.announce(courseCancelled, { courseId: course.id, eventId: newId() });
  }

  async lapsed(actor: Actor, course: CourseView, nominations: readonly string[], because: string): Promise<void> {
    await this.each(actor, course, nominations, 'nomination.lapsed', { because });
  }

  async advanced(actor: Actor, course: CourseView, to: string, nominations: readonly string[]): Promise<void> {
    await this.each(actor, course, nominations, `nomination.${to}`, {});
  }

  async results(actor: Actor, course: CourseView, results: readonly { id: string; state: string }[]): Promise<void> {
    const entries = results.map(({ id, state }) => this.entry(actor, course, id, `nomination.${state}`, {}));
    if (entries.length > 0) await this.audit.record(...entries);
  }

  private async each(
    actor: Actor,
    course: CourseView,
    ids: readonly string[],
    action: `nomination.${string}`,
    data: Record<string, unknown>,
  ): Promise<void> {
    if (ids.length > 0) await this.audit.record(...ids.map((id) => this.entry(actor, course, id, action, data)));
  }

  private entry(
    actor: Actor,
    course: CourseView,
    id: string,
    action: `nomination.${string}`,
    data: Record<string, unknown>,
  ) {
    return nominationEntry(actor, action, { id, unitId: course.unit.id }, data);
  }
}
