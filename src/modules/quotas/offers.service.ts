import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { NeedsService } from '../needs/index.js';
import { UnitsQueries } from '../units/index.js';
import type { OfferPlacesDto } from './dto/holds.dto.js';
import type { OfferView } from './dto/holds.view.js';
import type { PlacesQuery } from './dto/places.dto.js';
import { OffersQueries } from './offers.queries.js';
import { type HeldOffer, type InLine, OffersRepository } from './offers.repository.js';
import type { Movement, PlacesOf } from './quota.types.js';
import { QuotasRepository } from './quotas.repository.js';
import { NotEnoughPlaces, OfferOver } from './quotas.errors.js';
import { inFront, offerLine } from './rules/offer-line.js';

/** Unused places, offered to the units next in need, in order, with a time to answer. */
@Injectable()
export class OffersService {
  constructor(
    private readonly queries: OffersQueries,
    private readonly offers: OffersRepository,
    private readonly quotas: QuotasRepository,
    private readonly units: UnitsQueries,
    private readonly needs: NeedsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: PlacesQuery): Promise<Page<OfferView>> {
    return this.queries.list(actor, query, plainDateIn(this.clock.now()));
  }

  /** Offers places of the caller's reserve. @throws NotFound, NotEnoughPlaces, InvalidInput when nobody is in need */
  @Transactional()
  async offer(actor: Actor, dto: OfferPlacesDto): Promise<Page<OfferView>> {
    await this.quotas.hold(dto);
    if (dto.fromUnitId !== undefined) await this.bringBack(actor, dto, dto.fromUnitId);
    const reserve = await this.queries.reserve(actor.unitId, dto);
    if (!reserve) throw new NotFound('programId');
    if (reserve.left < dto.places) throw new NotEnoughPlaces('places', reserve.left);
    const { fromUnitId, firstUnitId } = dto;
    const line = inFront(
      (await this.line(actor.unitId, reserve.id, dto)).filter(({ unitId }) => unitId !== fromUnitId),
      firstUnitId,
    );
    if (line.length === 0) throw new InvalidInput([{ path: 'places', rule: 'someoneInNeed' }]);
    const round = await this.offers.begin(reserve.id, dto.places, dto.answerDays, line, this.movement(actor.accountId));
    await this.record(actor, 'quota.offered', round, { places: dto.places, units: line.length });
    return this.list(actor, { programId: dto.programId, period: dto.period });
  }

  /** What a unit has nobody for comes back to the reserve. @throws NotFound, NotEnoughPlaces */
  private async bringBack(actor: Actor, dto: OfferPlacesDto, unitId: string): Promise<void> {
    const rows = await this.quotas.hold(dto);
    const [from, to] = [unitId, actor.unitId].map((id) => rows.find((row) => row.unitId === id));
    if (!from || !to || from.id === to.id || !(await this.units.known(actor.unitId, [unitId])).has(unitId))
      throw new NotFound('fromUnitId');
    if (from.places - from.used < dto.places) throw new NotEnoughPlaces('places', from.places - from.used);
    const movement: Movement = { ...this.movement(actor.accountId), kind: 'return' };
    await this.quotas.move([{ from: from.id, to: to.id, places: dto.places }], movement);
  }

  /** Units in need, as they are offered places. @param board the unit whose reserve it is. */
  async line(board: string, quotaId: string, { programId, period }: PlacesOf): Promise<InLine[]> {
    const needs = await this.needs.needsByUnit(board, programId, `${period}-12-31`);
    const paths = await this.queries.paths(needs.map(({ unit }) => unit.id));
    return offerLine(
      await this.queries.candidates(quotaId),
      needs.map(({ unit, people }) => ({ people, path: paths.get(unit.id) ?? [] })),
    );
  }

  /** Takes an offer, or a part of it. @throws NotFound, OfferOver, NotEnoughPlaces */
  @Transactional()
  async accept(actor: Actor, id: string, places: number): Promise<Page<OfferView>> {
    const offer = await this.own(actor, id);
    if (places > (offer.places ?? 0)) throw new NotEnoughPlaces('places', offer.places ?? 0);
    await this.offers.accept(offer, places, this.movement(actor.accountId));
    await this.record(actor, 'quota.offerAccepted', id, { places });
    return this.list(actor, { programId: offer.programId, period: offer.period });
  }

  /** Lets an offer go to the next unit. @throws NotFound, OfferOver */
  @Transactional()
  async decline(actor: Actor, id: string, reason: string | null): Promise<Page<OfferView>> {
    const offer = await this.own(actor, id);
    await this.offers.pass(offer, 'declined', reason, this.movement(actor.accountId));
    await this.record(actor, 'quota.offerDeclined', id, reason ? { reason } : {});
    return this.list(actor, { programId: offer.programId, period: offer.period });
  }

  private async own(actor: Actor, id: string): Promise<HeldOffer> {
    const offer = await this.offers.hold(id);
    if (offer?.unitId !== actor.unitId || offer.state === 'waiting' || offer.state === 'closed')
      throw new NotFound('id');
    if (offer.state !== 'offered' || (offer.answerBy ?? '') < plainDateIn(this.clock.now())) throw new OfferOver();
    return offer;
  }

  private movement(by: string): Movement {
    return { kind: 'allocate', at: this.clock.now(), by };
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'quota-offer', subjectId: id, unitId: actor.unitId, data });
  }
}
