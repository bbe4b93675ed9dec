import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { Journal } from '../../platform/journal/journal.js';
import { NeedsService } from '../needs/index.js';
import { ProgramsService } from '../programs/index.js';
import { UnitsQueries } from '../units/index.js';
import type { NeedsFillView } from './dto/plan.view.js';
import type { NeedsFillDto } from './dto/plans.dto.js';
import { PlanLinesQueries } from './plan-lines.queries.js';
import type { KnownVersion } from './plans.queries.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { type NeedOfUnit, type ProposedFill, proposeLines } from './rules/propose-lines.js';

/** Lines of a draft from the needs analysis, in one go and back in one. */
@Injectable()
export class NeedsFillService {
  constructor(
    private readonly plans: PlansService,
    private readonly lines: PlanLinesQueries,
    private readonly repository: PlansRepository,
    private readonly needs: NeedsService,
    private readonly programs: ProgramsService,
    private readonly units: UnitsQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** What `fill` would do. @throws NotFound, NotAllowed, PlanApproved */
  async preview(actor: Actor, planId: string, dto: NeedsFillDto): Promise<NeedsFillView> {
    const { draft } = await this.plans.draftOf(actor, planId);
    return toView(null, await this.propose(actor, draft, dto), dto);
  }

  /**
   * Adds a line for each need that has none. What is there already keeps its number of trainees unless the caller asks
   * for it to be replaced. @throws NotFound, NotAllowed, PlanApproved
   */
  @Transactional()
  async fill(actor: Actor, planId: string, dto: NeedsFillDto): Promise<NeedsFillView> {
    const { draft } = await this.plans.claimDraft(actor, planId);
    const proposed = await this.propose(actor, draft, dto);
    const [added, changed] = [proposed.add.length, dto.existing === 'replace' ? proposed.differ.length : 0];
    if (added + changed === 0) return toView(null, proposed, dto);
    const id = newId();
    await this.journal.begin(id);
    await this.repository.addLines(
      draft.id,
      proposed.add.map((line) => ({ ...line, firstMonth: null, lastMonth: null, note: null })),
    );
    if (changed > 0) await this.repository.setTrainees(proposed.differ);
    await this.repository.recordFill({ id, versionId: draft.id, at: this.clock.now(), added, changed });
    await this.plans.record(actor, 'plan.filledFromNeeds', planId, { day: dto.day, added, changed });
    return toView(id, proposed, dto);
  }

  /** Takes the last lines from needs back. @throws NotFound, NotAllowed, PlanApproved, ChangedSince */
  @Transactional()
  async undo(actor: Actor, planId: string, fillId: string): Promise<void> {
    const { draft } = await this.plans.claimDraft(actor, planId);
    const last = await this.repository.takeLastFill(draft.id, fillId);
    if (!last) throw new NotFound('fillId');
    await this.journal.undo(fillId);
    await this.plans.record(actor, 'plan.fillUndone', planId, last);
  }

  private async propose(actor: Actor, draft: KnownVersion, dto: NeedsFillDto): Promise<ProposedFill> {
    const chosen = await this.chosenUnits(actor, dto.unitIds);
    const needs: NeedOfUnit[] = [];
    for (const [index, programId] of dto.programIds.entries()) {
      await this.programs.get(programId, `programIds.${index}`);
      for (const { unit, people } of await this.needs.needsByUnit(actor.unitId, programId, dto.day)) {
        if (chosen === null || chosen.has(unit.id)) needs.push({ programId, unitId: unit.id, people });
      }
    }
    const { grouping, classSize } = dto;
    return proposeLines(needs, await this.lines.lines(actor.unitId, draft.id), {
      grouping,
      classSize,
      holderId: actor.unitId,
    });
  }

  /** @returns null for all of them. */
  private async chosenUnits(actor: Actor, unitIds: readonly string[] | undefined): Promise<Set<string> | null> {
    if (unitIds === undefined) return null;
    const known = await this.units.known(actor.unitId, unitIds);
    const strange = unitIds.findIndex((id) => !known.has(id));
    if (strange >= 0) throw new NotFound('unitIds', strange);
    return known;
  }
}

function toView(fillId: string | null, { add, differ, same }: ProposedFill, { existing }: NeedsFillDto): NeedsFillView {
  const replaced = existing === 'replace';
  return {
    fillId,
    added: add.length,
    changed: replaced ? differ.length : 0,
    kept: replaced ? 0 : differ.length,
    same,
  };
}
