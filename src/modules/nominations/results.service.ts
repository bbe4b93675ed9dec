import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { type FieldError, InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import { OfficialsRepository } from '../officials/index.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { ResultLineDto } from './dto/result.dto.js';
import type { ResultsView, ResultView } from './dto/result.view.js';
import { levelsGiven } from './levels-given.js';
import { NominationStepNotPossible, ReasonMissing } from './nominations.errors.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsRepository, quotaPeriod } from './nominations.repository.js';
import { judgeStep, STEPS } from './rules/transitions.js';

/** Results person by person: completing writes what the program gives to the record, taking back removes exactly that. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly db: Database,
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
    const items = await this.db.rows<ResultView>(
      `SELECT n.id AS "nominationId", o.full_name AS "fullName", ${unitRefSql('u')} AS unit, n.state, r.classification,
         r.certificate_number AS "certificateNumber", r.certificate_date AS "certificateDate"
       FROM nominations n JOIN officials o ON o.id = n.official_id JOIN units u ON u.id = n.unit_id
       LEFT JOIN nomination_results r ON r.nomination_id = n.id
       WHERE n.course_id = $2 AND n.state IN ('studying', 'completed', 'not-completed') AND ${inSubtree('n.unit_id', '$1')}
       ORDER BY n.queue_no`,
      [actor.unitId, courseId],
    );
    return { items, mayRecord: mayRecord(actor, course) };
  }

  /**
   * Records what became of these trainees, all or none.
   * @throws NotFound, NotAllowed, InvalidInput, NominationStepNotPossible for one whose result stands
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
    await this.write(actor, lines);
    const passed = lines.filter(({ classification }) => classification !== 'failed').map((line) => line.nominationId);
    const done = await this.nominations.finish(courseId, passed, failed, this.clock.now());
    const completed = done.filter(({ state }) => state === 'completed');
    await this.officials.conferLevels(levelsGiven(course, completed));
    await this.trail(actor, course, done);
    return this.list(actor, courseId);
  }

  /** The trainee studies again; what the result gave to the record goes, and nothing else. @throws NotFound, NotAllowed, ReasonMissing */
  @Transactional()
  async takeBack(actor: Actor, id: string, reason: string): Promise<ResultsView> {
    const seen = await this.queries.find(actor, id, plainDateIn(this.clock.now()));
    if (!seen) throw new NotFound('id');
    const course = await this.hold(actor, seen.course.id);
    const nomination = (await this.queries.find(actor, id, plainDateIn(this.clock.now()))) ?? seen;
    const { state, place } = nomination;
    const verdict = judgeStep('takeBack', { state, place, courseState: course.state, reason });
    if ('refusal' in verdict) {
      if (verdict.refusal === 'reason-missing') throw new ReasonMissing();
      throw new NominationStepNotPossible(state);
    }
    await this.db.write('DELETE FROM qualifications WHERE nomination_id = $1', [id]);
    await this.db.write('DELETE FROM nomination_results WHERE nomination_id = $1', [id]);
    await this.db.write(`UPDATE nominations SET state = 'studying', version = version + 1 WHERE id = $1`, [id]);
    await this.audit.record({
      ...{ actor, action: 'nomination.resultTakenBack', subjectType: 'nomination', subjectId: id },
      ...{
        unitId: nomination.unit.id,
        data: { reason: reason.trim(), before: { state }, after: { state: 'studying' } },
      },
    });
    return this.list(actor, course.id);
  }

  private async hold(actor: Actor, courseId: string): Promise<CourseView> {
    const seen = await this.courses.get(actor, courseId);
    if (!mayRecord(actor, seen)) throw new NotAllowed(STEPS.complete.who);
    await this.nominations.hold(courseId, seen.programId, quotaPeriod(seen.startsOn));
    return this.courses.get(actor, courseId);
  }

  private async write({ accountId }: Actor, lines: readonly ResultLineDto[]): Promise<void> {
    await this.db.rows(
      `INSERT INTO nomination_results (nomination_id, classification, certificate_number, certificate_date, recorded_at, recorded_by)
       SELECT l."nominationId", l.classification, nullif(trim(l."certificateNumber"), ''), l."certificateDate", $2, $3
       FROM jsonb_to_recordset($1::jsonb) AS l("nominationId" uuid, classification text, "certificateNumber" text, "certificateDate" date)`,
      [JSON.stringify(lines), this.clock.now(), accountId],
    );
  }

  private async trail(
    actor: Actor,
    { unit }: CourseView,
    done: readonly { id: string; state: string }[],
  ): Promise<void> {
    await this.audit.record(
      ...done.map(({ id, state }) => ({
        ...{ actor, action: `nomination.${state}`, subjectType: 'nomination', subjectId: id },
        ...{ unitId: unit.id, data: {} },
      })),
    );
  }
}

const mayRecord = (actor: Actor, { can, state }: CourseView): boolean =>
  can.copy && mayRole(actor.role, STEPS.complete.who) && (STEPS.complete.while as readonly string[]).includes(state);

function refuseFaults(lines: readonly ResultLineDto[], today: string): void {
  const faults = lines.flatMap(
    ({ nominationId, classification, certificateNumber, certificateDate }, index): FieldError[] => {
      const path = `results.${index}`;
      if (lines.findIndex((other) => other.nominationId === nominationId) < index)
        return [{ path, rule: 'resultTwice' }];
      if (classification === 'failed' && (certificateNumber?.trim() || certificateDate))
        return [{ path: `${path}.certificateNumber`, rule: 'noCertificateWhenFailed' }];
      if (certificateDate && certificateDate > today)
        return [{ path: `${path}.certificateDate`, rule: 'certificateNotInTheFuture' }];
      return [];
    },
  );
  if (faults.length > 0) throw new InvalidInput(faults);
}
