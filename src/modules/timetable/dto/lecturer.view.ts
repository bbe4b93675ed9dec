import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { LECTURER_KINDS, type LecturerKind } from '../timetable.types.js';

/** Days on which a lecturer cannot teach. */
export class AbsenceView {
  id: string;
  from: string;
  to: string;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

/** An account as a lecturer's link names it. */
export class LecturerAccount {
  id: string;
  username: string;
  displayName: string;
}

export class LecturerView {
  id: string;
  fullName: string;
  @ApiProperty({ enum: LECTURER_KINDS })
  kind: LecturerKind;
  @ApiProperty({ type: String, nullable: true })
  organisation: string | null;
  subjects: string[];
  @ApiProperty({ type: Number, nullable: true })
  hoursPerWeek: number | null;
  @ApiProperty({ type: Number, nullable: true })
  hoursPerYear: number | null;
  /** Their account here, which hears of changes; null too for those who may not change it. */
  @ApiProperty({ type: LecturerAccount, nullable: true })
  account: LecturerAccount | null;
  closed: boolean;
  /** The board's unit that keeps them. */
  unit: UnitRef;
  /** From today on, and those that are not over. */
  absences: AbsenceView[];
  /** Hours laid for this year so far. */
  hoursThisYear: number;
  canEdit: boolean;
  version: number;
}

export class LecturerList {
  items: LecturerView[];
}
