import { Injectable, type StreamableFile } from '@nestjs/common';
import { localHour, plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { CoursesService } from '../courses/index.js';
import { dateText, LINE_NUMBER, type ListColumn, ListExports } from '../units/index.js';
import { AttendanceService } from './attendance.service.js';
import { type Cell, MARKS } from './attendance.types.js';
import type { AttendancePersonView, AttendanceSessionView, CourseAttendanceView } from './dto/attendance.view.js';

/** As sheets on paper have it; an open cell stays empty, to be written into. */
const SIGNS: Readonly<Record<Cell, string | null>> = {
  present: 'x',
  late: 'M',
  excused: 'P',
  absent: 'K',
  open: null,
  off: '–',
};

const NOON = 12;
const EVENING = 18;
const partOfDay = (hour: number): string =>
  hour < NOON ? 'attendanceMorning' : hour < EVENING ? 'attendanceAfternoon' : 'attendanceEvening';

const HOUR = 60;
const hours = (minutes: number): number => Math.round((minutes / HOUR) * 10) / 10;

/** The sheet of a class as a workbook: people by sessions (sổ điểm danh). */
@Injectable()
export class AttendanceExport {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly courses: CoursesService,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  /** @param blank without marks, to be printed and taken to class. @throws NotFound */
  async file(actor: Actor, courseId: string, blank: boolean): Promise<StreamableFile> {
    const { code } = await this.courses.get(actor, courseId);
    const view = await this.attendance.ofCourse(actor, courseId);
    const { minimum, people: rows } = view;
    return this.lists.file(actor, {
      name: 'attendance',
      facts: { code },
      rows,
      columns: [
        LINE_NUMBER,
        { heading: 'fullName', width: 26, value: ({ fullName }) => fullName },
        { heading: 'unit', width: 26, value: ({ unit }) => unit.name },
        ...view.sessions.map((session, index) => column(session, index, blank)),
        ...(blank ? [] : this.sums(view)),
      ],
      closing: [
        this.messages.text('list.attendanceSigns'),
        ...(minimum === null ? [] : [this.messages.text('list.attendanceMinimum', { minimum })]),
      ],
    });
  }

  private sums({ minimum }: CourseAttendanceView): ListColumn<AttendancePersonView>[] {
    return [
      ...MARKS.map((mark) => ({
        heading: `attendance${mark.charAt(0).toUpperCase()}${mark.slice(1)}`,
        width: 10,
        value: ({ tally }: AttendancePersonView) => tally.marks[mark],
      })),
      {
        heading: 'attendanceShare',
        width: 18,
        value: ({ tally }) => `${hours(tally.attendedMinutes)} / ${hours(tally.markedMinutes)}`,
      },
      ...(minimum === null
        ? []
        : [
            {
              heading: 'attendanceStanding',
              width: 18,
              value: ({ tally }: AttendancePersonView) =>
                tally.standing && this.messages.text(`term.attendanceStanding.${tally.standing}`),
            },
          ]),
    ];
  }
}

const column = (
  { startsAt }: AttendanceSessionView,
  index: number,
  blank: boolean,
): ListColumn<AttendancePersonView> => ({
  heading: partOfDay(localHour(startsAt)),
  underText: dateText(plainDateIn(startsAt)) ?? '',
  width: 8,
  value: ({ cells }) => {
    const cell = cells[index] ?? 'off';
    return blank && cell !== 'off' ? null : SIGNS[cell];
  },
});
