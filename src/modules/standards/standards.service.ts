import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { CoursesQueries } from '../courses/index.js';
import { LLCT_LEVELS, MANAGEMENT_LEVELS, PROFESSIONAL_LEVELS } from '../officials/index.js';
import { ProgramsService } from '../programs/index.js';
import type { MissingView, OfficialStandardsView } from './dto/standards.view.js';
import { chooseStandard, type PostFacts } from './rules/choose-standard.js';
import { closingProgram } from './rules/closing-program.js';
import { type HeldFacts, judgeStandards, type StandardsVerdict } from './rules/judge-standard.js';
import { STANDARD_KINDS } from './standard.types.js';
import { toStandardView } from './standards.presenter.js';
import { type KnownStandard, type StandardRow, StandardsQueries } from './standards.queries.js';

/** Classes shown beside a gap. */
const COURSES_SHOWN = 3;

/** The ladders of what posts ask for, lowest step first. */
export const STANDARD_LADDERS = { professional: PROFESSIONAL_LEVELS, llct: LLCT_LEVELS, management: MANAGEMENT_LEVELS };

/** One official, judged. */
export interface JudgedOfficial extends StandardRow {
  /** What the post asks for that day, or null when nothing is recorded. */
  standard: KnownStandard | null;
  verdict: StandardsVerdict;
}

/** See `StandardsService.asked`. */
export interface AskedOverTime {
  of(post: PostFacts & HeldFacts, day: PlainDate): StandardsVerdict;
  changes(post: PostFacts & HeldFacts): { from: PlainDate; verdict: StandardsVerdict }[];
}

/** Who meets what their post asks for. */
@Injectable()
export class StandardsService {
  constructor(
    private readonly queries: StandardsQueries,
    private readonly programs: ProgramsService,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  /** Everyone of the scope, judged as of a day. @param officialIds only these, when given. */
  async judge(scope: string, asOf: PlainDate, officialIds: readonly string[] | null = null): Promise<JudgedOfficial[]> {
    const standards = await this.queries.standards(asOf);
    const rows = await this.queries.rows(scope, asOf, officialIds);
    return rows.map((row) => {
      const standard = chooseStandard(standards, row, asOf);
      return { ...row, standard, verdict: judgeStandards(standard, row, STANDARD_LADDERS) };
    });
  }

  /**
   * What is asked over a time, for posts that are not (yet) held.
   * @returns `of`: the verdict on somebody in a post on a day; `changes`: the verdicts from each day within the time on
   * which a standard of the post begins.
   */
  async asked(after: PlainDate, until: PlainDate): Promise<AskedOverTime> {
    const standards = await this.queries.standards();
    const of = (post: PostFacts & HeldFacts, day: PlainDate): StandardsVerdict =>
      judgeStandards(chooseStandard(standards, post, day), post, STANDARD_LADDERS);
    const days = new Set(
      standards.flatMap(({ from }) => (from !== null && from > after && from <= until ? [from] : [])),
    );
    const changes = (post: PostFacts & HeldFacts) =>
      [...days].sort().map((from) => ({ from, verdict: of(post, from) }));
    return { of, changes };
  }

  /** One official of the caller's subtree, judged as of a day (today when left out). @throws NotFound */
  async ofOfficial(actor: Actor, id: string, asOf = plainDateIn(this.clock.now())): Promise<OfficialStandardsView> {
    const [official] = await this.judge(actor.unitId, asOf, [id]);
    if (!official) throw new NotFound('id');
    const { verdict, standard } = official;
    return {
      asOf,
      ...verdict,
      source: standard?.source ?? null,
      standard: standard && toStandardView(standard),
      missing: await this.missing(actor, verdict),
      exemptions: await this.queries.exemptions(id),
    };
  }

  /** What is not met, each with the program that gives it and the next classes of that. */
  private async missing(actor: Actor, verdict: StandardsVerdict): Promise<MissingView[]> {
    const programs = (await this.programs.list()).items;
    const gaps = STANDARD_KINDS.flatMap((kind) => {
      const { asked, has, answer } = verdict[kind];
      return answer === 'notMet' && asked !== null ? [{ kind, asked, has }] : [];
    });
    return Promise.all(
      gaps.map(async (gap) => {
        const program = closingProgram(gap.kind, gap.asked, programs, STANDARD_LADDERS.llct);
        const courses = program
          ? await this.courses.soonest(actor, program.id, plainDateIn(this.clock.now()), COURSES_SHOWN)
          : [];
        return { ...gap, program: program && { id: program.id, code: program.code, name: program.name }, courses };
      }),
    );
  }
}
