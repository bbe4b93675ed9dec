import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { UnitsQueries } from '../units/index.js';
import { CallsQueries } from './calls.queries.js';
import { CallsRepository } from './calls.repository.js';
import { CallAnswered, CourseNotOpen, NobodyToCall, NoTimeAsked, StepNotPossible } from './courses.errors.js';
import { CoursesRepository } from './courses.repository.js';
import { CoursesService } from './courses.service.js';
import { callAnswered, nominationsClosed, timeRefused, unitsCalled } from './courses.topics.js';
import type { AskMoreTimeDto, CallsQuery, ExtendCallDto, OpenNominationsDto } from './dto/course.dto.js';
import type { CourseView, UnitCallView } from './dto/course.view.js';
import { deadlineFaults, nextCourseState, stateChange } from './rules/course-life.js';

/** Calling on units, and their answers. */
@Injectable()
export class CallsService {
  constructor(
    private readonly courses: CoursesService,
    private readonly courseRows: CoursesRepository,
    private readonly calls: CallsRepository,
    private readonly queries: CallsQueries,
    private readonly units: UnitsQueries,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: CallsQuery): Promise<Page<UnitCallView>> {
    return this.queries.list(actor, query, this.today());
  }

  /**
   * Opens a class for nominations and calls units to it: those given, or every committee below the caller. Opening a
   * closed class again gives the silent units the new deadline, and needs a reason.
   * @throws NotFound, StepNotPossible, InvalidInput, NobodyToCall
   */
  @Transactional()
  async openNominations(actor: Actor, courseId: string, dto: OpenNominationsDto): Promise<CourseView> {
    const course = await this.courses.get(actor, courseId);
    if (!nextCourseState(course.state, 'openNominations')) throw new StepNotPossible(course.state, 'openNominations');
    const reason = dto.reason?.trim() ?? '';
    const again = course.state !== 'draft';
    const faults: ConstructorParameters<typeof InvalidInput>[0] = [
      ...deadlineFaults(dto.deadline, course.startsOn, this.today()),
      ...(again && reason === '' ? [{ path: 'reason', rule: 'reasonToReopen' }] : []),
    ];
    if (faults.length > 0) throw new InvalidInput(faults);
    const unitIds = await this.unitsToCall(actor, course, dto.unitIds);
    const change = {
      deadline: dto.deadline,
      ...(dto.documentNumber !== undefined && { documentNumber: dto.documentNumber }),
    };
    if (!(await this.courseRows.move(courseId, course.state, 'open', change))) throw new StaleVersion();
    const expected = expectations(dto.expected ?? [], unitIds);
    const unitCallIds = await this.calls.call(courseId, unitIds, dto.deadline, this.clock.now(), expected);
    await this.outbox.announce(unitsCalled, { unitCallIds });
    await this.record(actor, again ? 'course.reopened' : 'course.opened', courseId, {
      ...stateChange(course.state, 'open'),
      deadline: dto.deadline,
      units: unitCallIds.length,
      ...(again && { reason }),
    });
    return this.courses.get(actor, courseId);
  }

  /** Takes no more lists. @throws NotFound, StepNotPossible */
  @Transactional()
  async closeNominations(actor: Actor, courseId: string): Promise<CourseView> {
    const course = await this.courses.get(actor, courseId);
    if (
      !nextCourseState(course.state, 'closeNominations') ||
      !(await this.courseRows.move(courseId, course.state, 'closed'))
    ) {
      throw new StepNotPossible(course.state, 'closeNominations');
    }
    await this.outbox.announce(nominationsClosed, { courseId });
    await this.record(actor, 'course.closed', courseId, stateChange(course.state, 'closed'));
    return this.courses.get(actor, courseId);
  }

  /** "No one to nominate", with the reason. @throws NotFound, CourseNotOpen, CallAnswered */
  @Transactional()
  async decline(actor: Actor, id: string, reason: string): Promise<UnitCallView> {
    await this.answer(actor, id, { answer: 'none', reason });
    return this.get(actor, id);
  }

  /** A request for more time, which stops reminders until the board decides. @throws NotFound, CourseNotOpen, CallAnswered, InvalidInput */
  @Transactional()
  async askMoreTime(actor: Actor, id: string, { until, reason }: AskMoreTimeDto): Promise<UnitCallView> {
    const call = await this.get(actor, id);
    if (until <= call.deadline) throw new InvalidInput([{ path: 'until', rule: 'laterThanDeadline' }]);
    if (until > call.course.startsOn) throw new InvalidInput([{ path: 'until', rule: 'notAfterStart' }]);
    await this.answer(actor, id, { answer: 'more-time', reason, askedUntil: until });
    return this.get(actor, id);
  }

