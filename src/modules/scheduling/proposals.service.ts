import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { DaysQueries } from '../timetable/index.js';
import { UnitsQueries } from '../units/index.js';
import type { ClassSettingsDto, CreateScheduleProposalDto } from './dto/schedule.dto.js';
import type { ScheduleProposalRef } from './dto/schedule.view.js';
import { ProblemSource, type StatedProblem } from './problem.source.js';
import { type CourseToPlace, ProposalsQueries, type ProposalRow } from './proposals.queries.js';
import { ProposalsRepository } from './proposals.repository.js';
import { frameFaults, settingsOf, USUAL_CLASSES_PER_WEEK, USUAL_WEIGHTS } from './rules/settings.js';
import type { ClassSettings } from './schedule.types.js';
import { NothingToPlace, ProposalNotOpen } from './scheduling.errors.js';
import { solvingWanted } from './scheduling.topics.js';

/** Proposals of a timetable, from the question to the answer. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly queries: ProposalsQueries,
    private readonly proposals: ProposalsRepository,
    private readonly source: ProblemSource,
    private readonly days: DaysQueries,
    private readonly units: UnitsQueries,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<ScheduleProposalRef[]> {
    return this.queries.list(actor);
  }

  /** A proposal with what its places stand on now. @throws NotFound */
  async get(actor: Actor, id: string): Promise<{ proposal: ProposalRow; stated: StatedProblem }> {
    const proposal = await this.queries.find(actor, id);
    if (!proposal) throw new NotFound('id');
    return { proposal, stated: await this.source.of(proposal) };
  }

  /** Asks for a proposal; it is worked out in the background. @throws InvalidInput, NotFound, NothingToPlace */
  @Transactional()
  async create(actor: Actor, dto: CreateScheduleProposalDto): Promise<string> {
    const faults = [
      ...frameFaults(dto),
      ...(dto.classes ?? []).flatMap((said, index) => frameFaults({ ...dto, ...pick(said) }, `classes.${index}.`)),
    ];
    if (faults.length > 0) throw new InvalidInput(faults);
    await this.assertUnits(actor, dto.classes ?? []);
    const courses = dto.classes
      ? await this.named(actor, dto.classes)
      : await this.queries.drafts(actor, dto.from, dto.to);
    if (courses.length === 0) throw new NothingToPlace();
    const { calendar } = await this.days.daysOff();
    const items = courses.map((course, index) => ({
      courseId: course.id,
      settings: settingsOf(course, saidOf(dto.classes?.[index] ?? {}), dto, (day) => calendar.isWorkingDay(day)),
    }));
    const id = newId();
    const weights = { ...USUAL_WEIGHTS, ...dto.weights };
    await this.proposals.insert(
      actor,
      { ...dto, id, weights, classesPerWeek: dto.classesPerWeek ?? USUAL_CLASSES_PER_WEEK, items },
      this.clock.now(),
    );
    await this.outbox.announce(solvingWanted, { proposalId: id, run: 1 });
    await this.record(actor, 'schedule.asked', id, { classes: items.length });
    return id;
  }

  /** Asks for it again: what is locked stays, the rest may move. @throws NotFound, ProposalNotOpen */
  @Transactional()
  async again(actor: Actor, id: string): Promise<void> {
    const proposal = await this.queries.find(actor, id);
    if (!proposal) throw new NotFound('id');
    const run = await this.proposals.rerun(id);
    if (run === null) throw new ProposalNotOpen();
    await this.outbox.announce(solvingWanted, { proposalId: id, run });
    await this.record(actor, 'schedule.askedAgain', id, {
      locked: proposal.items.filter(({ locked }) => locked).length,
    });
  }

  /** Throws a proposal away; sessions that were laid from it stay. @throws NotFound */
  @Transactional()
  async discard(actor: Actor, id: string): Promise<void> {
    if (!(await this.queries.find(actor, id))) throw new NotFound('id');
    await this.proposals.delete(id);
    await this.record(actor, 'schedule.discarded', id);
  }

  /** @throws NotFound when a unit named is none of the planner's. */
  async assertUnits(actor: Actor, said: readonly ClassSettingsDto[]): Promise<void> {
    const named = said.flatMap(({ unitIds = [] }) => unitIds);
    if (named.length === 0) return;
    const known = await this.units.known(actor.unitId, named);
    if (named.some((id) => !known.has(id))) throw new NotFound('unitIds');
  }

  /** The classes that were named, in their order: drafts without sessions. @throws NotFound, InvalidInput */
  private async named(actor: Actor, said: readonly { courseId: string }[]): Promise<CourseToPlace[]> {
    const found = new Map(
      (
        await this.queries.courses(
          actor,
          said.map(({ courseId }) => courseId),
        )
      ).map((course) => [course.id, course]),
    );
    const seen = new Set<string>();
    return said.map(({ courseId }, index) => {
      const course = found.get(courseId);
      if (!course) throw new NotFound('classes', index);
      const rule = seen.has(courseId)
        ? 'arrayUnique'
        : course.state !== 'draft'
          ? 'isDraft'
          : course.sessions > 0
            ? 'hasNoSessions'
            : null;
      if (rule) throw new InvalidInput([{ path: `classes.${index}.courseId`, rule, facts: { code: course.code } }]);
      seen.add(courseId);
      return course;
    });
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'schedule', subjectId: id, unitId: actor.unitId, data });
  }
}

/** What was said of a class, without what was left out. */
export function saidOf(dto: ClassSettingsDto): Partial<ClassSettings> {
  const { parts, audiences, rhythm, from, to, wishedOn, needsRoom, roomIds, unitIds } = dto;
  const said = {
    rhythm,
    from,
    to,
    wishedOn,
    needsRoom,
    roomIds,
    unitIds,
    audiences: audiences?.map((name) => toNfc(name).trim()),
    parts: parts?.map(({ subject, days, lecturerIds }) => ({
      subject: subject?.trim() ? toNfc(subject).trim() : null,
      days,
      lecturerIds: lecturerIds ?? null,
    })),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

const pick = ({ from, to }: ClassSettingsDto): { from?: string; to?: string } => ({
  ...(from && { from }),
  ...(to && { to }),
});
