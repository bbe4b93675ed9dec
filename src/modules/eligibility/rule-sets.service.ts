import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { type FieldError, InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { ProgramsService } from '../programs/index.js';
import type { CreateRuleSetDto, RuleDto, TryRulesDto } from './dto/eligibility.dto.js';
import type { RuleSetList, RuleSetView, TriedOfficial, TryView } from './dto/eligibility.view.js';
import { RuleSetInForce } from './eligibility.errors.js';
import { EligibilityPresenter } from './eligibility.presenter.js';
import { EligibilityQueries, type RuleSetRow } from './eligibility.queries.js';
import { EligibilityRepository } from './eligibility.repository.js';
import type { CheckResult, EligibilityRule } from './eligibility.types.js';
import { judgeRules, overall } from './rules/judge-rules.js';
import { parameterFaults } from './rules/parameters.js';

/** Names shown of each verdict of a try. */
const MOST_NAMES = 500;

/** Who may go to which program, as the board keeps it. A set that held is never another: a new one follows it. */
@Injectable()
export class RuleSetsService {
  constructor(
    private readonly queries: EligibilityQueries,
    private readonly sets: EligibilityRepository,
    private readonly presenter: EligibilityPresenter,
    private readonly programs: ProgramsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What held, holds and will hold for a program. @throws NotFound */
  async list(programId: string): Promise<RuleSetList> {
    await this.programs.get(programId);
    const rows = await this.queries.ruleSets(programId);
    const names = await this.unitNames(rows.flatMap(({ rules }) => rules));
    return { items: rows.map((row) => this.presenter.ruleSet(row, this.today(), names)) };
  }

  /** Rules from a day on; those that held end the day before. @throws NotFound, InvalidInput, NotAllowed, RuleSetOverlaps */
  @Transactional()
  async create(actor: Actor, programId: string, dto: CreateRuleSetDto): Promise<RuleSetView> {
    await this.assertTop(actor);
    await this.programs.get(programId);
    const rules = soundRules(dto.rules);
    if (dto.from < this.today()) throw new InvalidInput([{ path: 'from', rule: 'notBeforeToday' }]);
    const { reference, from, confirmed, mode = null } = dto;
    const source = toNfc(dto.source).trim();
    const { id, endedId } = await this.sets.add({ programId, mode, from, reference, source, confirmed, rules });
    await this.record(actor, 'eligibility.rulesAdded', programId, { ruleSetId: id, mode, from, ended: endedId, rules });
    return this.view(await this.find(id));
  }

  /** Takes away what is not in force yet; the set it would have followed goes on. @throws NotFound, RuleSetInForce */
  @Transactional()
  async remove(actor: Actor, id: string): Promise<void> {
    await this.assertTop(actor);
    const set = await this.find(id);
    if (set.from <= this.today()) throw new RuleSetInForce();
    await this.sets.remove(set);
    const { programId, mode, from, rules } = set;
    await this.record(actor, 'eligibility.rulesRemoved', programId, { ruleSetId: id, mode, from, rules });
  }

  /** Whom these rules would let go, before anything is saved. @throws NotFound, InvalidInput */
  async try(actor: Actor, programId: string, dto: TryRulesDto): Promise<TryView> {
    await this.programs.get(programId);
    const rules = soundRules(dto.rules);
    const today = this.today();
    const rows = await this.queries.tried(actor, programId, today, dto.officialId ?? null);
    if (dto.officialId !== undefined && rows.length === 0) throw new NotFound('officialId');
    const set = { id: '', reference: dto.reference, source: '', confirmed: false, rules };
    const judged = rows.map(({ facts, ...official }) => {
      const checks = judgeRules(set, facts, dto.on ?? today);
      return { ...official, verdict: overall(checks), checks };
    });
    const counts: Record<CheckResult, number> = { pass: 0, fail: 0, needsException: 0, unknown: 0 };
    const shown = judged.filter(({ verdict }) => ++counts[verdict] <= MOST_NAMES);
    const names = await this.unitNames(rules);
    return {
      sentences: rules.map((rule) => this.presenter.sentence(rule, dto.reference, names)),
      total: judged.length,
      counts,
      items: shown.map(({ checks, ...official }): TriedOfficial => ({
        ...official,
        checks: checks.map((check) => this.presenter.check(check)),
      })),
    };
  }

  private async view(row: RuleSetRow): Promise<RuleSetView> {
    return this.presenter.ruleSet(row, this.today(), await this.unitNames(row.rules));
  }

  /** Names of the units that rules speak of, by id. */
  private async unitNames(rules: readonly EligibilityRule[]): Promise<Map<string, string>> {
    const ids = rules.flatMap(({ parameters }) =>
      Array.isArray(parameters.unitIds) ? (parameters.unitIds as string[]) : [],
    );
    return ids.length === 0 ? new Map() : this.queries.unitNames(ids);
  }

  private async find(id: string): Promise<RuleSetRow> {
    const set = await this.queries.ruleSet(id);
    if (!set) throw new NotFound('id');
    return set;
  }

  /** What one board asks is asked of everyone, so it is for the board of the top unit to say. */
  private async assertTop(actor: Actor): Promise<void> {
    if (!(await this.queries.isTop(actor.unitId))) throw new NotAllowed('eligibility.manage');
  }

  private record(actor: Actor, action: string, programId: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({
      actor,
      action,
      subjectType: 'program',
      subjectId: programId,
      unitId: actor.unitId,
      data,
    });
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

/** @throws InvalidInput */
function soundRules(rules: readonly RuleDto[]): EligibilityRule[] {
  const faults: FieldError[] = rules.flatMap(({ kind, parameters }, index) =>
    parameterFaults(kind, parameters).map(({ path, ...fault }) => ({
      ...fault,
      path: `rules.${index}.parameters.${path}`,
    })),
  );
  if (faults.length > 0) throw new InvalidInput(faults);
  return rules.map(({ kind, parameters, exception, source }) => ({
    kind,
    parameters: Object.fromEntries(
      Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined),
    ),
    exception,
    source: source == null ? null : toNfc(source).trim(),
  }));
}
