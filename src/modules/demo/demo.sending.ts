import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { addDays, type PlainDate, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { CallsService, CoursesService } from '../courses/index.js';
import { DecisionsService } from '../decisions/index.js';
import { NominationsService, ReviewService } from '../nominations/index.js';
import type { NewOfficial } from '../officials/index.js';
import { ProposalsService } from '../proposals/index.js';
import { type DemoDistrict, known } from './demo.registry.js';

/** The program whose classes go the whole way: its cells propose, and a decision sends. */
export const PROGRAM = 'DVM';
const TITLE = 'Bồi dưỡng đảng viên mới';
const SIGNER = 'Trưởng ban Tổ chức Huyện ủy';

/** A class of the program; days count from today. */
export interface WayClass {
  readonly number: number;
  readonly starts: number;
  readonly capacity: number;
  readonly communes: readonly string[];
}

/** What people do with the classes of the way up to the decision. */
@Injectable()
export class DemoSending {
  constructor(
    private readonly db: Database,
    private readonly courses: CoursesService,
    private readonly calls: CallsService,
    private readonly proposals: ProposalsService,
    private readonly nominations: NominationsService,
    private readonly review: ReviewService,
    private readonly decisions: DecisionsService,
    private readonly clock: Clock,
  ) {}

  /** Nominated, approved, and sent by a decision of this number. */
  async sent(district: DemoDistrict, demo: WayClass, number: string): Promise<string> {
    const board = district.actor('board');
    const course = await this.open(district, demo);
    for (const code of demo.communes)
      for (const id of await this.nominate(district, course, code))
        await this.review.take(board, 'approve', id, 'Đã xem hồ sơ đảng viên.');
    await this.calls.closeNominations(board, course);
    const { id } = await this.decisions.draft(board, { courseIds: [course] });
    await this.decisions.issue(board, id, { number, decidedOn: this.day(0), signer: SIGNER });
    return course;
  }

  /** A class to which these communes are called. */
  async open(district: DemoDistrict, { number, starts, capacity, communes }: WayClass): Promise<string> {
    const board = district.actor('board');
    const { id } = await this.courses.create(board, {
      ...{ code: `${PROGRAM}-${yearOf(this.day(starts))}-0${number}`, title: `${TITLE}, khóa ${number}`, capacity },
      ...{ programId: known(district.programs.get(PROGRAM), PROGRAM).id, minimum: 0 },
      ...{ startsOn: this.day(starts), endsOn: this.day(starts + 4) },
    });
    const unitIds = communes.map(
      (code) =>
        known(
          district.communes.find((one) => one.code === code),
          code,
        ).id,
    );
    await this.calls.openNominations(board, id, { deadline: this.day(Math.min(starts, 14)), unitIds });
    return id;
  }

  /** Each cell of a commune proposes those of its members whom other classes leave. */
  async propose(district: DemoDistrict, courseId: string, code: string): Promise<string[]> {
    const made: string[] = [];
    for (const [index, { id: cellId }] of known(district.cells.get(code), code).entries()) {
      const officialIds = this.people(district, code).flatMap((one) => (one.cellId === cellId ? [one.id] : []));
      if (officialIds.length === 0) continue;
      const cell = district.actor(`chibo-${code.toLowerCase()}-${index + 1}`);
      const { items } = await this.proposals.propose(cell, { courseId, officialIds });
      made.push(...items.map(({ id }) => id));
    }
    return made;
  }

  /** @returns the nominations of those who got a seat or a place in the line. */
  async nominate(district: DemoDistrict, courseId: string, code: string): Promise<string[]> {
    const officialIds = this.people(district, code).map(({ id }) => id);
    const actor = district.actor(`xa-${code.toLowerCase()}`);
    const { items } = await this.nominations.nominate(actor, { courseId, officialIds });
    return items.flatMap(({ nominationId }) => nominationId ?? []);
  }

  /** Of the end of the workbook, whom the other classes do not ask. */
  private people(district: DemoDistrict, code: string): readonly NewOfficial[] {
    return known(district.officials.get(code), code).slice(-3);
  }

  /** Puts a class where it would be had it been planned earlier. */
  async moveDays(courseId: string, starts: number, ends: number): Promise<void> {
    const days = [courseId, this.day(starts), this.day(ends), this.day(starts - 7)];
    await this.db.write('UPDATE courses SET starts_on = $2, ends_on = $3, deadline = $4 WHERE id = $1', days);
    await this.db.write('UPDATE unit_calls SET deadline = $2 WHERE course_id = $1', [courseId, this.day(starts - 7)]);
  }

  /** A day counted from today. */
  day(offset: number): PlainDate {
    return addDays(plainDateIn(this.clock.now()), offset);
  }
}
