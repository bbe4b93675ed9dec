import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { CLASH_KINDS, type ClashKind, SESSION_WARNINGS, type SessionWarning } from '../timetable.types.js';

/** A program as a session names it. */
export class SessionProgram {
  id: string;
  name: string;
}

/** A class as a session names it. */
export class SessionCourse {
  id: string;
  code: string;
  title: string;
  state: string;
  program: SessionProgram;
  /** The board's unit that holds it. */
  unit: UnitRef;
}

/** A room as a session names it. */
export class SessionRoom {
  id: string;
  name: string;
  venue: string;
  capacity: number;
}

/** A lecturer as a session names them. */
export class SessionLecturer {
  id: string;
  fullName: string;
}

/** Why a class's people are hard to call away on a day. */
export class SessionBlackout {
  name: string;
  /** The unit it is of. */
  unit: string;
}

export class SessionView {
  id: string;
  courseId: string;
  course: SessionCourse;
  startsAt: Date;
  endsAt: Date;
  @ApiProperty({ type: SessionRoom, nullable: true })
  room: SessionRoom | null;
  @ApiProperty({ type: SessionLecturer, nullable: true })
  lecturer: SessionLecturer | null;
  @ApiProperty({ type: String, nullable: true })
  subject: string | null;
  /** Why a room smaller than the class was taken. */
  @ApiProperty({ type: String, nullable: true })
  smallRoomReason: string | null;
  @ApiProperty({ enum: SESSION_WARNINGS, isArray: true })
  warnings: SessionWarning[];
  /** The harvest or congress it falls into, of a unit the reader may know of. */
  @ApiProperty({ type: SessionBlackout, nullable: true })
  blackout: SessionBlackout | null;
  /** Whether the reader may change it. */
  canEdit: boolean;
  version: number;
}

export class SessionList {
  items: SessionView[];
}

/** What a session runs into. */
export class ClashView {
  @ApiProperty({ enum: CLASH_KINDS })
  kind: ClashKind;
  /** The session in the way; null when it is none, or not for the reader to see. */
  @ApiProperty({ type: String, nullable: true })
  sessionId: string | null;
  /** Its class; null when the reader may not know of it. */
  @ApiProperty({ type: SessionCourse, nullable: true })
  course: SessionCourse | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startsAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endsAt: Date | null;
  /** Trainees who are in both. */
  people: number;
  /** In words, in the reader's language. */
  message: string;
}

/** A time at which class, room, lecturer and trainees are all free. */
export class FreeSlotView {
  startsAt: Date;
  endsAt: Date;
}

/** What would come of a session. */
export class SessionCheckView {
  clashes: ClashView[];
  /** The nearest, empty when there is no clash. */
  freeSlots: FreeSlotView[];
  @ApiProperty({ enum: SESSION_WARNINGS, isArray: true })
  warnings: SessionWarning[];
}
