import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { UnitRef, unitRefSql } from '../units/index.js';
import type { CutGrantDto } from './dto/grant.dto.js';
import type { CutPreview, GrantView } from './dto/grant.view.js';
import { GrantsQueries } from './grants.queries.js';
import { HoldsRepository } from './holds.repository.js';
import { type PlacesView, placesSql } from './places.view.js';
import type { Movement } from './quota.types.js';
import { CutBelowTaken, CutNeedsCallBack, CutTooLarge } from './quotas.errors.js';
import { QuotasRepository } from './quotas.repository.js';
import { placesCalledBack } from './quotas.topics.js';
import { planCut } from './rules/cut-grant.js';

interface GiverRow extends PlacesView {
  id: string;
  unit: UnitRef;
}

/** The giver takes places back: the screen shows what must give, and nobody loses a place that a person has. */
@Injectable()
export class GrantCutsService {
  constructor(
    private readonly db: Database,
    private readonly grants: GrantsQueries,
    private readonly quotas: QuotasRepository,
    private readonly holds: HoldsRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What must give for a cut of so many places. @throws NotFound */
  async preview(actor: Actor, id: string, places: number): Promise<CutPreview> {
    const grant = await this.get(actor, id);
    const { reserve, givers } = await this.facts(grant);
    const plan = planCut(places, reserve.left, givers.map(asGiver));
    const proposed = new Map(plan.parts.map((part) => [part.unitId, part.places]));
    return {
      standing: grant.places - grant.cut,
      reserve: reserve.left,
      missing: plan.missing,
      short: plan.short,
      units: givers.map(({ id: _, ...giver }) => ({ ...giver, proposed: proposed.get(giver.unit.id) ?? 0 })),
    };
  }

  /**
   * Cuts a grant; units named give places back first.
   * @throws NotFound, CutTooLarge, CutBelowTaken when people have them, CutNeedsCallBack naming how many are missing
   */
  @Transactional()
  async cut(actor: Actor, id: string, dto: CutGrantDto): Promise<GrantView> {
    await this.quotas.hold(await this.get(actor, id));
    // Read once its tree is held: somebody else may just have cut it.
    const grant = await this.get(actor, id);
    if (dto.places > grant.places - grant.cut) throw new CutTooLarge(grant.places - grant.cut);
    const { reserve, givers } = await this.facts(grant);
    const possible = planCut(dto.places, reserve.left, givers.map(asGiver));
    if (possible.short > 0) throw new CutBelowTaken(dto.places - possible.short);
    const document = dto.documentNumber.trim();
    const movement: Movement = {
      kind: 'return',
      at: this.clock.now(),
      by: actor.accountId,
      document,
      reason: dto.reason.trim(),
    };
    let back = 0;
    for (const [index, { unitId, places }] of (dto.callBack ?? []).entries()) {
      const giver = givers.find(({ unit }) => unit.id === unitId);
      if (!giver) throw new NotFound(`callBack.${index}.unitId`);
      if (places > giver.left + giver.held) throw new CutBelowTaken(giver.left + giver.held);
      await this.callBack(giver, reserve.id, places, movement);
      back += places;
    }
    if (reserve.left + back < dto.places) throw new CutNeedsCallBack(dto.places - reserve.left - back);
    await this.db.write('UPDATE quota_grants SET cut = cut + $2, version = version + 1 WHERE id = $1', [
      id,
      dto.places,
    ]);
    await this.quotas.post(reserve.id, ['free', 'above'], dto.places, { ...movement, kind: 'cut' }, id);
    await this.audit.record({
      actor,
      action: 'quota.grantCut',
      subjectType: 'quota-grant',
      subjectId: id,
      unitId: actor.unitId,
      data: { places: dto.places, document, calledBack: back },
    });
    return this.get(actor, id);
  }

  /** Free places first; what the unit holds unnamed after that. */
  private async callBack(giver: GiverRow, reserve: string, places: number, movement: Movement): Promise<void> {
    if (places === 0) return;
    let unnamed = Math.max(0, places - giver.left);
    for (const hold of unnamed > 0 ? await this.holds.ofRow(giver.id) : []) {
      unnamed -= await this.holds.release(hold.id, { ...movement, kind: 'release' }, unnamed);
      if (unnamed <= 0) break;
    }
    await this.quotas.move([{ from: giver.id, to: reserve, places }], movement);
    await this.outbox.announce(placesCalledBack, { quotaId: giver.id, places });
  }

  private async facts({ programId, period, unit }: GrantView): Promise<{ reserve: GiverRow; givers: GiverRow[] }> {
    const rows = await this.db.rows<GiverRow & { own: boolean }>(
      `SELECT q.id, ${unitRefSql('u')} AS unit, ${placesSql('q')}, q.unit_id = $3 AS own FROM quotas q JOIN units u ON u.id = q.unit_id
       WHERE q.program_id = $1 AND q.period = $2 AND (q.unit_id = $3
         OR q.parent_id = (SELECT t.id FROM quotas t WHERE t.program_id = $1 AND t.period = $2 AND t.unit_id = $3))
       ORDER BY u.name COLLATE vi`,
      [programId, period, unit.id],
    );
    const reserve = rows.find(({ own }) => own);
    if (!reserve) throw new NotFound('id');
    return { reserve, givers: rows.flatMap(({ own, ...row }) => (own ? [] : [row])) };
  }

  private async get(actor: Actor, id: string): Promise<GrantView> {
    const grant = await this.grants.find(actor.unitId, id);
    if (!grant) throw new NotFound('id');
    return grant;
  }
}

const asGiver = ({ unit, left, held }: GiverRow) => ({ unitId: unit.id, free: left + held });
