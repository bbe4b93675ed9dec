import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { Live } from '../../platform/live/live.js';
import { type Page, toPage } from '../../platform/http/page.js';
import { CallsService, CourseNotOpen, CoursesService, type CourseView } from '../courses/index.js';
import type { CandidatesQuery, NominateDto } from './dto/nomination.dto.js';
import type { CandidateView, NominatedLine, NominatedView } from './dto/nomination.view.js';
import { CellProposes } from './nominations.errors.js';
import { EligibilityQueries, type FactsRow } from './eligibility.queries.js';
import { NominationPresenter } from './nomination.presenter.js';
import { type Claim, NominationsRepository } from './nominations.repository.js';
import { afterOthers, type RowOfPerson } from './rules/minimum-shares.js';
import { judge } from './judge.js';
import type { EligibilityVerdict } from './rules/eligibility.js';

interface JudgedLine {
  facts: FactsRow;
  verdict: EligibilityVerdict;
}

/** Choosing people for a class and sending their list. */
@Injectable()
export class NominationsService {
  constructor(
    private readonly courses: CoursesService,
    private readonly calls: CallsService,
    private readonly eligibility: EligibilityQueries,
    private readonly nominations: NominationsRepository,
    private readonly presenter: NominationPresenter,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** People to choose from, each with every rule's answer; those who need the class first. @throws NotFound */
  async candidates(actor: Actor, courseId: string, query: CandidatesQuery): Promise<Page<CandidateView>> {
    const course = await this.courses.get(actor, courseId);
    const { rows, request, total } = await this.eligibility.candidates(actor, course, query, this.today());
    return toPage(rows, request, total, (row) => {
      const { eligible, checks } = judge(course, row, this.today());
      return { official: row.official, needed: row.needed, eligible, checks: this.presenter.checks(checks) };
    });
  }

  /**
   * Sends a list: each line is judged, and those nothing speaks against take a quota place and a seat, or a place on
   * the waitlist, in the order of the list. It answers the call of every unit that it nominates somebody for.
   * @throws NotFound naming the class or the official (unknown, or not of the caller's units); CourseNotOpen; CellProposes
   */
  @Transactional()
  async nominate(actor: Actor, { courseId, officialIds }: NominateDto): Promise<NominatedView> {
    const course = await this.courses.get(actor, courseId, 'courseId');
    if (course.state !== 'open') throw new CourseNotOpen();
    if (actor.role === 'cell' && course.program.version?.cellStep) throw new CellProposes();
    const lines = await this.judgeAll(actor, course, officialIds);
    const claims = await this.claim(actor, course, lines);
    const taken = claims.filter(({ nominationId }) => nominationId !== null);
    await this.record(actor, course, taken, lines);
    const again = await this.judgeLost(actor, course, claims);
    const byOfficial = new Map(claims.map((claim) => [claim.officialId, claim]));
    return {
      items: lines.map((line) =>
        this.line(again.get(line.facts.officialId) ?? line, byOfficial.get(line.facts.officialId)),
      ),
    };
  }

  /** Every line judged, in the order of the list. @throws NotFound for a line that is not the caller's to nominate. */
  private async judgeAll(actor: Actor, course: CourseView, officialIds: readonly string[]): Promise<JudgedLine[]> {
    const rows = await this.eligibility.facts(actor, course, officialIds, this.today());
    const byOfficial = new Map(rows.map((facts) => [facts.officialId, facts]));
    const before: RowOfPerson[] = [];
    return officialIds.map((id, index) => {
      const row = byOfficial.get(id);
      if (!row) throw new NotFound('officialIds', index);
      const facts = { ...row, quota: row.quota && afterOthers(row.quota, before) };
      const verdict = judge(course, facts, this.today());
      if (verdict.eligible && row.quota) before.push(row.quota);
      return { facts, verdict };
    });
  }

  private async claim(actor: Actor, course: CourseView, lines: readonly JudgedLine[]): Promise<Claim[]> {
    const late = course.deadline !== null && this.today() > course.deadline;
    const claimed = lines.flatMap(({ facts, verdict }) =>
      verdict.eligible && facts.calledUnitId !== null
        ? [
            {
              nominationId: newId(),
              officialId: facts.officialId,
              unitId: facts.calledUnitId,
              quotaId: course.program.needsQuota ? (facts.quota?.id ?? null) : null,
              late,
              verdict: verdict.checks,
            },
          ]
        : [],
    );
    return claimed.length === 0 ? [] : this.nominations.claim(course.id, claimed, actor.accountId, this.clock.now());
  }

  /** Those whom somebody else was quicker to take, judged by what is true now. */
  private async judgeLost(
    actor: Actor,
    course: CourseView,
    claims: readonly Claim[],
  ): Promise<Map<string, JudgedLine>> {
    const lost = claims.filter(({ nominationId }) => nominationId === null).map(({ officialId }) => officialId);
    if (lost.length === 0) return new Map();
    const lines = await this.judgeAll(actor, course, lost);
    return new Map(lines.map((line) => [line.facts.officialId, line]));
  }

  private line({ facts, verdict }: JudgedLine, claim: Claim | undefined): NominatedLine {
    const outcome = claim?.outcome === 'seated' || claim?.outcome === 'waitlisted' ? claim.outcome : 'refused';
    const checks = verdict.checks.map((check) =>
      check.rule === 'seat-free' && outcome !== 'refused'
        ? { ...check, result: outcome === 'seated' ? ('pass' as const) : ('fail' as const) }
        : check,
    );
    return {
      officialId: facts.officialId,
      ...(claim?.nominationId && { nominationId: claim.nominationId }),
      outcome,
      checks: this.presenter.checks(checks),
    };
  }

  private async record(
    actor: Actor,
    course: CourseView,
    taken: readonly Claim[],
    lines: readonly JudgedLine[],
  ): Promise<void> {
    if (taken.length === 0) return;
    this.live.say({ topic: 'course', id: course.id, audience: { unitId: course.unit.id, below: true } });
    const unitOf = new Map(lines.map(({ facts }) => [facts.officialId, facts.calledUnitId]));
    const units = [...new Set(taken.flatMap(({ officialId }) => unitOf.get(officialId) ?? []))];
    await this.calls.answeredWithList(actor, course.id, units);
    await this.audit.record(
      ...taken.map(({ officialId, nominationId, outcome }) => ({
        actor,
        action: `nomination.${outcome}`,
        subjectType: 'nomination',
        subjectId: nominationId ?? '',
        unitId: unitOf.get(officialId) ?? null,
        data: { course: course.code },
      })),
      {
        actor,
        action: 'course.nominated',
        subjectType: 'course',
        subjectId: course.id,
        unitId: actor.unitId,
        data: { people: taken.length, waitlisted: taken.filter(({ outcome }) => outcome === 'waitlisted').length },
      },
    );
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}
