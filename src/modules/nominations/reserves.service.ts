import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { CourseNotOpen, CoursesService, type CourseView } from '../courses/index.js';
import { ClaimsQueries } from './claims.queries.js';
import type { NominationView } from './dto/nomination.view.js';
import type { NamedReserves, ReserveList, ReserveView, StepInDto } from './dto/reserve.dto.js';
import { type JudgedFacts, judgeFacts } from './judge-facts.js';
import { NominationPresenter } from './nomination.presenter.js';
import { CellProposes } from './nominations.errors.js';
import { NominationsQueries } from './nominations.queries.js';
import { HANDED_OVER, ReplacementService } from './replacement.service.js';
import { type ReserveRow, ReservesRepository } from './reserves.repository.js';
import type { RuleCheck } from './rules/eligibility.js';

/** Places that may be gone, or kept for others, say nothing against being in reserve. */
const SCARCE: readonly string[] = [...HANDED_OVER, 'quota-kept'];

/** Reserve nominees: named beside the list, and proposed when somebody of their unit leaves. */
@Injectable()
export class ReservesService {
  constructor(
    private readonly courses: CoursesService,
    private readonly reserves: ReservesRepository,
    private readonly replacement: ReplacementService,
    private readonly nominations: NominationsQueries,
    private readonly claims: ClaimsQueries,
    private readonly presenter: NominationPresenter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Who is kept in reserve for a class, judged as things are now. @throws NotFound */
  async list(actor: Actor, courseId: string): Promise<ReserveList> {
    const course = await this.courses.get(actor, courseId);
    const rows = await this.reserves.list(actor, courseId, null, this.today());
    return { items: await this.judged(actor, course, rows), canName: mayName(actor, course) };
  }

  /** Whom the system proposes for the place of this person: the reserves of the same unit, in order. @throws NotFound */
  async of(actor: Actor, nominationId: string): Promise<ReserveList> {
    const nomination = await this.nominations.find(actor, nominationId, this.today());
    if (!nomination) throw new NotFound('id');
    const course = await this.courses.get(actor, nomination.course.id);
    const rows = await this.reserves.list(actor, course.id, nomination.unit.id, this.today());
    return { items: await this.judged(actor, course, rows), canName: false };
  }

  /**
   * Keeps people in reserve, each judged like a nominee but for seats and places.
   * @throws NotFound, CourseNotOpen, CellProposes, ReservedTwice
   */
  @Transactional()
  async name(actor: Actor, courseId: string, officialIds: readonly string[]): Promise<NamedReserves> {
    const course = await this.courses.get(actor, courseId);
    if (course.state !== 'open') throw new CourseNotOpen();
    if (actor.role === 'cell' && course.program.version?.cellStep) throw new CellProposes();
    const people = await this.facts(actor, courseId, officialIds);
    const stranger = people.findIndex((person) => person === null);
    if (stranger >= 0) throw new NotFound('officialIds', stranger);
    const lines = people.flatMap((person) => (person ? [{ person, ...this.judge(course, person) }] : []));
    const kept = lines.flatMap(({ person: { officialId, calledUnitId }, eligible }) =>
      eligible && calledUnitId !== null ? [{ officialId, unitId: calledUnitId }] : [],
    );
    if (kept.length > 0) {
      await this.reserves.name(courseId, kept, actor.accountId, this.clock.now());
      await this.record(actor, courseId, 'course.reservesNamed', { people: kept.length });
    }
    return {
      items: lines.map(({ person, eligible, checks }) => ({
        officialId: person.officialId,
        kept: eligible,
        checks: this.presenter.checks(checks),
      })),
    };
  }

  /**
   * Somebody kept in reserve takes the place of one who withdraws, is refused or is replaced, before it is anybody else's.
   * @throws NotFound, NotAllowed, NominationStepNotPossible, ReasonMissing, CannotReplace, StaleVersion
   */
  @Transactional()
  async stepIn(actor: Actor, nominationId: string, { reserveId, by, reason }: StepInDto): Promise<NominationView> {
    const nomination = await this.nominations.find(actor, nominationId, this.today());
    if (!nomination) throw new NotFound('id');
    const reserve = await this.reserves.waiting(actor, nomination.course.id, reserveId);
    if (!reserve) throw new NotFound('reserveId');
    return this.replacement.handOver(actor, nominationId, { officialId: reserve.officialId, by, reason });
  }

  /** Takes somebody off the reserve that a unit named itself. @throws NotFound */
  @Transactional()
  async remove(actor: Actor, courseId: string, id: string): Promise<void> {
    await this.courses.get(actor, courseId);
    const reserve = await this.reserves.waiting(actor, courseId, id);
    if (!reserve || !(await this.reserves.remove(id, this.clock.now()))) throw new NotFound('reserveId');
    await this.record(actor, courseId, 'course.reserveRemoved', {});
  }

  private async judged(actor: Actor, course: CourseView, rows: readonly ReserveRow[]): Promise<ReserveView[]> {
    const ids = rows.map(({ officialId }) => officialId);
    const facts = await this.facts(actor, course.id, ids);
    return rows.map((row, index) => {
      const person = facts[index] ?? null;
      const { eligible, checks } = person ? this.judge(course, person) : { eligible: false, checks: [] };
      const canRemove = !row.proposed && mayRole(actor.role, 'nominations.submit');
      return { ...row, eligible, checks: this.presenter.checks(checks), canRemove };
    });
  }

  private judge(course: CourseView, person: JudgedFacts): { eligible: boolean; checks: readonly RuleCheck[] } {
    const { checks } = judgeFacts({ ...course, needsQuota: course.program.needsQuota }, person, this.today());
    const own = checks.filter(({ rule }) => !SCARCE.includes(rule));
    return { eligible: !own.some(({ result }) => result === 'fail' || result === 'needsException'), checks: own };
  }

  private async facts(actor: Actor, courseId: string, ids: readonly string[]): Promise<(JudgedFacts | null)[]> {
    const asked = ids.map((officialId) => ({ readerUnitId: actor.unitId, courseId, officialId }));
    return (await this.claims.facts(asked, this.today())).map(({ person }) => person);
  }

  private record(actor: Actor, courseId: string, action: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({
      actor,
      action,
      subjectType: 'course',
      subjectId: courseId,
      unitId: actor.unitId,
      data,
    });
  }

  private today() {
    return plainDateIn(this.clock.now());
  }
}

const mayName = (actor: Actor, { state, program }: CourseView): boolean =>
  state === 'open' &&
  mayRole(actor.role, 'nominations.submit') &&
  !(actor.role === 'cell' && (program.version?.cellStep ?? false));
