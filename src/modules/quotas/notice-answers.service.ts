import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { AnswerQuotaNoticeDto, ExtendQuotaNoticeDto } from './dto/notice.dto.js';
import type { QuotaNoticeView } from './dto/notice.view.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';

/** What the units that a notice calls answer, and what the board says to it. */
@Injectable()
export class NoticeAnswersService {
  constructor(
    private readonly notices: NoticesService,
    private readonly repository: NoticesRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers for the caller's unit: with its list, with nobody and why, or that it needs more time. The last answer counts.
   * @throws NotFound, NotAllowed, InvalidInput for a list of nobody or a day that is no later
   */
  @Transactional()
  async answer(actor: Actor, id: string, dto: AnswerQuotaNoticeDto): Promise<QuotaNoticeView> {
    const notice = await this.notices.answer(actor, id, true);
    const own = notice.calls.find(({ unitId }) => unitId === actor.unitId);
    if (!own) throw new NotAllowed('quotaNotices.answer');
    if (dto.answer === 'list' && own.nominated === 0)
      throw new InvalidInput([{ path: 'answer', rule: 'someoneNominated' }]);
    if (dto.answer === 'more-time' && (dto.until ?? '') <= own.deadline)
      throw new InvalidInput([{ path: 'until', rule: 'afterDeadline', facts: { deadline: own.deadline } }]);
    await this.repository.reply(id, actor.unitId, dto, { at: this.clock.now(), accountId: actor.accountId });
    await this.record(actor, 'quotaNotice.answered', id, { answer: dto.answer, people: own.nominated });
    return this.notices.get(actor, id);
  }

  /** Gives one unit until a later day. @throws NotFound, InvalidInput */
  @Transactional()
  async extend(actor: Actor, id: string, callId: string, { deadline }: ExtendQuotaNoticeDto): Promise<QuotaNoticeView> {
    if (deadline < plainDateIn(this.clock.now())) throw new InvalidInput([{ path: 'deadline', rule: 'notInThePast' }]);
    if (!(await this.repository.extend(id, actor.unitId, callId, deadline))) throw new NotFound('callId');
    await this.record(actor, 'quotaNotice.extended', id, { callId, deadline });
    return this.notices.get(actor, id);
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'quotaNotice', subjectId: id, unitId: actor.unitId, data });
  }
}
