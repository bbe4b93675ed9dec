import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import {
  addDays,
  atLocalTime,
  daysBetween,
  type PlainDate,
  plainDateIn,
  weekday,
  yearOf,
} from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import {
  DaysQueries,
  LecturersService,
  type NewSession,
  RoomsService,
  SessionsRepository,
} from '../timetable/index.js';
import { type DemoDistrict, known } from './demo.registry.js';

const CENTER = 'Trung tâm Bồi dưỡng chính trị huyện';

const SCHOOL = 'Trường Chính trị Hoàng Văn Thụ';

const ROOMS: readonly [venue: string, name: string, capacity: number, equipment: string[]][] = [
  [CENTER, 'Hội trường', 250, ['Máy chiếu', 'Âm thanh']],
  [CENTER, 'Phòng học số 1', 80, ['Máy chiếu']],
  [CENTER, 'Phòng học số 2', 60, ['Máy chiếu']],
  [SCHOOL, 'Giảng đường A', 60, ['Máy chiếu', 'Âm thanh']],
  [SCHOOL, 'Giảng đường B', 50, ['Máy chiếu']],
];

/** Made-up people. */
const LECTURERS: readonly [
  name: string,
  kind: 'full-time' | 'concurrent',
  subjects: string[],
  organisation?: string,
][] = [
  ['Nông Thị Minh Họa', 'full-time', ['Công tác tổ chức', 'Công tác kiểm tra']],
  ['Hoàng Văn Giả Định', 'full-time', ['Lý luận chính trị', 'Lịch sử Đảng']],
  ['Lý Thị Thí Dụ', 'concurrent', ['Công tác dân vận']],
  ['Vi Văn Tượng Trưng', 'concurrent', ['Cập nhật kiến thức mới']],
  ['Lộc Thị Minh Chứng', 'concurrent', ['Triết học Mác – Lênin', 'Kinh tế chính trị'], SCHOOL],
  ['Bế Văn Ước Lệ', 'concurrent', ['Chủ nghĩa xã hội khoa học', 'Học thuyết về Đảng Cộng sản'], SCHOOL],
];

/** Where a class is taught, and who teaches what in it, one subject a half day. */
interface Timetable {
  /** The first letters of its code: the one of this year. */
  readonly code: string;
  /** Of another year: the last one held then. */
  readonly year?: number;
  readonly room: string;
  readonly subjects: readonly string[];
  /** Taught in one week of so many, beside work. */
  readonly everyWeeks?: number;
  /** Days from its beginning that are planned already. */
  readonly days?: number;
}

/** One of each kind of program. */
const TIMETABLES: readonly Timetable[] = [
  { code: 'CNKT', room: 'Phòng học số 1', subjects: ['Cập nhật kiến thức mới'] },
  { code: 'NVD', room: 'Phòng học số 2', subjects: ['Công tác tổ chức', 'Công tác kiểm tra', 'Công tác dân vận'] },
  { code: 'NVCM', room: 'Phòng học số 1', subjects: ['Cập nhật kiến thức mới', 'Công tác kiểm tra'] },
  { code: 'CDHCM', room: 'Hội trường', subjects: ['Lịch sử Đảng'] },
  { code: 'DTD', room: 'Phòng học số 2', subjects: ['Lịch sử Đảng', 'Công tác tổ chức'] },
  { code: 'TC', room: 'Giảng đường A', subjects: ['Triết học Mác – Lênin', 'Kinh tế chính trị'], everyWeeks: 4 },
  {
    code: 'CC',
    room: 'Giảng đường B',
    subjects: ['Chủ nghĩa xã hội khoa học', 'Học thuyết về Đảng Cộng sản'],
    everyWeeks: 8,
    days: 150,
  },
  { code: 'SC', year: 2019, room: 'Hội trường', subjects: ['Lý luận chính trị', 'Lịch sử Đảng'] },
  { code: 'DVM', year: 2019, room: 'Phòng học số 1', subjects: ['Công tác tổ chức', 'Công tác dân vận'] },
];

const MONDAY = 1;
const DAYS_OF_WEEK = 7;
const capacityOf = (room: string): number => ROOMS.find(([, name]) => name === room)?.[2] ?? 0;

const HALF_DAYS = [
  { from: '07:30', until: '11:00' },
  { from: '13:30', until: '16:30' },
] as const;

/** Rooms, lecturers and the timetable of some classes. */
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
    for (const [venue, name, capacity, equipment] of ROOMS) {
      rooms.set(name, (await this.rooms.create(board, { venue, name, capacity, equipment })).id);
    }
    const teachers = new Map<string, string>();
    for (const [fullName, kind, subjects, organisation] of LECTURERS) {
      const { id } = await this.lecturers.create(board, {
        fullName,
        kind,
        subjects,
        ...(organisation && { organisation }),
      });
      for (const subject of subjects) teachers.set(subject, id);
    }
    for (const timetable of TIMETABLES) await this.lay(board, timetable, rooms, teachers);
  }

  private async lay(
    board: Actor,
    timetable: Timetable,
    rooms: ReadonlyMap<string, string>,
    teachers: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { code, room, subjects } = timetable;
    const course = await this.courseOf(board, timetable);
    const sessions: NewSession[] = [];
    for (const day of await this.daysOf(course, timetable)) {
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
          smallRoomReason: capacityOf(room) < course.capacity ? 'Lớp học theo hai nhóm.' : null,
        });
      }
    }
    await this.sessions.insert(sessions, this.clock.now());
  }

  private async courseOf(board: Actor, { code, year }: Timetable): Promise<CourseView> {
    const { items } = await this.courses.list(board, { q: `${code}-`, ...(year !== undefined && { year }) });
    const wanted = items.filter((course) =>
      year === undefined
        ? course.state !== 'completed' && yearOf(course.endsOn) >= yearOf(this.today())
        : course.code.startsWith(`${code}-`),
    );
    return known(wanted[0], code);
  }

  /** Working days of a class; of one beside work those of one week in so many, from its first whole week on. */
  private async daysOf({ startsOn, endsOn }: CourseView, { everyWeeks = 1, days }: Timetable): Promise<PlainDate[]> {
    const calendar = await this.days.workingCalendar();
    const last = days === undefined ? endsOn : addDays(startsOn, days);
    let monday = startsOn;
    while (everyWeeks > 1 && weekday(monday) !== MONDAY) monday = addDays(monday, 1);
    const taught: PlainDate[] = [];
    for (let day = monday; day <= endsOn && day <= last; day = addDays(day, 1)) {
      const week = Math.floor(daysBetween(monday, day) / DAYS_OF_WEEK);
      if (week % everyWeeks === 0 && calendar.isWorkingDay(day)) taught.push(day);
    }
    return taught;
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}
