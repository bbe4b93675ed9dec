import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { addDays } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { ChangeProposedClassDto } from './dto/schedule.dto.js';
import type { StatedProblem } from './problem.source.js';
import type { ItemRow } from './proposals.queries.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsService, saidOf } from './proposals.service.js';
import { runsOf } from './rules/runs.js';
import { frameFaults } from './rules/settings.js';
import type { ClassSettings, ClassToPlace, Placement } from './schedule.types.js';
import { ProposalNotOpen } from './scheduling.errors.js';

/** How far the days of a class put by hand are looked for. */
const FAR_DAYS = 800;

/** What the planner changes in a proposal by hand. */
@Injectable()
export class PlacingService {
  constructor(
    private readonly service: ProposalsService,
    private readonly proposals: ProposalsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Puts a class elsewhere, locks or frees it, or says its length and wishes otherwise. A place is kept even where it
   * breaks a rule: the proposal says so, and such a place can't be accepted.
   * @throws NotFound, ProposalNotOpen, InvalidInput
   */
  @Transactional()
  async change(actor: Actor, id: string, courseId: string, dto: ChangeProposedClassDto): Promise<void> {
    const { proposal, stated } = await this.service.get(actor, id);
    const item = proposal.items.find(({ course }) => course.id === courseId);
    if (!item) throw new NotFound('courseId');
    if (proposal.status !== 'ready') throw new ProposalNotOpen();
    await this.service.assertUnits(actor, [dto]);
    const settings: ClassSettings = { ...item.settings, ...saidOf(dto) };
    const faults = frameFaults(settings);
    if (faults.length > 0) throw new InvalidInput(faults);
    const moved = ['opensOn', 'opensFrom', 'roomId', 'lecturerIds'].some(
      (field) => dto[field as keyof ChangeProposedClassDto] !== undefined,
    );
    const placement = moved ? placedByHand(dto, item, settings, stated) : keptPlacement(item, settings);
    const locked = placement !== null && (dto.locked ?? (moved || item.locked));
    await this.proposals.changeItem(id, courseId, {
      settings,
      placement,
      locked,
      explanation: moved ? null : item.explanation,
    });
    await this.audit.record({
      actor,
      action: 'schedule.placed',
      subjectType: 'schedule',
      subjectId: id,
      unitId: actor.unitId,
      data: { courseId, opensOn: placement?.days[0] ?? null, locked },
    });
  }
}

/** A place is kept as long as the class has the days that it had. */
function keptPlacement({ placement, settings: before }: ItemRow, settings: ClassSettings): Placement | null {
  const same = JSON.stringify([before.parts, before.rhythm]) === JSON.stringify([settings.parts, settings.rhythm]);
  return same ? placement : null;
}

/** @throws InvalidInput when the class can't open on that day, or what it uses is not there. */
function placedByHand(
  dto: ChangeProposedClassDto,
  item: ItemRow,
  settings: ClassSettings,
  { problem }: StatedProblem,
): Placement {
  const opensOn = dto.opensFrom ?? dto.opensOn ?? item.placement?.days[0];
  if (opensOn === undefined) throw new InvalidInput([{ path: 'opensOn', rule: 'isNotEmpty' }]);
  const stated = problem.classes.find(({ id }) => id === item.course.id);
  const roomId = dto.roomId === undefined ? (item.placement?.roomId ?? null) : dto.roomId;
  if (roomId !== null && !problem.rooms.some(({ id }) => id === roomId)) throw new NotFound('roomId');
  const lecturerIds = settings.parts.map(
    (_, index) => (dto.lecturerIds ?? item.placement?.lecturerIds ?? [])[index] ?? null,
  );
  lecturerIds.forEach((lecturerId, index) => {
    if (lecturerId !== null && !problem.lecturers.some(({ id }) => id === lecturerId))
      throw new NotFound('lecturerIds', index);
  });
  const days = daysFrom(opensOn, { ...stated, ...settings } as ClassToPlace, problem);
  if (dto.opensFrom === undefined && days[0] !== opensOn)
    throw new InvalidInput([{ path: 'opensOn', rule: 'isTaughtOn' }]);
  return { days, roomId, lecturerIds };
}

/** The days of a class that opens on a day or on the next that it is taught on; blackouts are left to the planner. */
function daysFrom(from: string, item: ClassToPlace, problem: StatedProblem['problem']): Placement['days'] {
  const [run] = runsOf({ ...item, from, to: addDays(from, FAR_DAYS) }, { ...problem, blackouts: [] });
  if (!run) throw new InvalidInput([{ path: 'opensOn', rule: 'isTaughtOn' }]);
  return run;
}
