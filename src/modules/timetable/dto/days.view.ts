import { ApiProperty } from '@nestjs/swagger';
import { HOLIDAY_NAMES, type HolidayName } from '../../../kernel/holidays.js';
import { UnitRef } from '../../units/index.js';
import { BLACKOUT_KINDS, type BlackoutKind, DAY_KINDS, type DayKind } from '../timetable.types.js';

/** A day that differs from the rule, by decision. */
export class CalendarDayView {
  id: string;
  date: string;
  @ApiProperty({ enum: DAY_KINDS })
  kind: DayKind;
  name: string;
  version: number;
}

/** A day off by the rule of Điều 112. */
export class HolidayView {
  date: string;
  @ApiProperty({ enum: HOLIDAY_NAMES })
  name: HolidayName;
}

/** A year's days off: by the rule, and by decisions of that year. */
export class DaysOffView {
  year: number;
  /** False: the lunar holidays of that year are not known. */
  covered: boolean;
  holidays: HolidayView[];
  days: CalendarDayView[];
  /** Whether the reader may change them. */
  canEdit: boolean;
}

/** One line of a file of swapped days. */
export class DaysImportLine {
  /** Its number in the file. */
  line: number;
  @ApiProperty({ type: String, nullable: true })
  date: string | null;
  @ApiProperty({ enum: DAY_KINDS, nullable: true })
  kind: DayKind | null;
  @ApiProperty({ type: String, nullable: true })
  name: string | null;
  @ApiProperty({ enum: ['new', 'changed', 'unchanged', 'problem'] })
  state: 'new' | 'changed' | 'unchanged' | 'problem';
  /** What is wrong with it, in words. */
  @ApiProperty({ type: String, nullable: true })
  problem: string | null;
}

/** What a file of swapped days says, or what was taken from it. */
export class DaysImportView {
  lines: DaysImportLine[];
  /** Whether it was written; false is the preview. */
  applied: boolean;
}

export class BlackoutView {
  id: string;
  unit: UnitRef;
  from: string;
  to: string;
  @ApiProperty({ enum: BLACKOUT_KINDS })
  kind: BlackoutKind;
  name: string;
  canEdit: boolean;
}

export class BlackoutList {
  items: BlackoutView[];
}
