import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { localClock, plainDateIn } from '../../kernel/plain-date.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { type FieldError, InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { dateText } from '../units/index.js';
import { AttendanceOfIdleClass, AttendanceTooEarly, NotOnTheList } from './attendance.errors.js';
import { AttendanceQueries, type SessionRow } from './attendance.queries.js';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendanceService, isTaught } from './attendance.service.js';
import { MARKS } from './attendance.types.js';
import type { SheetView } from './dto/attendance.view.js';
import { changesBetween, type MarkLine, type SheetChanges } from './rules/sheet-changes.js';

/**
 * Records sheets, each as a whole: everybody was there but these, is one thing that one person says. A request that is
 * repeated, because the network was lost, finds its own sheet and changes nothing.
 */
@Injectable()
export class RecordingService {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly queries: AttendanceQueries,
    private readonly sheets: AttendanceRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the sheet of a session what it should be; who is left out has no mark.
   * @param version as it was read, or undefined when the caller does not mind.
   * @throws NotFound, NotAllowed, AttendanceOfIdleClass, AttendanceTooEarly, InvalidInput, NotOnTheList, StaleVersion
   */
  @Transactional()
  async record(actor: Actor, sessionId: string, marks: readonly MarkLine[], version?: number): Promise<SheetView> {
    const session = await this.recordable(actor, sessionId);
    refuseTwice(marks);
    const before = await this.sheets.hold(sessionId);
    await this.refuseStrangers(actor, session, marks);
    const changes = changesBetween(before.marks, marks);
    if (isSame(changes)) return this.attendance.sheet(actor, sessionId);
    if (version !== undefined && version !== before.version) throw new StaleVersion();
    await this.sheets.write(sessionId, changes, { by: actor.accountId, at: this.clock.now() });
    await this.trail(actor, session, marks, changes, before.version);
    return this.attendance.sheet(actor, sessionId);
  }

  private async recordable(actor: Actor, sessionId: string): Promise<SessionRow> {
    const { session, course } = await this.attendance.find(actor, sessionId);
    if (!course.can.copy || !mayRole(actor.role, 'attendance.record')) throw new NotAllowed('attendance.record');
    if (!isTaught(course)) throw new AttendanceOfIdleClass();
    const { startsAt } = session;
    if (startsAt > this.clock.now())
      throw new AttendanceTooEarly(`${localClock(startsAt)}, ${dateText(plainDateIn(startsAt)) ?? ''}`);
    return session;
  }

  /** @throws NotFound for who is not of this class, NotOnTheList for who was not on its list that day */
  private async refuseStrangers(actor: Actor, { id, courseId }: SessionRow, marks: readonly MarkLine[]): Promise<void> {
    const listed = new Set((await this.queries.people(actor, courseId, id)).map(({ nominationId }) => nominationId));
    const strangers = marks.flatMap(({ nominationId }, index) => (listed.has(nominationId) ? [] : [index]));
    if (strangers.length === 0) return;
    const ids = strangers.map((index) => marks[index]?.nominationId ?? '');
    const ofClass = new Set(await this.queries.nominationsOf(courseId, ids));
    const unknown = strangers.find((_, n) => !ofClass.has(ids[n] ?? ''));
    if (unknown !== undefined) throw new NotFound(`marks.${unknown}.nominationId`);
    throw new NotOnTheList(strangers.map((index) => `marks.${index}.nominationId`));
  }

  /** Counts of the whole sheet; of a correction also which mark became which, by ids. */
  private trail(
    actor: Actor,
    { id, courseId, startsAt, endsAt }: SessionRow,
    marks: readonly MarkLine[],
    { added, changed, removed }: SheetChanges,
    version: number,
  ): Promise<void> {
    const counts = Object.fromEntries(MARKS.map((mark) => [mark, marks.filter((line) => line.mark === mark).length]));
    const corrections =
      version === 0
        ? {}
        : {
            changes: [
              ...added.map(({ nominationId, mark }) => ({ nominationId, before: null, after: mark })),
              ...changed.map(({ nominationId, before, mark }) => ({ nominationId, before, after: mark })),
              ...removed.map(({ nominationId, mark }) => ({ nominationId, before: mark, after: null })),
            ],
          };
    return this.audit.record({
      actor,
      action: version === 0 ? 'attendance.recorded' : 'attendance.corrected',
      subjectType: 'course',
      subjectId: courseId,
      unitId: actor.unitId,
      data: {
        ...{ sessionId: id, on: plainDateIn(startsAt), from: localClock(startsAt), until: localClock(endsAt) },
        ...counts,
        people: added.length + changed.length + removed.length,
        ...corrections,
      },
    });
  }
}

const isSame = ({ added, changed, removed }: SheetChanges): boolean =>
  added.length + changed.length + removed.length === 0;

function refuseTwice(marks: readonly MarkLine[]): void {
  const seen = new Set<string>();
  const faults = marks.flatMap(({ nominationId }, index): FieldError[] => {
    if (seen.has(nominationId)) return [{ path: `marks.${index}.nominationId`, rule: 'personTwice' }];
    seen.add(nominationId);
    return [];
  });
  if (faults.length > 0) throw new InvalidInput(faults);
}
