import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { localClock, plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { ApologiesRepository, type ApologySubject } from './apologies.repository.js';
import { ApologyTooLate } from './attendance.errors.js';

/**
 * Saying beforehand that somebody cannot come (báo vắng trước): by their unit, or by themselves. Whoever records the session
 * sees it, and says whether it is leave.
 */
@Injectable()
export class ApologiesService {
  constructor(
    private readonly apologies: ApologiesRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Says it, or says it in other words. @throws NotFound, ApologyTooLate */
  @Transactional()
  async say(actor: Actor, sessionId: string, nominationId: string, reason: string): Promise<void> {
    const subject = await this.hold(actor, sessionId, nominationId);
    const text = toNfc(reason).trim();
    await this.apologies.say(sessionId, nominationId, text, actor.accountId, this.clock.now());
    await this.trail(actor, 'nomination.apologised', sessionId, subject, { reason: text });
  }

  /** Takes it back: the person will come. @throws NotFound, ApologyTooLate */
  @Transactional()
  async takeBack(actor: Actor, sessionId: string, nominationId: string): Promise<void> {
    const subject = await this.hold(actor, sessionId, nominationId);
    if (!subject.said) throw new NotFound('nominationId');
    await this.apologies.takeBack(sessionId, nominationId);
    await this.trail(actor, 'nomination.apologyTakenBack', sessionId, subject, {});
  }

  private async hold(actor: Actor, sessionId: string, nominationId: string): Promise<ApologySubject> {
    const subject = await this.apologies.hold(actor, sessionId, nominationId);
    if (!subject) throw new NotFound('nominationId');
    if (subject.startsAt <= this.clock.now()) throw new ApologyTooLate();
    return subject;
  }

  private trail(
    actor: Actor,
    action: string,
    sessionId: string,
    { nominationId, unitId, startsAt, endsAt }: ApologySubject,
    more: Record<string, unknown>,
  ): Promise<void> {
    const when = { on: plainDateIn(startsAt), from: localClock(startsAt), until: localClock(endsAt) };
    return this.audit.record({
      actor,
      action,
      subjectType: 'nomination',
      subjectId: nominationId,
      unitId,
      data: { sessionId, ...when, ...more },
    });
  }
}
