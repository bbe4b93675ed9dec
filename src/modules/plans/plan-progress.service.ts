import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { CoursesQueries, type HeldCourse } from '../courses/index.js';
import { TurnsQueries } from '../nominations/index.js';
import { ProgramsService } from '../programs/index.js';
import type { FollowedLine, PlanGroup, PlanProgress } from './dto/plan.view.js';
import { type KnownLine, PlanLinesQueries } from './plan-lines.queries.js';
import { type KnownPlan, PlansQueries } from './plans.queries.js';
import { lineState } from './rules/line-state.js';
import { type CourseFacts, type Placing, placeProgress, sumProgress } from './rules/plan-progress.js';
import { totalsOf } from './rules/compare-versions.js';
import { sumYears, type YearSums } from './rules/sum-years.js';

/** Lines with what became of them, by program too. */
export interface FollowedPlan {
  readonly lines: FollowedLine[];
  readonly groups: PlanGroup[];
  readonly progress: PlanProgress;
  readonly late: number;
}

/** Everything the sums of one plan are made of. */
interface Facts {
  readonly courses: readonly (CourseFacts & HeldCourse)[];
  readonly placing: Placing;
  readonly persons: ReadonlyMap<string, number>;
}

/** Names of the groups in which different people are counted. */
const ALL = 'all';
const ofProgram = (id: string): string => `program ${id}`;
const ofLine = (id: string): string => `line ${id}`;

/** What became of plans: classes opened and people trained, read from the classes themselves. */
@Injectable()
export class PlanProgressService {
  constructor(
    private readonly plans: PlansQueries,
    private readonly lines: PlanLinesQueries,
    private readonly courses: CoursesQueries,
    private readonly turns: TurnsQueries,
    private readonly programs: ProgramsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Follows the lines of a version.
   * @param all every line of it: where classes count does not hang on who looks.
   * @param seen which of them are shown. @param drafts whether classes still being prepared are.
   */
  async follow(
    plan: KnownPlan,
    all: readonly KnownLine[],
    seen: readonly KnownLine[],
    drafts: boolean,
  ): Promise<FollowedPlan> {
    const facts = await this.facts(plan, all, drafts);
    const sums = plan.kind === 'period' ? await this.yearsOf(plan, all) : null;
    const today = this.today();
    const lines = seen.map((line): FollowedLine => {
      const { programId: _, unitId: __, standsFor: ___, ...view } = line;
      const progress = progressOf(facts, ofLine(line.id), (lineId) => lineId === line.id);
      return {
        ...view,
        state: lineState(line, plan, progress.opened, today),
        progress,
        courses: facts.courses.filter(({ id }) => facts.placing.courses.get(id) === line.id).map(toCourse),
        years: sums && (sums.byLine.get(line.id) ?? { classes: 0, trainees: 0 }),
      };
    });
    return {
      lines,
      groups: await this.groups(facts, seen, sums, seen.length === all.length),
      progress: progressOf(facts, ALL, () => true),
      late: lines.filter(({ state }) => state === 'late').length,
    };
  }

  /** How many lines of a unit's plans in force are late. */
  async lateLines(unitId: string): Promise<number> {
    let late = 0;
    for (const { plan, versionId } of await this.plans.inForce(unitId, this.today())) {
      const lines = await this.lines.lines(unitId, versionId);
      late += (await this.follow(plan, lines, lines, false)).late;
    }
    return late;
  }

  private async facts(plan: KnownPlan, lines: readonly KnownLine[], drafts: boolean): Promise<Facts> {
    const { firstYear, lastYear, unit } = plan;
    const linked =
      plan.kind === 'year' ? await this.lines.courses(plan.id) : await this.lines.ofYears(unit.id, firstYear, lastYear);
    const forUnit = new Map(linked.map((link) => [link.courseId, link]));
    const span = { from: `${firstYear}-01-01`, to: `${lastYear}-12-31`, ids: [...forUnit.keys()], drafts };
    const courses = (await this.courses.held([unit.id, ...plan.formerUnitIds], span)).map((course) => ({
      ...course,
      forUnitId: forUnit.get(course.id)?.unitId ?? null,
      forHeirId: forUnit.get(course.id)?.standsFor ?? null,
    }));
    const turns = await this.turns.ofCourses(courses.map(({ id }) => id));
    const placing = placeProgress(lines, plan, courses, turns);
    return { courses, placing, persons: await this.persons(courses, placing) };
  }

  /** Different people by line, by program and in all. */
  private persons(courses: readonly CourseFacts[], placing: Placing): Promise<Map<string, number>> {
    const done = new Map(
      courses.flatMap((course) =>
        course.state === 'completed' && course.reported === null ? [[course.id, course.programId]] : [],
      ),
    );
    return this.turns.persons(
      placing.turns.flatMap(({ courseId, unitId, lineId }) => {
        const programId = done.get(courseId);
        if (programId === undefined) return [];
        const groups = [ALL, ofProgram(programId), ...(lineId === null ? [] : [ofLine(lineId)])];
        return [{ courseId, unitId, groups }];
      }),
    );
  }

  private async yearsOf({ unit, firstYear, lastYear }: KnownPlan, lines: readonly KnownLine[]): Promise<YearSums> {
    return sumYears(lines, await this.lines.yearLines(unit.id, firstYear, lastYear));
  }

  /** By program in the catalogue's order; who sees only some lines gets no program that has none of them. */
  private async groups(
    facts: Facts,
    seen: readonly KnownLine[],
    sums: YearSums | null,
    whole: boolean,
  ): Promise<PlanGroup[]> {
    const { items } = await this.programs.list();
    return items.flatMap(({ id, code, name }): PlanGroup[] => {
      const own = seen.filter(({ programId }) => programId === id);
      const happened = facts.courses.some(({ programId }) => programId === id) || sums?.byProgram.has(id) === true;
      if (own.length === 0 && !(whole && happened)) return [];
      return [
        {
          program: { id, code, name },
          planned: own.length === 0 ? null : totalsOf(own),
          progress: progressOf(facts, ofProgram(id), (_, programId) => programId === id),
          years: sums && (sums.byProgram.get(id) ?? { classes: 0, trainees: 0 }),
        },
      ];
    });
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

function progressOf(
  { courses, placing, persons }: Facts,
  group: string,
  counts: (lineId: string | null, programId: string) => boolean,
): PlanProgress {
  const { trained, ...progress } = sumProgress(courses, placing, counts);
  return { ...progress, trained: { ...trained, persons: persons.get(group) ?? 0 } };
}

const toCourse = ({ id, code, title, state, startsOn, forUnitId }: CourseFacts & HeldCourse) => ({
  id,
  code,
  title,
  state,
  startsOn,
  linked: forUnitId !== null,
});
