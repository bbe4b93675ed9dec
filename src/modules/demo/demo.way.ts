import { Injectable } from '@nestjs/common';
import { yearOf } from '../../kernel/plain-date.js';
import { ResultsService, ReviewService, RosterService, WaitlistService } from '../nominations/index.js';
import { ProgramsAdmin } from '../programs/index.js';
import { ProposalsService } from '../proposals/index.js';
import { type DemoDistrict, known } from './demo.registry.js';
import { DemoSending, PROGRAM, type WayClass } from './demo.sending.js';

/** Classes of this year, one in each phase of the way of a nomination, made through the doors that people use. */
@Injectable()
export class DemoWay {
  constructor(
    private readonly sending: DemoSending,
    private readonly programs: ProgramsAdmin,
    private readonly proposals: ProposalsService,
    private readonly review: ReviewService,
    private readonly waitlist: WaitlistService,
    private readonly roster: RosterService,
    private readonly results: ResultsService,
  ) {}

  async load(district: DemoDistrict): Promise<void> {
    const { id } = known(district.programs.get(PROGRAM), PROGRAM);
    const from = `${yearOf(this.sending.day(-21))}-01-01`;
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
    const course = await this.sending.open(district, { number: 1, starts: 47, capacity: 30, communes: ['BIX', 'KM'] });
    const [bix, km] = [district.actor('xa-bix'), district.actor('xa-km')];
    const ofBix = await this.sending.propose(district, course, 'BIX');
    const [back] = ofBix;
    if (back) await this.proposals.take(bix, 'return', back, 'Bổ sung bản kiểm điểm của đảng viên dự bị.');
    await this.proposals.endorse(km, course, await this.sending.propose(district, course, 'KM'));
    const { items } = await this.review.list(district.actor('board'), { courseId: course });
    const [returned] = items;
    if (returned)
      await this.review.take(district.actor('board'), 'return', returned.id, 'Bổ sung quyết định kết nạp đảng viên.');
  }

  /** All seats are taken, people wait, and the first of them is asked about a seat that fell free. */
  private async offered(district: DemoDistrict): Promise<void> {
    const course = await this.sending.open(district, { number: 2, starts: 54, capacity: 3, communes: ['DL', 'CS'] });
    const board = district.actor('board');
    await this.waitlist.setRules(board, course, { waitlistOrder: 'time', freedSeats: 'offer', offerHours: 72 });
    const [leaver] = await this.sending.nominate(district, course, 'DL');
    await this.sending.nominate(district, course, 'CS');
    if (leaver !== undefined) await this.review.take(board, 'withdraw', leaver, 'Chuyển công tác sang huyện khác.');
  }

  /** The list is closed and a decision sends everyone; the class has not begun. */
  private async decided(district: DemoDistrict): Promise<void> {
    await this.sending.sent(district, { number: 3, starts: 19, capacity: 20, communes: ['BL'] }, '07-QĐ/BTCHU');
  }

  /** The class began yesterday, and one did not come. */
  private async running(district: DemoDistrict): Promise<void> {
    const course = await this.begun(district, { number: 4, starts: 2, capacity: 20, communes: ['BX'] }, '05-QĐ/BTCHU');
    const [absent] = (await this.results.list(district.actor('board'), course)).items;
    if (absent) await this.review.take(district.actor('board'), 'noShow', absent.nominationId, null);
    await this.sending.moveDays(course, -1, 3);
  }

  /** The class is over: who completed it has a certificate, one did not. */
  private async completed(district: DemoDistrict): Promise<void> {
    const course = await this.begun(district, { number: 5, starts: 3, capacity: 20, communes: ['CL'] }, '02-QĐ/BTCHU');
    await this.sending.moveDays(course, -21, -17);
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
              ...{ certificateNumber: `0${index}/ĐVM`, certificateDate: this.sending.day(-14) },
            },
      ),
    );
    await this.roster.complete(board, course, []);
  }

  private async begun(district: DemoDistrict, demo: WayClass, number: string): Promise<string> {
    const course = await this.sending.sent(district, demo, number);
    const board = district.actor('board');
    await this.roster.confirm(board, course, 'Thời khóa biểu do trung tâm xếp.');
    await this.roster.start(board, course);
    return course;
  }
}
