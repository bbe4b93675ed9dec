import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { atLocalTime } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { CoursesService } from '../courses/index.js';
import { type SessionContent, SessionWriter } from '../timetable/index.js';
import type { StatedProblem } from './problem.source.js';
import type { ItemRow, ProposalRow } from './proposals.queries.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsService } from './proposals.service.js';
import { brokenRules } from './rules/broken-rules.js';
import { SESSIONS_OF_A_DAY } from './rules/load.js';
import { partsOf } from './rules/options.js';
import type { ClassToPlace, Placement } from './schedule.types.js';
import { NothingToPlace, ProposalNotOpen, ProposalOvertaken } from './scheduling.errors.js';

interface Taken {
  readonly item: ItemRow;
  readonly stated: ClassToPlace;
  readonly placement: Placement;
}

/** Turns places into dates of classes and sessions of the timetable. */
@Injectable()
export class AcceptingService {
  constructor(
    private readonly service: ProposalsService,
    private readonly proposals: ProposalsRepository,
    private readonly courses: CoursesService,
    private readonly sessions: SessionWriter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves the classes to their places and lays their sessions, all or none.
   * @param courseIds only these; every class that has a place when undefined
   * @throws NotFound, ProposalNotOpen, NothingToPlace, ProposalOvertaken, SessionClash
   */
  @Transactional()
  async accept(actor: Actor, id: string, courseIds?: readonly string[]): Promise<void> {
    const { proposal, stated } = await this.service.get(actor, id);
    if (proposal.status !== 'ready') throw new ProposalNotOpen();
    const taken = takenOf(proposal, stated, courseIds);
    if (taken.length === 0) throw new NothingToPlace();
    refuseOvertaken(taken, stated);
    if (
      !(await this.proposals.accept(
        id,
        taken.map(({ item }) => item.course.id),
        actor.displayName,
        this.clock.now(),
      ))
    )
      throw new ProposalNotOpen();
    for (const { item, placement } of taken) await this.move(actor, item, placement, stated);
    for (const one of taken) await this.sessions.addAll(actor, one.item.course.id, sessionsOf(one));
    await this.audit.record({
      actor,
      action: 'schedule.accepted',
      subjectType: 'schedule',
      subjectId: id,
      unitId: actor.unitId,
      data: { classes: taken.length },
    });
  }

  private async move(
    actor: Actor,
    { course }: ItemRow,
    { days, roomId }: Placement,
    { facts }: StatedProblem,
  ): Promise<void> {
    const room = facts.rooms.find((one) => one.id === roomId);
    const startsOn = days[0] ?? course.startsOn;
    const venue = room ? { venue: `${room.name}, ${room.venue}` } : {};
    await this.courses.update(
      actor,
      course.id,
      { startsOn, endsOn: days.at(-1) ?? course.endsOn, ...venue },
      course.version,
    );
  }
}

function takenOf(
  { items }: ProposalRow,
  { problem }: StatedProblem,
  courseIds: readonly string[] | undefined,
): Taken[] {
  courseIds?.forEach((id, index) => {
    if (!items.some(({ course, placement }) => course.id === id && placement)) throw new NotFound('courseIds', index);
  });
  return items.flatMap((item) => {
    const stated = problem.classes.find(({ id }) => id === item.course.id);
    const wanted = courseIds === undefined || courseIds.includes(item.course.id);
    return item.placement && stated && wanted ? [{ item, stated, placement: item.placement }] : [];
  });
}

/** @throws ProposalOvertaken naming the classes that can't be where they are put any more */
function refuseOvertaken(taken: readonly Taken[], { problem }: StatedProblem): void {
  const placements = new Map(taken.map(({ stated, placement }) => [stated.id, placement]));
  // A place put by hand is held against the same rules as every other.
  const free = { ...problem, classes: problem.classes.map((item) => ({ ...item, placed: null })) };
  const broken = new Set(
    brokenRules(free, placements)
      .filter(({ kind }) => MUST_HOLD.has(kind))
      .flatMap(({ classIds }) => classIds),
  );
  const gone = taken.filter(
    ({ item }) => broken.has(item.course.id) || item.course.state !== 'draft' || item.course.sessions > 0,
  );
  if (gone.length > 0) throw new ProposalOvertaken(gone.map(({ item }) => item.course.code).join(', '));
}

/** Window, blackouts, room sizes and who teaches are wishes that a hand may overrule; what is held by others is not. */
const MUST_HOLD: ReadonlySet<string> = new Set(['room', 'lecturer', 'lecturer-load', 'people']);

/** The sessions of a class in its place, morning and afternoon of each day. */
function sessionsOf({ stated, placement }: Taken): SessionContent[] {
  return partsOf(stated, placement.days).flatMap(({ part, days }, index) =>
    days.flatMap((day) =>
      SESSIONS_OF_A_DAY.map(({ from, until }) => ({
        startsAt: atLocalTime(day, from),
        endsAt: atLocalTime(day, until),
        roomId: placement.roomId,
        lecturerId: placement.lecturerIds[index] ?? null,
        subject: part.subject,
        smallRoomReason: null,
      })),
    ),
  );
}
