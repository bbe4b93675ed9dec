import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { type FieldError, InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import { OfficialsRepository } from '../officials/index.js';
import type { CorrectResultDto, ResultLineDto } from './dto/result.dto.js';
import type { ResultsView, ResultView } from './dto/result.view.js';
import { certificateSaid, levelsGiven, type ResultSaid } from './levels-given.js';
import { NominationStepNotPossible, OwnNomination, ReasonMissing } from './nominations.errors.js';
import { nominationEntry } from './nomination-trail.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsRepository, quotaPeriod } from './nominations.repository.js';
import { ResultsRepository } from './results.repository.js';
import { faultOfResult } from './rules/result-faults.js';
import { judgeStep, STEPS } from './rules/transitions.js';

/** Results person by person: completing writes what the program gives to the record, taking back removes exactly that. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly results: ResultsRepository,
    private readonly courses: CoursesService,
    private readonly queries: NominationsQueries,
    private readonly nominations: NominationsRepository,
    private readonly officials: OfficialsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Trainees of a class in the order of the list, as far as they are of the reader's units. @throws NotFound */
  async list(actor: Actor, courseId: string): Promise<ResultsView> {
    const course = await this.courses.get(actor, courseId);
    const items = await this.results.of(actor, courseId);
    return { items, mayRecord: mayRecord(actor, course) };
  }

  /**
   * Records what became of these trainees, all or none.
   * @throws NotFound, NotAllowed, InvalidInput, NominationStepNotPossible for one whose result stands, StaleVersion when one of
   *   them stopped studying at this moment (the class is held, not its people)
   */
  @Transactional()
  async record(actor: Actor, courseId: string, lines: readonly ResultLineDto[]): Promise<ResultsView> {
    const course = await this.hold(actor, courseId);
    refuseFaults(lines, plainDateIn(this.clock.now()));
    const trainees = new Map((await this.list(actor, courseId)).items.map((item) => [item.nominationId, item]));
    lines.forEach(({ nominationId, classification }, index) => {
      const trainee = trainees.get(nominationId);
      if (!trainee) throw new NotFound('results', index);
      const step = classification === 'failed' ? 'fail' : 'complete';
      const facts = { state: trainee.state, place: 'seat' as const, courseState: course.state, reason: null };
      if ('refusal' in judgeStep(step, facts)) throw new NominationStepNotPossible(trainee.state);
    });
    const failed = lines.filter(({ classification }) => classification === 'failed').map((line) => line.nominationId);
    const written = await this.results.write(lines, actor.accountId, this.clock.now());
    const passed = lines.filter(({ classification }) => classification !== 'failed').map((line) => line.nominationId);
    const done = await this.nominations.finish(courseId, passed, failed, this.clock.now());
    if (done.length !== lines.length) throw new StaleVersion();
    const completed = done.filter(({ state }) => state === 'completed');
    await this.officials.conferLevels(levelsGiven(course, completed, written));
    await this.trail(actor, course, done);
    return this.list(actor, courseId);
  }

  /**
   * Puts the result of one who passed right, on the record as in the class. Whether they passed is another matter: that is
   * taken back and recorded anew.
   * @throws NotFound, NotAllowed, OwnNomination, InvalidInput, ReasonMissing, NominationStepNotPossible
   */
  @Transactional()
  async correct(actor: Actor, id: string, { reason, ...dto }: CorrectResultDto): Promise<ResultsView> {
    const { course, nomination } = await this.holdOf(actor, id);
    if (nomination.state !== 'completed') throw new NominationStepNotPossible(nomination.state);
    if (nomination.official.id === actor.officialId) throw new OwnNomination();
    if (!reason.trim()) throw new ReasonMissing();
    if (dto.classification === 'failed')
      throw new InvalidInput([{ path: 'classification', rule: 'failedByTakingBack' }]);
    const fault = faultOfResult(dto, plainDateIn(this.clock.now()));
    if (fault) throw new InvalidInput([fault]);
    const before = (await this.results.of(actor, course.id)).find(({ nominationId }) => nominationId === id);
    const after: ResultSaid = {
      classification: dto.classification,
      certificateNumber: toNfc(dto.certificateNumber ?? '').trim() || null,
      certificateDate: dto.certificateDate ?? null,
    };
    await this.results.correct(id, after, actor.accountId, this.clock.now());
    await this.officials.correctCertificate(id, certificateSaid(course, after));
    const told = { reason: reason.trim(), before: before && said(before), after };
    const subject = { id, unitId: nomination.unit.id };
    await this.audit.record(nominationEntry(actor, 'nomination.resultCorrected', subject, told));
    return this.list(actor, course.id);
  }

  /**
   * The trainee studies again; what the result gave to the record goes, and nothing else.
   * @throws NotFound, NotAllowed, OwnNomination, ReasonMissing
   */
  @Transactional()
  async takeBack(actor: Actor, id: string, reason: string): Promise<ResultsView> {
    const { course, nomination } = await this.holdOf(actor, id);
    const { state, place } = nomination;
    const verdict = judgeStep('takeBack', { state, place, courseState: course.state, reason });
    if ('refusal' in verdict) {
      if (verdict.refusal === 'reason-missing') throw new ReasonMissing();
      throw new NominationStepNotPossible(state);
    }
    if (nomination.official.id === actor.officialId) throw new OwnNomination();
    await this.officials.takeBackLevels(id);
    await this.results.takeBack(id);
    const told = { reason: reason.trim(), before: { state }, after: { state: 'studying' } };
    const subject = { id, unitId: nomination.unit.id };
    await this.audit.record(nominationEntry(actor, 'nomination.resultTakenBack', subject, told));
    return this.list(actor, course.id);
  }

  private async holdOf(actor: Actor, id: string): Promise<{ course: CourseView; nomination: Found }> {
    const find = () => this.queries.find(actor, id, plainDateIn(this.clock.now()));
    const seen = await find();
    if (!seen) throw new NotFound('id');
    const course = await this.hold(actor, seen.course.id);
    return { course, nomination: (await find()) ?? seen };
  }

  private async hold(actor: Actor, courseId: string): Promise<CourseView> {
    const seen = await this.courses.get(actor, courseId);
    if (!mayRecord(actor, seen)) throw new NotAllowed(STEPS.complete.who);
    await this.nominations.hold(courseId, seen.programId, quotaPeriod(seen.startsOn));
    return this.courses.get(actor, courseId);
  }

  private async trail(
    actor: Actor,
    { unit }: CourseView,
    done: readonly { id: string; state: string }[],
  ): Promise<void> {
    await this.audit.record(
      ...done.map(({ id, state }) => nominationEntry(actor, `nomination.${state}`, { id, unitId: unit.id })),
    );
  }
}

type Found = NonNullable<Awaited<ReturnType<NominationsQueries['find']>>>;

const said = ({ classification, certificateNumber, certificateDate }: ResultView): Partial<ResultView> => ({
  classification,
  certificateNumber,
  certificateDate,
});

const mayRecord = (actor: Actor, { can, state }: CourseView): boolean =>
  can.copy && mayRole(actor.role, STEPS.complete.who) && (STEPS.complete.while as readonly string[]).includes(state);

function refuseFaults(lines: readonly ResultLineDto[], today: string): void {
  const faults = lines.flatMap((line, index): FieldError[] => {
    const path = `results.${index}`;
    if (lines.findIndex(({ nominationId }) => nominationId === line.nominationId) < index)
      return [{ path, rule: 'resultTwice' }];
    const fault = faultOfResult(line, today);
    return fault ? [{ ...fault, path: `${path}.${fault.path}` }] : [];
  });
  if (faults.length > 0) throw new InvalidInput(faults);
}
