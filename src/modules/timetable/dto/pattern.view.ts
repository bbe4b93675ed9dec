import { ApiProperty } from '@nestjs/swagger';
import { ClashView } from './session.view.js';

/** A session that the rule would lay. */
export class PlannedSessionView {
  startsAt: Date;
  endsAt: Date;
  @ApiProperty({ type: String, nullable: true })
  subject: string | null;
  @ApiProperty({ type: String, nullable: true })
  lecturerId: string | null;
  clashes: ClashView[];
}

/** A day that the rule names and on which nothing is laid. */
export class SkippedDayView {
  day: string;
  @ApiProperty({ enum: ['dayOff', 'blackout', 'clash'] })
  why: 'dayOff' | 'blackout' | 'clash';
  /** The reason in words. */
  name: string;
}

/** Hours of a subject for which there was no session. */
export class LeftSubjectView {
  name: string;
  hours: number;
}

/** What a rule would lay, before anything is. */
export class PatternPreview {
  sessions: PlannedSessionView[];
  skipped: SkippedDayView[];
  left: LeftSubjectView[];
}

/** What a rule laid. */
export class PatternLaid {
  count: number;
  skipped: SkippedDayView[];
  left: LeftSubjectView[];
}
