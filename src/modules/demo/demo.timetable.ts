import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { addDays, atLocalTime, type PlainDate, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { CoursesService } from '../courses/index.js';
import {
  DaysQueries,
  LecturersService,
  type NewSession,
  RoomsService,
  SessionsRepository,
} from '../timetable/index.js';
import { type DemoDistrict, known } from './demo.registry.js';

const CENTER = 'Trung tâm Bồi dưỡng chính trị huyện';

const ROOMS: readonly [name: string, capacity: number, equipment: string[]][] = [
  ['Hội trường', 250, ['Máy chiếu', 'Âm thanh']],
  ['Phòng học số 1', 80, ['Máy chiếu']],
  ['Phòng học số 2', 50, ['Máy chiếu']],
];

/** Made-up people. */
const LECTURERS: readonly [name: string, kind: 'full-time' | 'concurrent', subjects: string[]][] = [
  ['Nông Thị Minh Họa', 'full-time', ['Công tác tổ chức', 'Công tác kiểm tra']],
  ['Hoàng Văn Giả Định', 'full-time', ['Lý luận chính trị', 'Lịch sử Đảng']],
  ['Lý Thị Thí Dụ', 'concurrent', ['Công tác dân vận']],
  ['Vi Văn Tượng Trưng', 'concurrent', ['Cập nhật kiến thức mới']],
];

/** Classes of this year that have a timetable: where, and who teaches what, one subject a half day. */
const TIMETABLES: readonly { readonly code: string; readonly room: string; readonly subjects: readonly string[] }[] = [
  { code: 'CNKT', room: 'Phòng học số 1', subjects: ['Cập nhật kiến thức mới'] },
  { code: 'NVD', room: 'Phòng học số 2', subjects: ['Công tác tổ chức', 'Công tác kiểm tra', 'Công tác dân vận'] },
];

const HALF_DAYS = [
  { from: '07:30', until: '11:00' },
  { from: '13:30', until: '16:30' },
] as const;

/** Rooms, lecturers and the timetable of two classes. */
@Injectable()
export class DemoTimetable {
  constructor(
    private readonly rooms: RoomsService,
    private readonly lecturers: LecturersService,
    private readonly courses: CoursesService,
    private readonly sessions: SessionsRepository,
    private readonly days: DaysQueries,
    private readonly clock: Clock,
  ) {}

  async load(district: DemoDistrict): Promise<void> {
    const board = district.actor('board');
    const rooms = new Map<string, string>();
    for (const [name, capacity, equipment] of ROOMS) {
      rooms.set(name, (await this.rooms.create(board, { venue: CENTER, name, capacity, equipment })).id);
    }
    const teachers = new Map<string, string>();
    for (const [fullName, kind, subjects] of LECTURERS) {
      const { id } = await this.lecturers.create(board, { fullName, kind, subjects });
      for (const subject of subjects) teachers.set(subject, id);
    }
    for (const timetable of TIMETABLES) await this.lay(board, timetable, rooms, teachers);
  }

  private async lay(
    board: Actor,
    { code, room, subjects }: (typeof TIMETABLES)[number],
    rooms: ReadonlyMap<string, string>,
    teachers: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { items } = await this.courses.list(board, { q: `${code}-` });
    const newest = items.filter(
      (course) => course.state !== 'completed' && yearOf(course.endsOn) >= yearOf(this.today()),
    );
    const course = known(newest[0], code);
    const calendar = await this.days.workingCalendar();
    const sessions: NewSession[] = [];
    for (let day = course.startsOn; day <= course.endsOn; day = addDays(day, 1)) {
      if (!calendar.isWorkingDay(day)) continue;
      for (const { from, until } of HALF_DAYS) {
        const subject = known(subjects[sessions.length % subjects.length], code);
        sessions.push({
          id: newId(),
          courseId: course.id,
          startsAt: atLocalTime(day, from),
          endsAt: atLocalTime(day, until),
          roomId: known(rooms.get(room), room),
          lecturerId: known(teachers.get(subject), subject),
          subject,
          smallRoomReason: null,
        });
      }
    }
    await this.sessions.insert(sessions, this.clock.now());
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}
