import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { addDays, type PlainDate, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { CallsService, CoursesService } from '../courses/index.js';
import { DecisionsService } from '../decisions/index.js';
import {
  NominationsService,
  ResultsService,
  ReviewService,
  RosterService,
  WaitlistService,
} from '../nominations/index.js';
import { ProgramsAdmin } from '../programs/index.js';
import { ProposalsService } from '../proposals/index.js';
import { type DemoDistrict, known } from './demo.registry.js';

/** The program whose classes go the whole way: its cells propose, and a decision sends. */
const PROGRAM = 'DVM';
const TITLE = 'Bồi dưỡng đảng viên mới';
const SIGNER = 'Trưởng ban Tổ chức Huyện ủy';

/** A class of the program; days count from today. */
interface WayClass {
  readonly number: number;
  readonly starts: number;
  readonly capacity: number;
  readonly communes: readonly string[];
}

/** Classes of this year, one in each phase of the way of a nomination, made through the doors that people use. */
@Injectable()
export class DemoWay {
  constructor(
    private readonly db: Database,
    private readonly programs: ProgramsAdmin,
    private readonly courses: CoursesService,
    private readonly calls: CallsService,
    private readonly proposals: ProposalsService,
    private readonly nominations: NominationsService,
    private readonly review: ReviewService,
    private readonly waitlist: WaitlistService,
    private readonly decisions: DecisionsService,
    private readonly roster: RosterService,
    private readonly results: ResultsService,
    private readonly clock: Clock,
  ) {}

  async load(district: DemoDistrict): Promise<void> {
    const { id } = known(district.programs.get(PROGRAM), PROGRAM);
    const from = `${yearOf(this.day(-21))}-01-01`;
    await this.programs.addVersion(district.actor('board'), id, {
      ...{ from, level: 'fostering', certificateKind: 'attestation', cellStep: true, decisionStep: true },
    });
    await this.proposed(district);
    await this.offered(district);
    await this.decided(district);
    await this.running(district);
    await this.completed(district);
  }

  /** Cells have proposed: some wait at their committee, one was sent back, some were nominated and are reviewed. */
  private async proposed(district: DemoDistrict): Promise<void> {
    const course = await this.open(district, { number: 1, starts: 47, capacity: 30, communes: ['BIX', 'KM'] });
    const [bix, km] = [district.actor('xa-bix'), district.actor('xa-km')];
    const ofBix = await this.propose(district, course, 'BIX');
    const [back] = ofBix;
    if (back) await this.proposals.take(bix, 'return', back, 'Bổ sung bản kiểm điểm của đảng viên dự bị.');
    await this.proposals.endorse(km, course, await this.propose(district, course, 'KM'));
    const { items } = await this.review.list(district.actor('board'), { courseId: course });
    const [returned] = items;
    if (returned)
      await this.review.take(district.actor('board'), 'return', returned.id, 'Bổ sung quyết định kết nạp đảng viên.');
  }

  /** All seats are taken, people wait, and the first of them is asked about a seat that fell free. */
  private async offered(district: DemoDistrict): Promise<void> {
    const course = await this.open(district, { number: 2, starts: 54, capacity: 3, communes: ['DL', 'CS'] });
    const board = district.actor('board');
    await this.waitlist.setRules(board, course, { waitlistOrder: 'time', freedSeats: 'offer', offerHours: 72 });
    const [leaver] = await this.nominate(district, course, 'DL');
    await this.nominate(district, course, 'CS');
    if (leaver !== undefined) await this.review.take(board, 'withdraw', leaver, 'Chuyển công tác sang huyện khác.');
  }

  /** The list is closed and a decision sends everyone; the class has not begun. */
  private async decided(district: DemoDistrict): Promise<void> {
    await this.sent(district, { number: 3, starts: 19, capacity: 20, communes: ['BL'] }, '07-QĐ/BTCHU');
  }

  /** The class began yesterday, and one did not come. */
  private async running(district: DemoDistrict): Promise<void> {
    const course = await this.begun(district, { number: 4, starts: 2, capacity: 20, communes: ['BX'] }, '05-QĐ/BTCHU');
    const [absent] = (await this.results.list(district.actor('board'), course)).items;
    if (absent) await this.review.take(district.actor('board'), 'noShow', absent.nominationId, null);
    await this.moveDays(course, -1, 3);
  }

  /** The class is over: who completed it has a certificate, one did not. */
  private async completed(district: DemoDistrict): Promise<void> {
    const course = await this.begun(district, { number: 5, starts: 3, capacity: 20, communes: ['CL'] }, '02-QĐ/BTCHU');
    await this.moveDays(course, -21, -17);
    const board = district.actor('board');
    const { items } = await this.results.list(board, course);
    await this.results.record(
      board,
      course,
      items.map(({ nominationId }, index) =>
        index === 0
          ? { nominationId, classification: 'failed' }
          : {
              ...{ nominationId, classification: index === 1 ? 'good' : 'fair' },
              ...{ certificateNumber: `0${index}/ĐVM`, certificateDate: this.day(-14) },
            },
      ),
    );
    await this.roster.complete(board, course, []);
  }

  private async begun(district: DemoDistrict, demo: WayClass, number: string): Promise<string> {
    const course = await this.sent(district, demo, number);
    const board = district.actor('board');
    await this.roster.confirm(board, course, 'Thời khóa biểu do trung tâm xếp.');
    await this.roster.start(board, course);
    return course;
  }

  /** Nominated, approved, and sent by a decision of this number. */
  private async sent(district: DemoDistrict, demo: WayClass, number: string): Promise<string> {
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

  private async open(district: DemoDistrict, { number, starts, capacity, communes }: WayClass): Promise<string> {
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
  private async propose(district: DemoDistrict, courseId: string, code: string): Promise<string[]> {
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
  private async nominate(district: DemoDistrict, courseId: string, code: string): Promise<string[]> {
    const officialIds = this.people(district, code).map(({ id }) => id);
    const actor = district.actor(`xa-${code.toLowerCase()}`);
    const { items } = await this.nominations.nominate(actor, { courseId, officialIds });
    return items.flatMap(({ nominationId }) => nominationId ?? []);
  }

  /** Of the end of the workbook, whom the other classes do not ask. */
  private people(district: DemoDistrict, code: string) {
    return known(district.officials.get(code), code).slice(-3);
  }

  /** Puts a class where it would be had it been planned earlier. */
  private async moveDays(courseId: string, starts: number, ends: number): Promise<void> {
    const days = [courseId, this.day(starts), this.day(ends), this.day(starts - 7)];
    await this.db.write('UPDATE courses SET starts_on = $2, ends_on = $3, deadline = $4 WHERE id = $1', days);
    await this.db.write('UPDATE unit_calls SET deadline = $2 WHERE course_id = $1', [courseId, this.day(starts - 7)]);
  }

  private day(offset: number): PlainDate {
    return addDays(plainDateIn(this.clock.now()), offset);
  }
}
