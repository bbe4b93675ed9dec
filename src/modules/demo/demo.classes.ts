import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { addDays, type PlainDate, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { CallsService, CoursesService } from '../courses/index.js';
import { NominationsService, ReviewService, RosterService } from '../nominations/index.js';
import { type DemoDistrict, known } from './demo.registry.js';

/** A class of this year; days count from today. */
interface DemoClass {
  readonly code: string;
  readonly program: string;
  readonly title: string;
  readonly starts: number;
  readonly ends: number;
  readonly capacity: number;
  readonly minimum: number;
  readonly venue?: string;
  readonly document?: string;
  /** Where the program leaves it to the class. */
  readonly mode?: 'concentrated' | 'non-concentrated';
}

const CENTER = 'Trung tâm Bồi dưỡng chính trị huyện';
const SCHOOL = 'Trường Chính trị Hoàng Văn Thụ';

/** A handful of classes of this year in every state, made through the same doors that people use. */
@Injectable()
export class DemoClasses {
  constructor(
    private readonly db: Database,
    private readonly courses: CoursesService,
    private readonly calls: CallsService,
    private readonly nominations: NominationsService,
    private readonly review: ReviewService,
    private readonly roster: RosterService,
    private readonly clock: Clock,
  ) {}

  async load(district: DemoDistrict): Promise<void> {
    await this.draft(district);
    await this.running(district);
    await this.closed(district);
    await this.open(district);
    await this.overdue(district);
    await this.theory(district);
    await this.callToCells(district);
  }

  private async draft(district: DemoDistrict): Promise<void> {
    await this.plan(district, {
      code: 'CC',
      program: 'CC',
      title: 'Cao cấp lý luận chính trị, hệ không tập trung',
      mode: 'non-concentrated',
      starts: 90,
      ends: 720,
      capacity: 4,
      minimum: 1,
      venue: SCHOOL,
    });
  }

  /** Under way: everyone was approved, the list was fixed, the class began three days ago. */
  private async running(district: DemoDistrict): Promise<void> {
    const course = await this.plan(district, {
      code: 'CNKT',
      program: 'CNKT',
      title: 'Bồi dưỡng cập nhật kiến thức mới cho cán bộ, công chức cấp xã',
      starts: 1,
      ends: 3,
      capacity: 60,
      minimum: 30,
      venue: CENTER,
      document: '118-CV/BTCHU',
    });
    const board = district.actor('board');
    await this.calls.openNominations(board, course, { deadline: this.day(1) });
    for (const { code } of district.communes) await this.nominate(district, course, code, 0, 3);
    await this.approveAll(district, course);
    await this.calls.closeNominations(board, course);
    await this.roster.confirm(board, course, 'Thời khóa biểu được xếp sau khi chốt danh sách.');
    await this.roster.start(board, course);
    await this.moveDays(course, -3, 2, -10);
  }

  /** Lists are in and the class is over-asked: the board has to decide, and three people wait for a seat. */
  private async closed(district: DemoDistrict): Promise<void> {
    const course = await this.plan(district, {
      code: 'NVD',
      program: 'NVD',
      title: 'Bồi dưỡng nghiệp vụ công tác đảng cho cấp ủy cơ sở',
      starts: 12,
      ends: 16,
      capacity: 21,
      minimum: 15,
      venue: 'Hội trường UBND huyện',
      document: '124-CV/BTCHU',
    });
    const board = district.actor('board');
    await this.calls.openNominations(board, course, { deadline: this.day(2) });
    for (const { code } of district.communes) await this.nominate(district, course, code, 4, 6);
    const { items } = await this.review.list(board, { courseId: course, place: 'seat', 'page[size]': 8 });
    for (const { id } of items.slice(0, 7)) await this.review.take(board, 'approve', id, null);
    const returned = items[7];
    if (returned) await this.review.take(board, 'return', returned.id, 'Bổ sung bản sao bằng tốt nghiệp chuyên môn.');
    await this.calls.closeNominations(board, course);
  }

  /** Taking lists: some units answered in each of the three ways, the others still have time. */
  private async open(district: DemoDistrict): Promise<void> {
    const course = await this.plan(district, {
      code: 'NVCM',
      program: 'NVCM',
      title: 'Bồi dưỡng nghiệp vụ chuyên môn công chức cấp xã',
      starts: 25,
      ends: 29,
      capacity: 40,
      minimum: 20,
      venue: CENTER,
      document: '131-CV/BTCHU',
    });
    await this.calls.openNominations(district.actor('board'), course, { deadline: this.day(9) });
    for (const code of ['BIX', 'DL-TT', 'KM', 'LC']) await this.nominate(district, course, code, 8, 11);
    await this.calls.decline(
      district.actor('xa-cl'),
      await this.callOf(district, course, 'xa-cl'),
      'Các đồng chí đều đã học lớp này năm trước.',
    );
    await this.calls.askMoreTime(district.actor('xa-bl'), await this.callOf(district, course, 'xa-bl'), {
      until: this.day(14),
      reason: 'Chờ kỳ họp chi bộ ngày 03 hằng tháng.',
    });
  }

  /** Past its deadline: some units are silent, so there is something to press for. */
  private async overdue(district: DemoDistrict): Promise<void> {
    const course = await this.plan(district, {
      code: 'CDHCM',
      program: 'CDHCM',
      title: 'Chuyên đề học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
      starts: 8,
      ends: 9,
      capacity: 100,
      minimum: 40,
      venue: 'Hội trường thị trấn Nông Trường Thái Bình',
      document: '127-CV/BTCHU',
    });
    await this.calls.openNominations(district.actor('board'), course, { deadline: this.day(3) });
    for (const code of ['BIX', 'DL', 'CS', 'TB', 'BX', 'DL-TT', 'NT-TT'])
      await this.nominate(district, course, code, 8, 13);
    await this.moveDays(course, 8, 9, -2);
  }

  /** Intermediate political theory: rationed places. */
  private async theory(district: DemoDistrict): Promise<void> {
    const course = await this.plan(district, {
      code: 'TC',
      program: 'TC',
      title: 'Trung cấp lý luận chính trị, hệ không tập trung',
      mode: 'non-concentrated',
      starts: 30,
      ends: 210,
      capacity: 45,
      minimum: 30,
      venue: SCHOOL,
      document: '135-CV/BTCHU',
    });
    await this.calls.openNominations(district.actor('board'), course, { deadline: this.day(12) });
  }

  /** A class for which the board asks Party cells themselves. */
  private async callToCells(district: DemoDistrict): Promise<void> {
    const course = await this.plan(district, {
      code: 'DTD',
      program: 'DTD',
      title: 'Bồi dưỡng đối tượng kết nạp Đảng',
      starts: 40,
      ends: 45,
      capacity: 60,
      minimum: 30,
      venue: 'Nhà văn hóa xã Bính Xá',
      document: '138-CV/BTCHU',
    });
    const unitIds = ['BIX', 'KM'].flatMap((code) => (district.cells.get(code) ?? []).map(({ id }) => id));
    await this.calls.openNominations(district.actor('board'), course, { deadline: this.day(15), unitIds });
  }

  private async plan(district: DemoDistrict, demo: DemoClass): Promise<string> {
    const { id } = await this.courses.create(district.actor('board'), {
      code: `${demo.code}-${yearOf(this.day(demo.starts))}-01`,
      title: demo.title,
      programId: known(district.programs.get(demo.program), demo.program).id,
      startsOn: this.day(demo.starts),
      endsOn: this.day(demo.ends),
      capacity: demo.capacity,
      minimum: demo.minimum,
      ...(demo.mode !== undefined && { mode: demo.mode }),
      ...(demo.venue !== undefined && { venue: demo.venue }),
      ...(demo.document !== undefined && { documentNumber: demo.document }),
    });
    return id;
  }

  /** A committee sends those of its people who stand from one place to another in the workbook. */
  private async nominate(
    district: DemoDistrict,
    courseId: string,
    code: string,
    from: number,
    to: number,
  ): Promise<void> {
    const officialIds = known(district.officials.get(code), code)
      .slice(from, to)
      .map(({ id }) => id);
    await this.nominations.nominate(district.actor(`xa-${code.toLowerCase()}`), { courseId, officialIds });
  }

  private async approveAll(district: DemoDistrict, courseId: string): Promise<void> {
    const { items } = await this.review.list(district.actor('board'), { courseId, 'page[size]': 200 });
    for (const { id } of items) await this.review.take(district.actor('board'), 'approve', id, null);
  }

  private async callOf(district: DemoDistrict, courseId: string, username: string): Promise<string> {
    const { items } = await this.calls.list(district.actor(username), { courseId });
    return known(items[0], 'call').id;
  }

  /** Puts a class where it would be had it been planned earlier: nobody can open one for yesterday. */
  private async moveDays(courseId: string, starts: number, ends: number, deadline: number): Promise<void> {
    await this.db.write('UPDATE courses SET starts_on = $2, ends_on = $3, deadline = $4 WHERE id = $1', [
      courseId,
      this.day(starts),
      this.day(ends),
      this.day(deadline),
    ]);
    await this.db.write('UPDATE unit_calls SET deadline = $2 WHERE course_id = $1', [courseId, this.day(deadline)]);
  }

  private day(offset: number): PlainDate {
    return addDays(plainDateIn(this.clock.now()), offset);
  }
}
