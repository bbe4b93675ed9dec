import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { NeedsService } from '../needs/index.js';
import { ProgramsService } from '../programs/index.js';
import { UnitsQueries } from '../units/index.js';
import type { ApplyProposalDto, ProposalDto } from './dto/proposal.dto.js';
import type { ProposalView } from './dto/proposal.view.js';
import type { AllocationDto } from './dto/quota.dto.js';
import type { QuotaView } from './dto/quota.view.js';
import { asMinimum } from './minimums.service.js';
import { ProposalReasons } from './proposal-reasons.js';
import { type PartRow, ProposalsQueries } from './proposals.queries.js';
import { ProposalsRepository } from './proposals.repository.js';
import { PlacesChanged } from './quotas.errors.js';
import { QuotasService } from './quotas.service.js';
import type { ApportionmentMethod } from './rules/apportionment/claim.js';
import { comparedWithToday } from './rules/compare-fairness.js';
import { type Minimum, spreadMinimums } from './rules/minimums.js';
import { type Proposal, propose, type Question, type UnitFacts } from './rules/proposal.js';

/** Methods that look at the need and therefore give nobody more, unless asked to. */
const CAPPED: readonly ApportionmentMethod[] = ['sainte-lague', 'need'];

interface Answer {
  readonly parts: readonly PartRow[];
  readonly facts: readonly UnitFacts[];
  readonly question: Question;
  readonly proposal: Proposal;
  /** Minimum shares of each unit of the proposal, in its order. */
  readonly minimums: readonly (readonly Minimum[])[] | null;
}

