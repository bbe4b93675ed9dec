import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import { ClaimsService } from './claims.service.js';
import type { NominationView } from './dto/nomination.view.js';
import { nominationEntry } from './nomination-trail.js';
import { CannotTransfer, OwnNomination, ReasonMissing } from './nominations.errors.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsRepository, quotaPeriod } from './nominations.repository.js';
import { nominationTransferred } from './nominations.topics.js';
import { SeatsService } from './seats.service.js';

/** A person who goes to another class of the same program (chuyển lớp). */
@Injectable()
export class TransferService {
  constructor(
    private readonly courses: CoursesService,
    private readonly queries: NominationsQueries,
    private readonly nominations: NominationsRepository,
    private readonly claims: ClaimsService,
    private readonly seats: SeatsService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Leaves the one class and is claimed for the other by the ordinary claim, in one transaction: clash, eligibility, seat
   * and quota place are judged by what is true once the first is left. Anything against it, and nothing has happened.
   * Whoever was accepted is approved there; a decision that sent them ends with the class, and the next one sends them anew.
   * @throws NotFound, NotAllowed, OwnNomination, ReasonMissing, CannotTransfer, CourseNotOpen, StaleVersion
   */
  @Transactional()
  async transfer(actor: Actor, id: string, courseId: string, reason: string): Promise<NominationView> {
    const seen = await this.get(actor, id);
    const [from, to] = [
      await this.courses.get(actor, seen.course.id),
      await this.courses.get(actor, courseId, 'courseId'),
    ];
    if (seen.official.id === actor.officialId) throw new OwnNomination();
    if (!reason.trim()) throw new ReasonMissing();
    if (to.programId !== from.programId) throw new CannotTransfer('other-program');
    if (to.id === from.id) throw new CannotTransfer('same-class');
    await this.hold(from, to);
    const leaver = await this.get(actor, id);
    if (!leaver.can.transfer) throw new NotAllowed('nominations.manageRoster');
    const by = { reason: reason.trim(), by: actor.accountId, at: this.clock.now() };
    const released = await this.nominations.release(id, leaver.version, { to: 'withdrawn', ...by });
    if (!released) throw new StaleVersion();
    const [line] = await this.claims.take({ actor, courseId, officialIds: [leaver.official.id] });
    if (line?.outcome !== 'seated') throw new CannotTransfer(against(line));
    const approval = { to: 'approved' as const, reason: by.reason, by: actor.accountId, at: by.at };
    if (!(await this.nominations.decide(line.nominationId, 1, approval))) throw new StaleVersion();
    await this.audit.record(
      nominationEntry(actor, 'nomination.transferredTo', { id, unitId: leaver.unit.id }, { class: to.code, reason }),
      nominationEntry(
        actor,
        'nomination.transferredFrom',
        { id: line.nominationId, unitId: leaver.unit.id },
        { class: from.code, reason },
      ),
    );
    const { nominationId } = line;
    await this.outbox.announce(nominationTransferred, { nominationId, eventId: newId(), from: from.code });
    if (released.freed) await this.seats.fill(actor, from.id, 'seat-freed');
    return this.get(actor, line.nominationId);
  }

  /** Every quota first, then both classes in the order of their ids, as everywhere. */
  private async hold(...courses: readonly CourseView[]): Promise<void> {
    const inOrder = [...courses].sort((a, b) => (a.id < b.id ? -1 : 1));
    const periods = [...new Set(inOrder.map(({ startsOn }) => quotaPeriod(startsOn)))].sort();
    for (const period of periods) await this.nominations.holdQuotas(inOrder[0]?.programId ?? '', period);
    for (const { id, programId, startsOn } of inOrder)
      await this.nominations.hold(id, programId, quotaPeriod(startsOn));
  }

  private async get(actor: Actor, id: string): Promise<NominationView> {
    const nomination = await this.queries.find(actor, id, plainDateIn(this.clock.now()));
    if (!nomination) throw new NotFound('id');
    return nomination;
  }
}

/** The rule that speaks against it; where none does, the class is full. */
function against(line: Awaited<ReturnType<ClaimsService['take']>>[number] | undefined): string {
  const failed = line?.verdict.checks.find(
    ({ rule, result }) => rule !== 'seat-free' && (result === 'fail' || result === 'needsException'),
  );
  return failed?.rule ?? 'seat-free';
}
