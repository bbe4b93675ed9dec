import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import type { CorrectGrantDto } from './dto/grant.dto.js';
import type { GrantView } from './dto/grant.view.js';
import { GrantsQueries } from './grants.queries.js';
import { GrantsRepository } from './grants.repository.js';
import { GRANT_FIELDS, type GrantField } from './quota.types.js';
import { CorrectionNeedsPlaces } from './quotas.errors.js';
import { QuotasRepository } from './quotas.repository.js';

/** What was written down wrongly of a grant is put right, with the reason; what stood there is kept. */
@Injectable()
export class GrantCorrectionsService {
  constructor(
    private readonly queries: GrantsQueries,
    private readonly grants: GrantsRepository,
    private readonly quotas: QuotasRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Corrects fields of a grant. Another number brings places in, or takes free ones of the reserve out.
   * @throws NotFound, StaleVersion, InvalidInput when nothing differs, CorrectionNeedsPlaces
   */
  @Transactional()
  async correct(actor: Actor, id: string, dto: CorrectGrantDto): Promise<GrantView> {
    const rows = await this.quotas.hold(await this.get(actor, id));
    // Read once its tree is held: somebody else may just have changed it.
    const grant = await this.get(actor, id);
    if (grant.version !== dto.version) throw new StaleVersion();
    const fields = corrected(grant, dto);
    if (Object.keys(fields).length === 0) throw new InvalidInput([{ path: 'reason', rule: 'correctsSomething' }]);
    const row = rows.find(({ unitId }) => unitId === grant.unit.id);
    const least = Math.max(grant.cut, grant.places - (row ? row.places - row.used : 0), 1);
    if (dto.places !== undefined && dto.places < grant.places && dto.places < least)
      throw new CorrectionNeedsPlaces(least);
    await this.grants.correct(id, fields, toNfc(dto.reason.trim()), this.clock.now(), actor.accountId);
    await this.audit.record({
      actor,
      action: 'quota.grantCorrected',
      subjectType: 'quota-grant',
      subjectId: id,
      unitId: actor.unitId,
      data: { fields: Object.keys(fields) },
    });
    return this.get(actor, id);
  }

  private async get(actor: Actor, id: string): Promise<GrantView> {
    const grant = await this.queries.find(actor.unitId, id);
    if (!grant) throw new NotFound('id');
    return grant;
  }
}

/** Only what differs from what is written down. */
function corrected(grant: GrantView, dto: CorrectGrantDto): Partial<Record<GrantField, string | number | null>> {
  return Object.fromEntries(
    GRANT_FIELDS.flatMap((field) => {
      const value = clean(dto[field]);
      return value === undefined || value === grant[field] ? [] : [[field, value]];
    }),
  );
}

/** Texts without blanks around them; an empty one is none. */
const clean = <T>(value: T | string): T | string | null =>
  typeof value === 'string' ? toNfc(value.trim()) || null : value;