/** Proposed ways of sharing a program's places out, each with the numbers it comes from. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly queries: ProposalsQueries,
    private readonly repository: ProposalsRepository,
    private readonly quotas: QuotasService,
    private readonly programs: ProgramsService,
    private readonly needs: NeedsService,
    private readonly units: UnitsQueries,
    private readonly reasons: ProposalReasons,
    private readonly clock: Clock,
  ) {}

  /** What a method would give whom; saves nothing. The same question gets the same answer. @throws NotFound, InvalidInput */
  async propose(actor: Actor, dto: ProposalDto): Promise<ProposalView> {
    const { parts, facts, question, proposal, minimums } = await this.answer(actor, dto);
    const unitOf = new Map(parts.map(({ unitId, unit }) => [unitId, unit]));
    const named = <Row extends { unitId: string }>(row: Row) => {
      const unit = unitOf.get(row.unitId);
      if (!unit) throw new Error('A proposal names a unit that takes no part');
      return { ...row, unit };
    };
    return {
      programId: dto.programId,
      period: dto.period,
      places: dto.places,
      method: question.method,
      capByNeed: question.capByNeed,
      allocations: proposal.units.map(({ unitId, places, basis }, index) => ({
        ...named({ unitId }),
        places,
        minimums: minimums && [...(minimums[index] ?? [])],
        basis: { ...basis, reason: this.reasons.text(places, basis) },
      })),
      left: proposal.left,
      fairness: comparedWithToday(facts, proposal.units),
      paradoxes: proposal.paradoxes.map(named),
      basedOn: tokenOf(parts),
    };
  }

  /**
   * Writes a proposal, or what was made of it by hand; all or none. Units whose number is the proposed one keep its basis.
   * @throws NotFound, InvalidInput, PlacesChanged, and whatever setting places throws
   */
  @Transactional()
  async apply(actor: Actor, dto: ApplyProposalDto): Promise<Page<QuotaView>> {
    const { parts: before } = await this.answer(actor, dto);
    await this.quotas.hold(
      actor,
      dto,
      before.map(({ unitId }) => unitId),
    );
    // What is held now cannot change any more: read again, then decide.
    const { parts, proposal, minimums } = await this.answer(actor, dto);
    if (dto.basedOn !== undefined && dto.basedOn !== tokenOf(parts)) throw new PlacesChanged();
    const proposed = proposal.units.map(({ unitId, places }, index) => ({
      unitId,
      places,
      ...(minimums && { minimums: [...(minimums[index] ?? [])] }),
    }));
    const allocations: AllocationDto[] =
      dto.allocations?.map((allocation) => ({
        ...proposed.find(({ unitId, places }) => unitId === allocation.unitId && places === allocation.places),
        ...allocation,
      })) ?? proposed;
    const done = await this.quotas.set(actor, dto, { allocations });
    const written = new Map(allocations.map(({ unitId, places }) => [unitId, places]));
    const asProposed = proposal.units.filter(({ unitId, places }) => written.get(unitId) === places);
    await this.repository.keepBases(dto, asProposed, { at: this.clock.now(), accountId: actor.accountId });
    return done;
  }

  private async answer(actor: Actor, dto: ProposalDto): Promise<Answer> {
    const program = await this.programs.get(dto.programId, 'programId');
    if (!program.needsQuota) throw new InvalidInput([{ path: 'programId', rule: 'needsQuota' }]);
    await this.assertKnown(actor, dto);
    const question: Question = {
      places: dto.places,
      method: dto.method ?? 'sainte-lague',
      capByNeed: dto.capByNeed ?? (dto.weights === undefined && CAPPED.includes(dto.method ?? 'sainte-lague')),
      minimumShare: dto.minimumShare ?? 0,
      ...(dto.weights && { weights: dto.weights }),
      ...(dto.floors && { floors: dto.floors }),
      ...(dto.ceilings && { ceilings: dto.ceilings }),
    };
    const { parts, facts } = await this.facts(actor, dto);
    const proposal = propose(facts, question);
    if (!('rule' in proposal)) {
      return { parts, facts, question, proposal, minimums: this.minimums(dto, question.method, proposal) };
    }
    const path = proposal.unitId === undefined ? 'places' : `floors.${proposal.unitId}`;
    throw new InvalidInput([{ path, rule: proposal.rule, facts: proposal.facts }]);
  }

  /** The units' minimum shares; null where the question says nothing of them. @throws InvalidInput */
  private minimums({ minimums }: ProposalDto, method: ApportionmentMethod, { units }: Proposal): Answer['minimums'] {
    if (!minimums) return null;
    const wishes = minimums.map(({ byUnit, ...minimum }) => ({ ...asMinimum(minimum), ...(byUnit && { byUnit }) }));
    const spread = spreadMinimums(method, units, wishes);
    if (!('most' in spread)) return spread;
    throw new InvalidInput([
      { path: `minimums.${spread.index}.places`, rule: 'minimumWithinPlaces', facts: { most: spread.most } },
    ]);
  }

  /** Who takes part, with need and places. A need below a unit that takes part is that unit's. */
  private async facts(
    actor: Actor,
    { programId, period, weights }: ProposalDto,
  ): Promise<{ parts: PartRow[]; facts: UnitFacts[] }> {
    const needs = await this.needs.needsByUnit(actor.unitId, programId, `${period}-12-31`);
    const chosen = weights && Object.keys(weights);
    const rows = await this.queries.parts(actor.unitId, programId, period, [
      ...needs.map(({ unit }) => unit.id),
      ...(chosen ?? []),
    ]);
    const takesPart = new Set(chosen ?? rows.map(({ unitId }) => unitId));
    const top = ({ path }: PartRow): string | undefined => path.find((id) => takesPart.has(id));
    const rowOf = new Map(rows.map((row) => [row.unitId, row]));
    const need = new Map<string, number>();
    for (const { unit, people } of needs) {
      const row = rowOf.get(unit.id);
      const holder = row && top(row);
      if (holder !== undefined) need.set(holder, (need.get(holder) ?? 0) + people);
    }
    const parts = rows.filter((row) => top(row) === row.unitId);
    return {
      parts,
      facts: parts.map(({ unitId, places, committed }) => ({
        unitId,
        need: need.get(unitId) ?? 0,
        today: places,
        committed,
      })),
    };
  }

  /** @throws NotFound naming a unit that is not the caller's to share out to */
  private async assertKnown(actor: Actor, { weights, floors, ceilings }: ProposalDto): Promise<void> {
    for (const [field, numbers] of Object.entries({ weights, floors, ceilings })) {
      const ids = Object.keys(numbers ?? {});
      const known = await this.units.known(actor.unitId, ids);
      const stranger = ids.find((id) => !known.has(id));
      if (stranger !== undefined) throw new NotFound(`${field}.${stranger}`);
    }
  }
}

/** Names the places of these units as they stand: the same token, the same places. */
const tokenOf = (parts: readonly PartRow[]): string =>
  createHash('sha256')
    .update(JSON.stringify(parts.map(({ unitId, places, committed, version }) => [unitId, places, committed, version])))
    .digest('base64url');
