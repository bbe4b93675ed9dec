import { ApiProperty } from '@nestjs/swagger';
import {
  CERTIFICATE_KINDS,
  type CertificateKind,
  PAPER_KINDS,
  type PaperKind,
  PROGRAM_KINDS,
  PROGRAM_LEVELS,
  type ProgramKind,
  type ProgramLevel,
  STUDY_MODES,
  type StudyMode,
} from '../program.types.js';

/** What the record of somebody who completes it gains; null gains nothing. */
export class ConferredView {
  @ApiProperty({ type: String, nullable: true })
  llct: string | null;
  /** State management. */
  @ApiProperty({ type: String, nullable: true })
  management: string | null;
  @ApiProperty({ type: String, nullable: true })
  professional: string | null;
}

/** What a program is from a day to a day; what is null has not been said. */
export class ProgramVersionRef {
  id: string;
  from: string;
  /** The last day; null: until further notice. */
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
  @ApiProperty({ enum: PROGRAM_LEVELS, nullable: true })
  level: ProgramLevel | null;
  /** Null: held in either mode, and the class says in which. */
  @ApiProperty({ enum: STUDY_MODES, nullable: true })
  mode: StudyMode | null;
  @ApiProperty({ type: Number, nullable: true })
  hours: number | null;
  @ApiProperty({ type: Number, nullable: true })
  days: number | null;
  @ApiProperty({ type: String, nullable: true })
  school: string | null;
  @ApiProperty({ type: Number, nullable: true })
  minimumSize: number | null;
  @ApiProperty({ type: Number, nullable: true })
  maximumSize: number | null;
  @ApiProperty({ enum: CERTIFICATE_KINDS, nullable: true })
  certificateKind: CertificateKind | null;
  confers: ConferredView;
  /** Papers that a nomination must bring, in the order in which they are asked for. */
  @ApiProperty({ enum: PAPER_KINDS, isArray: true })
  papers: PaperKind[];
  /** The share in percent of all that is taught that somebody must attend. */
  @ApiProperty({ type: Number, nullable: true })
  minimumAttendance: number | null;
  /** Cells propose and a committee endorses; else a cell nominates by itself. */
  cellStep: boolean;
  /** Nobody is enrolled without a decision (quyết định cử đi học). */
  decisionStep: boolean;
  /** The paper that says so, in words. */
  @ApiProperty({ type: String, nullable: true })
  source: string | null;
  /** For `If-Match`. */
  version: number;
}

export class ProgramSubjectView {
  id: string;
  name: string;
  @ApiProperty({ type: Number, nullable: true })
  hours: number | null;
}

export class ProgramVersionView extends ProgramVersionRef {
  /** In the order in which they are taught. */
  subjects: ProgramSubjectView[];
  /** Whether a class was or is held by it: then it can be completed, not changed. */
  used: boolean;
}

/** A change to a program, as the trail keeps it. */
export class ProgramStep {
  /** e.g. `program.versionAdded`. */
  action: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;
  @ApiProperty({ type: String, nullable: true })
  by: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;
}

/** What a program was, is and will be, the newest first, and who changed it. */
export class ProgramVersions {
  items: ProgramVersionView[];
  steps: ProgramStep[];
}

export class ProgramView {
  id: string;
  code: string;
  name: string;
  @ApiProperty({ enum: PROGRAM_KINDS })
  kind: ProgramKind;
  /** Whether a nomination needs a place of the unit's quota. */
  needsQuota: boolean;
  /** The LLCT level that completing it gives on that day, or null. */
  @ApiProperty({ type: String, nullable: true })
  confersLlctLevel: string | null;
  /** What it is on that day; null when nothing is said for it. */
  @ApiProperty({ type: ProgramVersionRef, nullable: true })
  version: ProgramVersionRef | null;
}

export class ProgramPage {
  items: ProgramView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
