import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { CoursesService, type CourseView, type CreateCourseDto } from '../courses/index.js';
import { ProgramsService } from '../programs/index.js';
import { UnitsQueries } from '../units/index.js';
import type { PlanLineView } from './dto/plan.view.js';
import type { ChangeLineDto, CreateLineDto } from './dto/plans.dto.js';
import { type KnownLine, PlanLinesQueries } from './plan-lines.queries.js';
import { CourseInOtherPlan } from './plans.errors.js';
import type { KnownPlan } from './plans.queries.js';
import { type LineContent, PlansRepository } from './plans.repository.js';
import { PlansService, toLineView } from './plans.service.js';

/** Lines of drafts, and classes opened for lines in force. Two people on different lines never wait for a version. */
@Injectable()
export class PlanLinesService {
  constructor(
    private readonly plans: PlansService,
    private readonly queries: PlanLinesQueries,
    private readonly lines: PlansRepository,
    private readonly programs: ProgramsService,
    private readonly units: UnitsQueries,
    private readonly courses: CoursesService,
  ) {}

  /** @throws NotFound, NotAllowed, PlanApproved, InvalidInput, LineExists */
  @Transactional()
  async add(actor: Actor, planId: string, { programId, unitId, ...dto }: CreateLineDto): Promise<PlanLineView> {
    const { plan, draft } = await this.plans.claimDraft(actor, planId);
    await this.programs.get(programId, 'programId');
    if (!(await this.units.find(plan.unit.id, unitId))) throw new NotFound('unitId');
    const content = contentOf(plan, dto);
    const [id = ''] = await this.lines.addLines(draft.id, [{ programId, unitId, ...content }]);
    await this.plans.record(actor, 'plan.lineAdded', planId, { programId, unitId, ...numbersOf(content) });
    return toLineView(await this.find(draft.id, id));
  }

  /** @throws NotFound, NotAllowed, PlanApproved, InvalidInput, StaleVersion */
  @Transactional()
  async change(
    actor: Actor,
    planId: string,
    id: string,
    dto: ChangeLineDto,
    version: number | undefined,
  ): Promise<PlanLineView> {
    const { plan, draft } = await this.plans.claimDraft(actor, planId);
    const line = await this.find(draft.id, id);
    const content = contentOf(plan, { ...line, ...dto });
    if (!(await this.lines.changeLine(id, content, version))) throw new StaleVersion();
    const { programId, unitId } = line;
    const [before, after] = [numbersOf(line), numbersOf(content)];
    await this.plans.record(actor, 'plan.lineChanged', planId, { programId, unitId, before, after });
    return toLineView(await this.find(draft.id, id));
  }

  /** @throws NotFound, NotAllowed, PlanApproved, StaleVersion */
  @Transactional()
  async remove(actor: Actor, planId: string, id: string, version: number | undefined): Promise<void> {
    const { draft } = await this.plans.claimDraft(actor, planId);
    const line = await this.find(draft.id, id);
    if (!(await this.lines.removeLine(id, version))) throw new StaleVersion();
    const { programId, unitId } = line;
    await this.plans.record(actor, 'plan.lineRemoved', planId, { programId, unitId, ...numbersOf(line) });
  }

  /** Plans a class for a line of the version in force; it counts for that line. @throws NotFound, NotAllowed, PlanNotInForce, InvalidInput */
  @Transactional()
  async openClass(actor: Actor, planId: string, id: string, dto: CreateCourseDto): Promise<CourseView> {
    const { version } = await this.plans.inForce(actor, planId);
    const { programId, unitId } = await this.find(version.id, id);
    if (dto.programId !== programId) throw new InvalidInput([{ path: 'programId', rule: 'sameProgram' }]);
    const course = await this.courses.create(actor, dto);
    await this.lines.linkCourse(course.id, planId, unitId);
    await this.plans.record(actor, 'plan.classOpened', planId, { programId, unitId, course: course.code });
    return course;
  }

  /**
   * Lets a class that is there count for a line in force, whenever it begins.
   * @throws NotFound, NotAllowed, PlanNotInForce, InvalidInput, CourseInOtherPlan
   */
  @Transactional()
  async linkClass(actor: Actor, planId: string, id: string, courseId: string): Promise<void> {
    const { plan, version } = await this.plans.inForce(actor, planId);
    const { programId, unitId } = await this.find(version.id, id);
    const course = await this.courses.get(actor, courseId, 'courseId');
    if (!(await this.units.find(plan.unit.id, course.unit.id))) throw new NotFound('courseId');
    if (course.programId !== programId) throw new InvalidInput([{ path: 'courseId', rule: 'sameProgram' }]);
    if (course.state === 'cancelled') throw new InvalidInput([{ path: 'courseId', rule: 'notCancelled' }]);
    if (!(await this.lines.linkCourse(courseId, planId, unitId))) throw new CourseInOtherPlan();
    await this.plans.record(actor, 'plan.classLinked', planId, { programId, unitId, course: course.code });
  }

  /** Lets a class count by itself again: for the line that comes due first. @throws NotFound, NotAllowed, PlanNotInForce */
  @Transactional()
  async unlinkClass(actor: Actor, planId: string, courseId: string): Promise<void> {
    await this.plans.inForce(actor, planId);
    const { code, programId } = await this.courses.get(actor, courseId, 'courseId');
    if (!(await this.lines.unlinkCourse(courseId, planId))) throw new NotFound('courseId');
    await this.plans.record(actor, 'plan.classUnlinked', planId, { programId, course: code });
  }

  private async find(versionId: string, id: string): Promise<KnownLine> {
    const line = await this.queries.find(versionId, id);
    if (!line) throw new NotFound('lineId');
    return line;
  }
}

function contentOf(plan: KnownPlan, dto: ChangeLineDto): LineContent {
  const note = dto.note == null ? null : toNfc(dto.note).trim() || null;
  const [firstMonth, lastMonth] = [dto.firstMonth ?? null, dto.lastMonth ?? null];
  if (firstMonth === null && lastMonth === null)
    return { classes: dto.classes ?? 0, trainees: dto.trainees ?? 0, firstMonth, lastMonth, note };
  if (plan.kind === 'period') throw new InvalidInput([{ path: 'firstMonth', rule: 'monthsOfOneYear' }]);
  if (firstMonth === null || lastMonth === null || lastMonth < firstMonth)
    throw new InvalidInput([{ path: 'lastMonth', rule: 'monthsInOrder' }]);
  return { classes: dto.classes ?? 0, trainees: dto.trainees ?? 0, firstMonth, lastMonth, note };
}

/** What the trail keeps of a line. */
const numbersOf = ({ classes, trainees, firstMonth, lastMonth }: LineContent) => ({
  classes,
  trainees,
  firstMonth,
  lastMonth,
});
