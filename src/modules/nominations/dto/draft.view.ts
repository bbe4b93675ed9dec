import { ApiProperty } from '@nestjs/swagger';
import { RuleCheckView } from '../../eligibility/index.js';

const FIELDS = ['state', 'deadline', 'capacity', 'startsOn', 'endsOn', 'free'] as const;

/** What of the class is no longer as it was when the list was saved. */
export class CourseChange {
  @ApiProperty({ enum: FIELDS })
  field: (typeof FIELDS)[number];
  @ApiProperty({ type: String, nullable: true })
  before: string | null;
  @ApiProperty({ type: String, nullable: true })
  after: string | null;
}

export class DraftPerson {
  id: string;
  fullName: string;
  /** Whether a nomination would get a seat or a place on the waitlist now. */
  eligible: boolean;
  /** What speaks against it, or is not known. */
  checks: RuleCheckView[];
}

/** A list that somebody is still making. */
export class DraftView {
  officialIds: string[];
  people: DraftPerson[];
  @ApiProperty({ type: Date, nullable: true })
  savedAt: Date | null;
  changes: CourseChange[];
}
