import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import type { CreateGrantDto } from './dto/grant.dto.js';
import type { GrantView } from './dto/grant.view.js';
import type { PlacesQuery } from './dto/places.dto.js';
import { GrantsQueries } from './grants.queries.js';
import { GrantsRepository } from './grants.repository.js';
import { PlacesByGrant } from './quotas.errors.js';
import { QuotasService } from './quotas.service.js';

/** Places that the province or a school gives to a board, to be shared out. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly queries: GrantsQueries,
    private readonly grants: GrantsRepository,
    private readonly quotas: QuotasService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: PlacesQuery): Promise<Page<GrantView>> {
    return this.queries.list(actor.unitId, query);
  }

  /** Writes a grant down; its places join the reserve. @throws NotFound, InvalidInput, PlacesByGrant */
  @Transactional()
  async add(actor: Actor, dto: CreateGrantDto): Promise<GrantView> {
    await this.quotas.assertRationed(dto.programId);
    const texts = { grantor: dto.grantor, school: dto.school, note: dto.note };
    const clean = Object.fromEntries(
      Object.entries(texts).flatMap(([name, text]) => (text?.trim() ? [[name, toNfc(text.trim())]] : [])),
    );
    const grant = { ...dto, grantor: undefined, school: undefined, note: undefined, ...clean };
    const id = await this.grants.add(actor.unitId, grant, this.clock.now(), actor.accountId);
    if (id === null) throw new PlacesByGrant('programId');
    await this.audit.record({
      actor,
      action: 'quota.granted',
      subjectType: 'quota-grant',
      subjectId: id,
      unitId: actor.unitId,
      data: { period: dto.period, places: dto.places, document: dto.documentNumber },
    });
    return this.get(actor, id);
  }

  private async get(actor: Actor, id: string): Promise<GrantView> {
    const grant = await this.queries.find(actor.unitId, id);
    if (!grant) throw new NotFound('id');
    return grant;
  }
}
