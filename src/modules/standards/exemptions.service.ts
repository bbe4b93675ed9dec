import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { PlainDate } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { CreateExemptionDto } from './dto/standards.dto.js';
import type { ExemptionView } from './dto/standards.view.js';
import { type OwnedExemption, StandardsQueries } from './standards.queries.js';
import { StandardsRepository } from './standards.repository.js';

/** Decisions that one person need not meet a standard. */
@Injectable()
export class ExemptionsService {
  constructor(
    private readonly queries: StandardsQueries,
    private readonly standards: StandardsRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound, InvalidInput, ExemptionOverlaps */
  @Transactional()
  async create(actor: Actor, officialId: string, dto: CreateExemptionDto): Promise<ExemptionView> {
    const unitId = await this.queries.unitOfOfficial(actor.unitId, officialId);
    if (unitId === null) throw new NotFound('id');
    const until = dto.until ?? null;
    if (until !== null && until < dto.decidedOn) throw new InvalidInput([{ path: 'until', rule: 'notBeforeFrom' }]);
    const { kind, decidedOn } = dto;
    const id = await this.standards.exempt({
      officialId,
      kind,
      decidedOn,
      until,
      number: toNfc(dto.number).trim(),
      reason: toNfc(dto.reason).trim(),
    });
    await this.record(actor, 'official.exempted', { officialId, unitId }, { exemptionId: id, kind, decidedOn, until });
    return (await this.find(actor, id)).view;
  }

  /** Makes a day the last one on which it holds. @throws NotFound, InvalidInput */
  @Transactional()
  async end(actor: Actor, id: string, on: PlainDate): Promise<ExemptionView> {
    const { view, ...owner } = await this.find(actor, id);
    if (on < view.decidedOn) throw new InvalidInput([{ path: 'on', rule: 'notBeforeFrom' }]);
    await this.standards.endExemption(id, on);
    await this.record(actor, 'official.exemptionEnded', owner, { exemptionId: id, kind: view.kind, on });
    return (await this.find(actor, id)).view;
  }

  private async find(actor: Actor, id: string): Promise<OwnedExemption> {
    const exemption = await this.queries.exemption(actor.unitId, id);
    if (!exemption) throw new NotFound('id');
    return exemption;
  }

  private record(
    actor: Actor,
    action: string,
    { officialId, unitId }: { officialId: string; unitId: string },
    data: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'official', subjectId: officialId, unitId, data });
  }
}
