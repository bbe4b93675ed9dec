import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { Messages } from '../../platform/messages/messages.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type {
  CreateQuotaNoticeDto,
  EditQuotaNoticeDto,
  PublishQuotaNoticeDto,
  QuotaNoticesQuery,
} from './dto/notice.dto.js';
import type { QuotaNoticeSummary, QuotaNoticeView } from './dto/notice.view.js';
import { NoticesQueries } from './notices.queries.js';
import { type FrozenLine, NoticesRepository } from './notices.repository.js';
import { quotaNoticePublished } from './notices.topics.js';
import { ProposalReasons } from './proposal-reasons.js';
import { callStanding } from './rules/call-standing.js';
import { NoticeEmpty, NoticePublished } from './quotas.errors.js';
import { QuotasService } from './quotas.service.js';

/** Notices of places: drafted, given number, date and signer, and answered by the units they call. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly queries: NoticesQueries,
    private readonly notices: NoticesRepository,
    private readonly quotas: QuotasService,
    private readonly reasons: ProposalReasons,
    private readonly messages: Messages,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: QuotaNoticesQuery): Promise<Page<QuotaNoticeSummary>> {
    return this.queries.list(actor.unitId, query);
  }

  /** A notice with its annex and who answered, as far as it is about the reader's units. @throws NotFound */
  @Transactional()
  async get(actor: Actor, id: string): Promise<QuotaNoticeView> {
    const notice = await this.queries.find(actor.unitId, id);
    if (!notice) throw new NotFound('id');
    const draft = notice.state === 'draft';
    const today = plainDateIn(this.clock.now());
    const calls = (await this.queries.calls(actor.unitId, id)).map((call) => ({
      ...call,
      standing: callStanding({ ...call, answeredOn: call.answeredAt && plainDateIn(call.answeredAt) }, today),
    }));
    const own = calls.find(({ unitId }) => unitId === actor.unitId);
    return {
      ...notice,
      lines: draft ? await this.current(id, notice.unit.name) : await this.queries.lines(actor.unitId, id),
      calls,
      can: {
        publish: draft && mayRole(actor.role, 'quotaNotices.write'),
        acknowledge: own?.acknowledgedAt === null && mayRole(actor.role, 'quotaNotices.answer'),
        answer: own !== undefined && mayRole(actor.role, 'quotaNotices.answer'),
      },
    };
  }

  /** Begins a draft; its lines are the places as they stand whenever one looks. @throws NotFound, InvalidInput */
  @Transactional()
  async draft(actor: Actor, dto: CreateQuotaNoticeDto): Promise<QuotaNoticeView> {
    for (const [index, programId] of dto.programIds.entries()) await this.assertProgram(programId, index);
    this.assertAhead(dto.deadline);
    const id = newId();
    await this.notices.draft(id, actor.unitId, dto, this.doing(actor));
    await this.record(actor, 'quotaNotice.drafted', id, { period: dto.period });
    return this.get(actor, id);
  }

  /** Writes a draft anew, until it has its number. @throws NotFound, NoticePublished, InvalidInput */
  @Transactional()
  async edit(actor: Actor, id: string, dto: EditQuotaNoticeDto): Promise<QuotaNoticeView> {
    const { state } = await this.get(actor, id);
    if (state === 'published') throw new NoticePublished();
    for (const [index, programId] of dto.programIds.entries()) await this.assertProgram(programId, index);
    this.assertAhead(dto.deadline);
    if (!(await this.notices.edit(id, actor.unitId, dto))) throw new NoticePublished();
    await this.record(actor, 'quotaNotice.edited', id, { deadline: dto.deadline, programs: dto.programIds.length });
    return this.get(actor, id);
  }

  /** Throws a draft away. @throws NotFound, NoticePublished */
  @Transactional()
  async discard(actor: Actor, id: string): Promise<void> {
    const { state } = await this.get(actor, id);
    if (state === 'published') throw new NoticePublished();
    if (!(await this.notices.discard(id, actor.unitId))) throw new NoticePublished();
    await this.record(actor, 'quotaNotice.discarded', id, {});
  }

  /**
   * Makes it known under the number, date and signer of its document: freezes the annex with the version of every number,
   * and calls each unit that it names. @throws NotFound, NoticePublished, NoticeEmpty, InvalidInput
   */
  @Transactional()
  async publish(actor: Actor, id: string, dto: PublishQuotaNoticeDto): Promise<QuotaNoticeView> {
    const notice = await this.queries.find(actor.unitId, id);
    if (!notice) throw new NotFound('id');
    if (notice.state === 'published') throw new NoticePublished();
    if (dto.documentDate > plainDateIn(this.clock.now()))
      throw new InvalidInput([{ path: 'documentDate', rule: 'notInTheFuture' }]);
    this.assertAhead(notice.deadline);
    const lines = await this.current(id, notice.unit.name);
    if (lines.length === 0) throw new NoticeEmpty();
    if (!(await this.notices.publish(id, actor.unitId, dto, this.doing(actor)))) throw new NoticePublished();
    await this.notices.freeze(id, lines);
    await this.notices.call(id, [...new Set(lines.map(({ unitId }) => unitId))], notice.deadline, this.clock.now());
    await this.outbox.announce(quotaNoticePublished, { noticeId: id });
    await this.record(actor, 'quotaNotice.published', id, { number: dto.documentNumber, lines: lines.length });
    return this.get(actor, id);
  }

  /** The caller's unit looked at it, or says that it has received it. @throws NotFound, NotAllowed */
  @Transactional()
  async answer(actor: Actor, id: string, acknowledges: boolean): Promise<QuotaNoticeView> {
    const notice = await this.get(actor, id);
    const done = await this.notices.answer(id, actor.unitId, acknowledges, this.doing(actor));
    // Who reads it for others, the board above all, has no part of their own to answer.
    if (!done) throw notice.calls.length > 0 ? new NotAllowed('quotaNotices.answer') : new NotFound('id');
    if (acknowledges) await this.record(actor, 'quotaNotice.acknowledged', id, {});
    return this.get(actor, id);
  }

  /** Lines as places stand now, each with its reason in Vietnamese. */
  private async current(id: string, board: string): Promise<(FrozenLine & QuotaNoticeView['lines'][number])[]> {
    const lines = await this.queries.currentLines(id);
    return lines.map(({ basis, minimums, ...line }) => ({
      ...line,
      reason: [
        basis
          ? this.reasons.text(line.places, basis, 'vi')
          : this.messages.text('quotas.reason.byBoard', { board }, 'vi'),
        this.reasons.minimums(minimums, 'vi'),
      ]
        .filter(Boolean)
        .join(' '),
    }));
  }

  private async assertProgram(programId: string, index: number): Promise<void> {
    try {
      await this.quotas.assertRationed(programId);
    } catch (error) {
      if (error instanceof NotFound) throw new NotFound('programIds', index);
      throw error instanceof InvalidInput
        ? new InvalidInput([{ path: `programIds.${index}`, rule: 'needsQuota' }])
        : error;
    }
  }

  /** @throws InvalidInput when the day by which units answer has passed */
  private assertAhead(deadline: string): void {
    if (deadline < plainDateIn(this.clock.now())) throw new InvalidInput([{ path: 'deadline', rule: 'notInThePast' }]);
  }

  private doing(actor: Actor): { at: Date; accountId: string } {
    return { at: this.clock.now(), accountId: actor.accountId };
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'quotaNotice', subjectId: id, unitId: actor.unitId, data });
  }
}
