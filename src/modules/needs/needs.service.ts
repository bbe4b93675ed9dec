import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { InvalidInput } from '../../platform/http/domain-error.js';
import { type ProgramView, ProgramsService } from '../programs/index.js';
import { closingProgram, type JudgedOfficial, STANDARD_LADDERS, StandardsService } from '../standards/index.js';
import type { UnitRef } from '../units/index.js';
import type { NeedsPeopleQuery, NeedsQuery } from './dto/needs.dto.js';
import type { NeedsPeople, NeedsView, NeedyPerson } from './dto/needs.view.js';
import { NeedsPresenter } from './needs.presenter.js';
import { NeedsQueries, type PlaceRow } from './needs.queries.js';
import { type PersonInNeed, sumUpNeeds } from './rules/count-needs.js';
import { type Demand, findNeeds, type Need } from './rules/find-needs.js';
import { comparePeople } from './rules/rank-needs.js';
import { RETIREMENT_SOURCE } from './rules/retirement.js';

interface Period {
  readonly asOf: PlainDate;
  readonly until: PlainDate;
}

/** A need with whose it is. */
type OwnedNeed = Omit<NeedyPerson, 'rank' | 'reason'>;

/** Who lacks what, now and by a day to come. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly queries: NeedsQueries,
    private readonly standards: StandardsService,
    private readonly programs: ProgramsService,
    private readonly presenter: NeedsPresenter,
    private readonly clock: Clock,
  ) {}

  /** Needs per unit and program, the most pressing first. @throws InvalidInput */
  async needs(actor: Actor, query: NeedsQuery): Promise<NeedsView> {
    const period = this.period(query);
    const people = await this.find(actor.unitId, period, query.unitId, mayRole(actor.role, 'needs.readPlanned'));
    const { rows, totals } = sumUpNeeds(people, query.programId);
    return { ...period, rows, totals, retirementSource: RETIREMENT_SOURCE };
  }

  /** The names behind the numbers, who is due earliest first, each with the reason in words. @throws InvalidInput */
  async people(actor: Actor, query: NeedsPeopleQuery): Promise<NeedsPeople> {
    const period = this.period(query);
    const found = await this.find(actor.unitId, period, query.unitId, mayRole(actor.role, 'needs.readPlanned'));
    const asked = ({ kind, program }: OwnedNeed): boolean =>
      (query.kind === undefined || query.kind === kind) &&
      (query.programId === undefined || query.programId === program?.id);
    const list = (of: (person: PersonInNeed) => readonly OwnedNeed[]): NeedyPerson[] =>
      found
        .flatMap(of)
        .filter(asked)
        .sort((a, b) => comparePeople(a, b, STANDARD_LADDERS[a.kind]))
        .map((need, index) => ({ ...need, rank: index + 1, reason: this.presenter.reason(need) }));
    return { ...period, items: list(({ needs }) => needs), unknown: list(({ unknown }) => unknown) };
  }

  /**
   * How many people of each unit below `scope` need a program by a day, planned posts included: what a plan or a proposal
   * of places starts from. @returns units with at least one, the most pressing first.
   */
  async needsByUnit(scope: string, programId: string, day: PlainDate): Promise<{ unit: UnitRef; people: number }[]> {
    const today = plainDateIn(this.clock.now());
    const people = await this.find(scope, { asOf: day < today ? day : today, until: day }, undefined, true);
    return sumUpNeeds(people, programId).rows.filter((row) => row.people > 0);
  }

  /** Everyone of the scope with what they need. @param planned whether posts people are planned for may be looked at. */
  private async find(
    scope: string,
    { asOf, until }: Period,
    unitId: string | undefined,
    planned: boolean,
  ): Promise<PersonInNeed[]> {
    const places = new Map((await this.queries.places(asOf)).map((place) => [place.unitId, place]));
    const inUnit = ({ unitId: of }: JudgedOfficial): boolean =>
      places.has(of) && (unitId === undefined || (places.get(of)?.path.includes(unitId) ?? false));
    const officials = (await this.standards.judge(scope, asOf)).filter(inUnit);
    const ids = officials.map(({ officialId }) => officialId);
    const facts = new Map((await this.queries.people(ids, asOf)).map((person) => [person.id, person]));
    const demands = await this.demands(officials, { asOf, until }, planned);
    const programs = (await this.programs.list()).items;
    return officials.flatMap((official) => {
      const person = facts.get(official.officialId);
      const place = places.get(official.unitId);
      if (!person || !place) return [];
      const found = findNeeds({ ...person, demands: demands.get(official.officialId) ?? [] }, until);
      const own = (need: Need): OwnedNeed => ownNeed(need, official, place, programs);
      return [
        {
          unit: place.group,
          leaving: found.leaving,
          hasStandard: official.standard !== null,
          needs: found.needs.map(own),
          unknown: found.unknown.map(own),
        },
      ];
    });
  }

  /** What the posts ask of their holders now, by standards that begin later, and of those planned for them. */
  private async demands(
    officials: readonly JudgedOfficial[],
    { asOf, until }: Period,
    planned: boolean,
  ): Promise<Map<string, Demand[]>> {
    const ids = officials.map(({ officialId }) => officialId);
    const plannings = planned ? await this.queries.plannings(ids, asOf, until) : [];
    const asked = await this.standards.asked(asOf, until);
    const byPerson = new Map<string, Demand[]>();
    for (const official of officials) {
      const now: Demand = { cause: 'post-now', by: asOf, post: official.post, verdicts: official.verdict };
      const coming = asked.changes(official).map(({ from, verdict }): Demand => ({
        cause: 'standard-coming',
        by: from,
        post: official.post,
        verdicts: verdict,
      }));
      byPerson.set(official.officialId, [now, ...coming]);
    }
    const people = new Map(officials.map((official) => [official.officialId, official]));
    for (const { officialId, title, by, ...post } of plannings) {
      const official = people.get(officialId);
      if (!official) continue;
      const verdicts = asked.of({ ...official, ...post }, by);
      byPerson.get(officialId)?.push({ cause: 'planned-post', by, post: title, verdicts });
    }
    return byPerson;
  }

  /** @throws InvalidInput when it would end before it begins */
  private period({ asOf = plainDateIn(this.clock.now()), until }: NeedsQuery): Period {
    if (until !== undefined && until < asOf) throw new InvalidInput([{ path: 'until', rule: 'notBeforeAsOf' }]);
    return { asOf, until: until ?? `${yearOf(asOf) + 1}-12-31` };
  }
}

function ownNeed(need: Need, official: JudgedOfficial, place: PlaceRow, programs: readonly ProgramView[]): OwnedNeed {
  const program = closingProgram(need.kind, need.asked, programs, STANDARD_LADDERS.llct);
  const { officialId, fullName } = official;
  return {
    ...need,
    officialId,
    fullName,
    unit: place.group,
    program: program && { id: program.id, code: program.code, name: program.name },
  };
}
