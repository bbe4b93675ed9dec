import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import {
  CATEGORIES,
  type Category,
  type Grade,
  GRADES,
  OFFICIAL_STATUSES,
  type OfficialStatus,
  QUALIFICATION_KINDS,
  type QualificationKind,
} from '../official.types.js';

export class PostView {
  id: string;
  title: string;
  @ApiProperty({ enum: CATEGORIES })
  category: Category;
  unit: UnitRef;
  main: boolean;
  /** First day, or null when it is not known. */
  @ApiProperty({ type: String, nullable: true })
  from: string | null;
  /** Last day, or null while it is held. */
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
}

/** A scan of a certificate. */
export class CertificateView {
  name: string;
  mediaType: string;
  /** In bytes. */
  size: number;
}

export class QualificationView {
  id: string;
  @ApiProperty({ enum: QUALIFICATION_KINDS })
  kind: QualificationKind;
  level: string;
  @ApiProperty({ type: String, nullable: true })
  major: string | null;
  @ApiProperty({ type: String, nullable: true })
  obtainedOn: string | null;
  @ApiProperty({ type: String, nullable: true })
  source: string | null;
  @ApiProperty({ type: String, nullable: true })
  school: string | null;
  @ApiProperty({ type: String, nullable: true })
  certificateNumber: string | null;
  @ApiProperty({ enum: GRADES, nullable: true })
  classification: Grade | null;
  /** The nomination whose class gave it, or null. */
  @ApiProperty({ type: String, nullable: true })
  nominationId: string | null;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  @ApiProperty({ type: () => CertificateView, nullable: true })
  file: CertificateView | null;
}

export class StatusView {
  id: string;
  @ApiProperty({ enum: OFFICIAL_STATUSES })
  status: OfficialStatus;
  /** First day, or null when it is not known. */
  @ApiProperty({ type: String, nullable: true })
  from: string | null;
  /** Last day, or null while it goes on. */
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class PlanningView {
  id: string;
  title: string;
  @ApiProperty({ enum: CATEGORIES })
  category: Category;
  @ApiProperty({ type: () => UnitRef, nullable: true })
  unit: UnitRef | null;
  @ApiProperty({ type: String, nullable: true })
  mustMeetBy: string | null;
  @ApiProperty({ type: String, nullable: true })
  confirmedOn: string | null;
}

export class NoteView {
  id: string;
  notedOn: string;
  text: string;
  /** Who wrote it down. */
  @ApiProperty({ type: String, nullable: true })
  notedBy: string | null;
  @ApiProperty({ type: String, nullable: true })
  reply: string | null;
  @ApiProperty({ type: String, nullable: true })
  repliedOn: string | null;
}

export class PastSendingView {
  programName: string;
  year: number;
  @ApiProperty({ type: String, nullable: true })
  school: string | null;
  @ApiProperty({ enum: ['full-time', 'part-time'], nullable: true })
  mode: 'full-time' | 'part-time' | null;
  @ApiProperty({ enum: ['excellent', 'good', 'fair', 'average'], nullable: true })
  result: 'excellent' | 'good' | 'fair' | 'average' | null;
}

export class RevealedNumber {
  number: string;
}

/** One line of a record's trail. */
export class RecordStep {
  /** A stable name such as `official.post-added`. */
  action: string;
  at: Date;
  /** Who did it, or null for the system itself. */
  @ApiProperty({ type: String, nullable: true })
  by: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;
}

export class RecordHistory {
  items: RecordStep[];
}
