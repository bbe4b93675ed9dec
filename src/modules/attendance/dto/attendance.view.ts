import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { type Cell, CELLS, type Mark, MARKS, type Standing, STANDINGS } from '../attendance.types.js';

/** How often somebody was how, in sessions. */
export class MarkCounts {
  present: number;
  late: number;
  excused: number;
  absent: number;
}

/** What somebody was at. A share is `attendedMinutes` of `markedMinutes`, or of `totalMinutes` where all is counted. */
export class TallyView {
  marks: MarkCounts;
  /** Sessions without a mark. */
  open: number;
  attendedMinutes: number;
  markedMinutes: number;
  totalMinutes: number;
  /** Against the share that the program asks for; null where it asks for none. A hint, no decision. */
  @ApiProperty({ enum: STANDINGS, nullable: true })
  standing: Standing | null;
}

/** A session of the class's timetable. */
export class AttendanceSessionView {
  id: string;
  startsAt: Date;
  endsAt: Date;
  @ApiProperty({ type: String, nullable: true })
  subject: string | null;
  /** Whether it has begun, so that it can be recorded. */
  begun: boolean;
  /** People, of those whom the reader may see, who have no mark. */
  open: number;
  /** Of them, those of whom it was said beforehand that they cannot come. */
  apologies: number;
}

export class AttendancePersonView {
  nominationId: string;
  officialId: string;
  fullName: string;
  unit: UnitRef;
  /** One for each session, in the order of `sessions`; `off`: not on the list then. */
  @ApiProperty({ enum: CELLS, isArray: true })
  cells: Cell[];
  tally: TallyView;
}

/** People of a class and its sessions. */
export class CourseAttendanceView {
  sessions: AttendanceSessionView[];
  /** By given name. */
  people: AttendancePersonView[];
  /** The share in percent that the program asks for. */
  @ApiProperty({ type: Number, nullable: true })
  minimum: number | null;
  /** Whether the reader may record sessions that have begun. */
  mayRecord: boolean;
}

export class SheetCourse {
  id: string;
  code: string;
  title: string;
}

/** That somebody cannot come, as it was said before the session. */
export class ApologyView {
  reason: string;
  saidAt: Date;
  /** Whose account said it. */
  by: string;
}

export class SheetLine {
  nominationId: string;
  officialId: string;
  fullName: string;
  unit: UnitRef;
  @ApiProperty({ enum: MARKS, nullable: true })
  mark: Mark | null;
  @ApiProperty({ type: ApologyView, nullable: true })
  apology: ApologyView | null;
}

/** The sheet of one session. */
export class SheetView {
  sessionId: string;
  course: SheetCourse;
  startsAt: Date;
  endsAt: Date;
  @ApiProperty({ type: String, nullable: true })
  subject: string | null;
  /** Whoever was on the list then, by given name. */
  lines: SheetLine[];
  @ApiProperty({ type: Date, nullable: true })
  recordedAt: Date | null;
  @ApiProperty({ type: String, nullable: true })
  recordedBy: string | null;
  mayRecord: boolean;
  /** For `If-Match`; 0 while nothing was recorded. */
  version: number;
}

export class AttendedSession {
  id: string;
  startsAt: Date;
  endsAt: Date;
  @ApiProperty({ type: String, nullable: true })
  subject: string | null;
  @ApiProperty({ enum: MARKS, nullable: true })
  mark: Mark | null;
  @ApiProperty({ type: ApologyView, nullable: true })
  apology: ApologyView | null;
  /** Whether the reader may say, or take back, that the person cannot come. */
  canApologise: boolean;
}

/** A person's attendance of one class. */
export class AttendedCourse {
  nominationId: string;
  course: SheetCourse;
  @ApiProperty({ type: Number, nullable: true })
  minimum: number | null;
  /** Those at which the person was on the list, in order of time. */
  sessions: AttendedSession[];
  tally: TallyView;
}

/** Classes with a timetable that somebody is or was on the list of, the latest first. */
export class PersonAttendanceView {
  items: AttendedCourse[];
}
