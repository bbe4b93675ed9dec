import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn, yearOf } from '../../kernel/plain-date.js';
import { AttendanceService, type MarkLine, RecordingService } from '../attendance/index.js';
import { CoursesService } from '../courses/index.js';
import { ProgramsAdmin, ProgramsService } from '../programs/index.js';
import { type DemoDistrict, known } from './demo.registry.js';

/** The program of the class that is under way. */
const PROGRAM = 'CNKT';
/** For illustration: no regulation of the pilot names a share. */
const MINIMUM = 80;

/** Who of the class was not simply there, by their place on the sheet: at which sessions, and how. */
const EXCEPTIONS: readonly { readonly person: number; readonly mark: MarkLine['mark']; readonly from: number }[] = [
  { person: 4, mark: 'absent', from: 0 },
  { person: 9, mark: 'excused', from: 1 },
  { person: 15, mark: 'late', from: 1 },
];

/** Sheets of the sessions that the class under way has had, up to yesterday: today's are still to be recorded. */
@Injectable()
export class DemoAttendance {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly recording: RecordingService,
    private readonly courses: CoursesService,
    private readonly programs: ProgramsService,
    private readonly admin: ProgramsAdmin,
    private readonly clock: Clock,
  ) {}

  async load(district: DemoDistrict): Promise<void> {
    const board = district.actor('board');
    const today = plainDateIn(this.clock.now());
    const program = await this.programs.get(known(district.programs.get(PROGRAM), PROGRAM).id);
    await this.admin.correct(board, known(program.version ?? undefined, PROGRAM).id, { minimumAttendance: MINIMUM });
    const { items } = await this.courses.list(board, { q: `${PROGRAM}-`, year: yearOf(today), state: 'running' });
    const { sessions, people } = await this.attendance.ofCourse(board, known(items[0], PROGRAM).id);
    const held = sessions.filter(({ endsAt }) => plainDateIn(endsAt) < today);
    for (const [index, { id }] of held.entries()) {
      const marks = people.map(({ nominationId }, person): MarkLine => {
        const exception = EXCEPTIONS.find((one) => one.person === person && one.from <= index);
        return { nominationId, mark: exception?.mark ?? 'present' };
      });
      await this.recording.record(board, id, marks);
    }
  }
}