  /** Says no to a request for more time, with the reason; the unit is reminded again. @throws NotFound, CourseNotOpen, NoTimeAsked */
  @Transactional()
  async refuseTime(actor: Actor, id: string, reason: string): Promise<UnitCallView> {
    const call = await this.get(actor, id);
    if (call.course.state !== 'open') throw new CourseNotOpen('id');
    if (!(await this.calls.refuseTime(id, reason.trim(), this.clock.now()))) throw new NoTimeAsked();
    await this.outbox.announce(timeRefused, { unitCallId: id, eventId: newId() });
    await this.record(actor, 'call.timeRefused', call.courseId, { unit: call.unit.code, reason });
    return this.get(actor, id);
  }

  /** Says how many people are expected of a unit. @throws NotFound */
  @Transactional()
  async expect(actor: Actor, id: string, people: number | null): Promise<UnitCallView> {
    const call = await this.get(actor, id);
    await this.calls.expect(id, people);
    const change = { unit: call.unit.code, before: call.expected, after: people };
    await this.record(actor, 'call.expected', call.courseId, change);
    return this.get(actor, id);
  }

  /** Gives a unit another deadline; it is reminded anew. @throws NotFound, CourseNotOpen, CallAnswered, InvalidInput */
  @Transactional()
  async extend(actor: Actor, id: string, { deadline }: ExtendCallDto): Promise<UnitCallView> {
    const call = await this.get(actor, id);
    if (call.course.state !== 'open') throw new CourseNotOpen('id');
    const faults = deadlineFaults(deadline, call.course.startsOn, this.today());
    if (faults.length > 0) throw new InvalidInput(faults);
    if (!(await this.calls.extend(id, deadline))) throw new CallAnswered();
    await this.outbox.announce(unitsCalled, { unitCallIds: [id] });
    await this.record(actor, 'call.extended', call.courseId, { unit: call.unit.code, deadline });
    return this.get(actor, id);
  }

  private async answer(
    actor: Actor,
    id: string,
    answer: { answer: 'none' | 'more-time'; reason: string; askedUntil?: PlainDate },
  ): Promise<void> {
    const call = await this.get(actor, id);
    if (call.course.state !== 'open') throw new CourseNotOpen('id');
    const now = this.clock.now();
    const done = await this.calls.answer(call.courseId, [call.unit.id], {
      ...answer,
      at: now,
      by: actor.accountId,
      on: this.today(),
    });
    if (done.length === 0) throw new CallAnswered();
    await this.outbox.announce(callAnswered, { unitCallId: id, eventId: newId() });
    await this.record(actor, `call.${answer.answer}`, call.courseId, { unit: call.unit.code, reason: answer.reason });
  }

  private async get(actor: Actor, id: string): Promise<UnitCallView> {
    const call = await this.queries.find(actor, id, this.today());
    if (!call) throw new NotFound('id');
    return call;
  }

  private async unitsToCall(
    actor: Actor,
    course: CourseView,
    chosen: readonly string[] | undefined,
  ): Promise<string[]> {
    if (chosen) {
      const known = await this.units.known(actor.unitId, chosen);
      const stranger = chosen.findIndex((id) => !known.has(id));
      if (stranger >= 0) throw new NotFound('unitIds', stranger);
      return [...chosen];
    }
    const before = await this.calls.calledUnits(course.id);
    const everyone = before.length > 0 ? before : (await this.units.committees(actor.unitId)).map(({ id }) => id);
    if (everyone.length === 0) throw new NobodyToCall();
    return everyone;
  }

  private record(actor: Actor, action: string, courseId: string, data: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'course', subjectId: courseId, unitId: actor.unitId, data });
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

/** Numbers by unit. @throws NotFound for a unit that is not called. */
function expectations(
  expected: readonly { unitId: string; people: number }[],
  called: readonly string[],
): ReadonlyMap<string, number> {
  const known = new Set(called);
  const stranger = expected.findIndex(({ unitId }) => !known.has(unitId));
  if (stranger >= 0) throw new NotFound('expected', stranger);
  return new Map(expected.map(({ unitId, people }) => [unitId, people]));
}
