import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn, yearOf } from '../../kernel/plain-date.js';
import { CallsCarryOver } from '../courses/index.js';
import { type LiveNomination, NominationsCarryOver } from '../nominations/index.js';
import { OfficialsCarryOver } from '../officials/index.js';
import { type EndingQuota, QuotasCarryOver, type Share } from '../quotas/index.js';
import { heirFinder, UnitsMapRepository } from '../units/index.js';
import type { ReorganisationEffects } from './dto/reorganisation.view.js';
import { ListsCarryOver } from './lists.carry-over.js';
import { RegistersCarryOver } from './registers.carry-over.js';
import type { Written } from './reorganisations.repository.js';
import { planReorganisation } from './rules/plan.js';
import type { Plan, PlanFacts, Step } from './rules/plan.types.js';
import { askedPlaces, placeProblems } from './rules/quota-shares.js';

/** A plan with everything that carrying it out needs. */
export interface PreparedPlan extends Plan {
  readonly quotas: readonly EndingQuota[];
  readonly nominations: readonly LiveNomination[];
  readonly shares: ReadonlyMap<string, readonly Share[]>;
}

/** Gathers the facts for a plan, and counts what it touches. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly map: UnitsMapRepository,
    private readonly registers: RegistersCarryOver,
    private readonly lists: ListsCarryOver,
    private readonly officials: OfficialsCarryOver,
    private readonly calls: CallsCarryOver,
    private readonly quotas: QuotasCarryOver,
    private readonly nominations: NominationsCarryOver,
    private readonly clock: Clock,
  ) {}

  /** The plan of what is written down, as facts stand now. @param top the deciding board's unit. */
  async prepare(top: string, { steps, effectiveOn: on }: Written): Promise<PreparedPlan> {
    const ending = [
      ...new Set(steps.flatMap(({ kind, unit, from = [] }) => (ENDS.has(kind) ? [unit ?? '', ...from] : []))),
    ];
    const units = await this.map.standing(top);
    const ended = units.map(({ id }) => id).filter((id) => ending.includes(id));
    const quotas = await this.quotas.of(ended, yearOf(on));
    const nominations = await this.nominations.live(
      ended,
      quotas.map(({ id }) => id),
    );
    const facts: PlanFacts = {
      today: plainDateIn(this.clock.now()),
      on,
      top,
      units,
      ids: new Map(newUnits(steps).map(({ key }) => [key, newId()])),
      members: await this.officials.members(ended, on),
      codes: await this.map.codesFrom(
        [...newUnits(steps), ...steps].flatMap(({ code }) => code ?? []),
        on,
      ),
      held: await this.calls.held(ended),
      registers: await this.registers.toTakeOver(ended, on),
      nominations: tally(nominations, ({ unitId }) => unitId),
      places: tally(
        quotas,
        ({ unitId }) => unitId,
        ({ places, taken }) => places - taken,
      ),
    };
    const plan = planReorganisation(steps, facts);
    const shares = sharesOf(plan, quotas, nominations, askedPlaces(steps, plan, facts.ids));
    return { ...plan, problems: [...plan.problems, ...placeProblems(quotas, shares)], quotas, nominations, shares };
  }

  /** What each step touches, and all of them. */
  async effects({ endedBy, inheritance, quotas, nominations }: PreparedPlan) {
    const ended = inheritance.ended.map(({ unitId }) => unitId);
    const people = tally(uniquePeople(inheritance.officials), ({ from }) => from);
    const counts: Omit<Record<keyof ReorganisationEffects, ReadonlyMap<string, number>>, 'units'> = {
      officials: people,
      posts: await this.officials.countPosts(ended, inheritance.on),
      ...(await this.registers.counts(ended, inheritance.on)),
      ...(await this.lists.counts(ended)),
      calls: await this.calls.count(ended),
      nominations: tally(nominations, ({ unitId }) => unitId),
      places: tally(
        quotas,
        ({ unitId }) => unitId,
        ({ places }) => places,
      ),
    };
    const of = (units: readonly string[]): ReorganisationEffects => ({
      units: units.length,
      ...(Object.fromEntries(
        Object.entries(counts).map(([name, count]) => [name, units.reduce((sum, id) => sum + (count.get(id) ?? 0), 0)]),
      ) as Omit<ReorganisationEffects, 'units'>),
    });
    return { steps: endedBy.map(of), total: of(endedBy.flat()) };
  }
}

const ENDS: ReadonlySet<Step['kind']> = new Set(['merge', 'split', 'close']);

const newUnits = (steps: readonly Step[]) =>
  steps
    .flatMap(({ newUnit, parts = [] }) => [newUnit, ...parts.map((part) => part.newUnit)])
    .filter((unit) => unit !== undefined);

/** Somebody with two things in a unit is one person there. */
const uniquePeople = <T extends { officialId: string; from: string }>(moves: readonly T[]): T[] => [
  ...new Map(moves.map((move) => [`${move.officialId} ${move.from}`, move])).values(),
];

function tally<T>(
  rows: readonly T[],
  key: (row: T) => string,
  weight: (row: T) => number = () => 1,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + weight(row));
  return counts;
}

/** Who claims what of each quota: places that living nominations hold, officials who go there, numbers asked for. */
function sharesOf(
  { inheritance }: Plan,
  quotas: readonly EndingQuota[],
  nominations: readonly LiveNomination[],
  asked: ReadonlyMap<string, number>,
): Map<string, Share[]> {
  const heir = heirFinder(inheritance);
  const heirs = new Map(inheritance.ended.map((unit) => [unit.unitId, unit.heirs]));
  return new Map(
    quotas.map((quota) => [
      quota.id,
      (heirs.get(quota.unitId) ?? []).map((to) => ({
        to,
        takes: nominations.filter((n) => n.quotaId === quota.id && heir(quota.unitId, n.officialId) === to).length,
        weight: inheritance.officials.filter((move) => move.from === quota.unitId && move.to === to).length,
        asked: asked.get(`${quota.unitId} ${to} ${quota.programId} ${quota.period}`),
      })),
    ]),
  );
}
