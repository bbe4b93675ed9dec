import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { PlanProgressService } from '../plans/index.js';
import { type JudgedOfficial, type StandardKind, StandardsService } from '../standards/index.js';
import { UnitsQueries } from '../units/index.js';
import type { StandardsPeopleQuery, StandardsReportQuery, YearsQuery } from './dto/report.dto.js';
import type {
  CoursesByYear,
  HomeTask,
  HomeView,
  SentToTheory,
  StandardsPeople,
  StandardsReport,
} from './dto/report.view.js';
import { ReportsQueries, type Workload } from './reports.queries.js';
import { countStandards, sumUp } from './rules/count-standards.js';

/** Where the district's own records begin. */
const FIRST_YEAR = 2015;

/** Figures, each with the day it speaks of. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly queries: ReportsQueries,
    private readonly standards: StandardsService,
    private readonly plans: PlanProgressService,
    private readonly units: UnitsQueries,
    private readonly clock: Clock,
  ) {}

  /** Who meets what their posts ask for, per commune and town and in all, as of a day. */
  async standardsReport(actor: Actor, { asOf = this.today() }: StandardsReportQuery): Promise<StandardsReport> {
    const people = await this.standards.judge(actor.unitId, asOf);
    const communeOf = await this.communesOf(people, asOf);
    const placed = people.flatMap(({ unitId, verdict }) => {
      const commune = communeOf.get(unitId);
      return commune
        ? [{ commune: { unitId: commune.communeId, code: commune.code, name: commune.name }, verdict }]
        : [];
    });
    const managementAsked = people.some(({ verdict }) => verdict.management.asked !== null);
    return { asOf, managementAsked, ...sumUp(countStandards(placed)) };
  }

  /** The names behind one figure of the report. */
  async standardsPeople(
    actor: Actor,
    { asOf = this.today(), unitId, standard, answer }: StandardsPeopleQuery,
  ): Promise<StandardsPeople> {
    const people = await this.standards.judge(actor.unitId, asOf);
    const communes = await this.communesOf(people, asOf);
    const items = people
      .filter((person) => person.verdict[standard].answer === answer)
      .flatMap((person) => toPerson(person, communes.get(person.unitId), standard))
      .filter((person) => unitId === undefined || person.unit.id === unitId);
    return { asOf, items };
  }

  /** Classes completed and turns of trainees, by year. */
  async coursesByYear(actor: Actor, query: YearsQuery): Promise<CoursesByYear> {
    const items = await this.queries.coursesByYear(actor.unitId, ...this.years(query));
    return { items, courses: total(items, 'courses'), trainees: total(items, 'trainees') };
  }

  /** People sent to advanced and intermediate LLCT, by year. */
  async sentToTheory(actor: Actor, query: YearsQuery): Promise<SentToTheory> {
    const items = await this.queries.sentToTheory(actor.unitId, ...this.years(query));
    return { items, advanced: total(items, 'advanced'), intermediate: total(items, 'intermediate') };
  }

  /** The first page: what needs a hand today, and the year at a glance. */
  async home(actor: Actor): Promise<HomeView> {
    const today = this.today();
    const year = yearOf(today);
    const { officials, professional, llct, management, both } = await this.standardsReport(actor, {});
    return {
      tasks: tasksOf(actor, await this.queries.workload(actor.unitId, today), await this.latePlanLines(actor)),
      year,
      courses: await this.queries.coursesOfYear(actor.unitId, year),
      quotas: await this.queries.quotasOfYear(actor.unitId, year),
      standards: { officials, professional, llct, management, both },
    };
  }

  /** Lines of the unit's own plans that are late; nobody else has to do anything about them. */
  private async latePlanLines(actor: Actor): Promise<number> {
    return mayRole(actor.role, 'plans.write') ? this.plans.lateLines(actor.unitId) : 0;
  }

  /** The commune or town of each post's unit, on the map of that day. */
  private async communesOf(people: readonly JudgedOfficial[], asOf: PlainDate) {
    const rows = await this.units.communesAsOf([...new Set(people.map(({ unitId }) => unitId))], asOf);
    return new Map(rows.map((row) => [row.unitId, row]));
  }

  private years({ from = FIRST_YEAR, to = yearOf(this.today()) }: YearsQuery): [number, number] {
    return [from, to];
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

/** The lines of work, as far as the reader may do them; those with nothing to do are left out. */
function tasksOf(actor: Actor, work: Workload, latePlanLines: number): HomeTask[] {
  const lines: [ability: string, kind: string, count: number, link: string][] = [
    ['nominations.decide', 'review-nominations', work.toReview, '/tham-dinh'],
    ['calls.extend', 'answer-more-time', work.moreTimeAsked, '/lop?state=open'],
    ['calls.extend', 'silent-units', work.silentUnits, '/don-doc'],
    ['courses.manage', 'confirm-courses', work.toConfirm, '/lop?state=closed'],
    ['courses.manage', 'start-courses', work.toStart, '/lop?state=confirmed'],
    ['courses.manage', 'complete-courses', work.toComplete, '/lop?state=running'],
    ['plans.write', 'late-plan-lines', latePlanLines, '/ke-hoach'],
    ['quotaNotices.answer', 'quota-notices', work.noticesToAcknowledge, '/chi-tieu?tab=thong-bao'],
    ...(mayRole(actor.role, 'courses.manage')
      ? []
      : ([
          ['calls.answer', 'answer-calls', work.callsToAnswer, '/de-cu'],
          ['calls.answer', 'overdue-calls', work.overdueCalls, '/de-cu'],
          ['nominations.submit', 'mend-returned', work.returned, '/de-cu'],
        ] as [string, string, number, string][])),
  ];
  return lines
    .filter(([ability, , count]) => count > 0 && mayRole(actor.role, ability))
    .map(([, kind, count, link]) => ({ kind, count, link }));
}

function toPerson(
  { officialId, fullName, post, verdict }: JudgedOfficial,
  commune: { communeId: string; code: string; name: string } | undefined,
  standard: StandardKind,
) {
  if (!commune) return [];
  const { asked, has } = verdict[standard];
  return [
    { officialId, fullName, post, unit: { id: commune.communeId, code: commune.code, name: commune.name }, asked, has },
  ];
}

const total = <Row>(rows: readonly Row[], column: keyof Row): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0);
