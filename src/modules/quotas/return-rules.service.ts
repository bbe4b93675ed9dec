import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput } from '../../platform/http/domain-error.js';
import type { ReturnRuleDto } from './dto/holds.dto.js';
import type { ReturnRules } from './dto/holds.view.js';
import { QuotasService } from './quotas.service.js';
import { ReturnRulesRepository } from './return-rules.repository.js';

/** The board says when unused places come back. */
@Injectable()
export class ReturnRulesService {
  constructor(
    private readonly rules: ReturnRulesRepository,
    private readonly quotas: QuotasService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, period: number | null): Promise<ReturnRules> {
    return { items: await this.rules.list(actor.unitId, period) };
  }

  /** @throws NotFound, InvalidInput */
  @Transactional()
  async set(actor: Actor, dto: ReturnRuleDto): Promise<ReturnRules> {
    await this.quotas.assertRationed(dto.programId);
    if (dto.returnAfter < plainDateIn(this.clock.now()))
      throw new InvalidInput([{ path: 'returnAfter', rule: 'notInThePast' }]);
    await this.rules.set(actor.unitId, dto);
    await this.audit.record({
      actor,
      action: 'quota.returnRule',
      subjectType: 'program',
      subjectId: dto.programId,
      unitId: actor.unitId,
      data: { period: dto.period, returnAfter: dto.returnAfter, offers: dto.offers },
    });
    return this.list(actor, dto.period);
  }
}
