import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { type Page, toPage } from '../../platform/http/page.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import { type ClaimedLine, ClaimsService } from './claims.service.js';
import type { CandidatesQuery, NominateDto } from './dto/nomination.dto.js';
import type { CandidateView, NominatedLine, NominatedView } from './dto/nomination.view.js';
import { EligibilityQueries } from './eligibility.queries.js';
import { judgeFacts } from './judge-facts.js';
import { NominationPresenter } from './nomination.presenter.js';

export type DraftVerdict = Pick<CandidateView, 'eligible' | 'checks'>;

/** Choosing people for a class and sending their list. */
@Injectable()
export class NominationsService {
  constructor(
    private readonly courses: CoursesService,
    private readonly claims: ClaimsService,
    private readonly eligibility: EligibilityQueries,
    private readonly presenter: NominationPresenter,
    private readonly clock: Clock,
  ) {}

  /** People to choose from, each with every rule's answer; those who need the class first. @throws NotFound */
  async candidates(actor: Actor, courseId: string, query: CandidatesQuery): Promise<Page<CandidateView>> {
    const course = await this.courses.get(actor, courseId);
    const judged = { ...course, needsQuota: course.program.needsQuota };
    const { rows, request, total } = await this.eligibility.candidates(actor, course, query, this.today());
    const earlier = await this.eligibility.earlier(
      actor,
      rows.map(({ official }) => official.id),
    );
    return toPage(rows, request, total, (row) => {
      const { official, needed } = row;
      const { eligible, checks } = judgeFacts(judged, row, this.today());
      const said = { checks: this.presenter.checks(checks), earlier: earlier.get(official.id) ?? [] };
      return { official, needed, eligible, ...said };
    });
  }

  /** What speaks now for and against people of a list in the making, by id; who is not to be chosen is missing. */
  async verdicts(actor: Actor, course: CourseView, officialIds: readonly string[]): Promise<Map<string, DraftVerdict>> {
    const judged = { ...course, needsQuota: course.program.needsQuota };
    const all = { 'page[size]': Math.max(1, officialIds.length) };
    const { rows } = await this.eligibility.candidates(actor, course, all, this.today(), officialIds);
    return new Map(
      rows.map((row) => {
        const { eligible, checks } = judgeFacts(judged, row, this.today());
        const against = checks.filter(({ result, waiver }) => result !== 'pass' || waiver !== undefined);
        return [row.official.id, { eligible, checks: this.presenter.checks(against) }];
      }),
    );
  }

  /**
   * Sends a list: each line is judged, and those nothing speaks against take a quota place and a seat, or a place on
   * the waitlist, in the order of the list. It answers the call of every unit that it nominates somebody for.
   * @throws NotFound naming the class or the official (unknown, or not of the caller's units); CourseNotOpen; CellProposes
   */
  async nominate(actor: Actor, { courseId, officialIds }: NominateDto): Promise<NominatedView> {
    const lines = await this.claims.take({ actor, courseId, officialIds });
    return { items: lines.map((line) => this.line(line)) };
  }

  private line({ officialId, nominationId, outcome: claimed, verdict }: ClaimedLine): NominatedLine {
    const outcome = claimed === 'seated' || claimed === 'waitlisted' ? claimed : 'refused';
    const checks = verdict.checks.map((check) =>
      check.rule === 'seat-free' && outcome !== 'refused'
        ? { ...check, result: outcome === 'seated' ? ('pass' as const) : ('fail' as const) }
        : check,
    );
    return {
      officialId,
      ...(outcome !== 'refused' && { nominationId }),
      outcome,
      checks: this.presenter.checks(checks),
    };
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}
