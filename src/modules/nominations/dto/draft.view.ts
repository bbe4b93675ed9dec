import { ApiProperty } from '@nestjs/swagger';

const FIELDS = ['state', 'deadline', 'capacity', 'startsOn', 'endsOn'] as const;

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
}

/** A list that somebody is still making. */
export class DraftView {
  officialIds: string[];
  people: DraftPerson[];
  @ApiProperty({ type: Date, nullable: true })
  savedAt: Date | null;
  changes: CourseChange[];
}
