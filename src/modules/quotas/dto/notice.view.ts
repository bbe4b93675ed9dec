import { ApiProperty } from '@nestjs/swagger';
import { CALL_STANDINGS, type CallStanding } from '../rules/call-standing.js';
import { NOTICE_ANSWERS, type NoticeAnswer } from './notice.dto.js';
import { UnitRef } from '../../units/index.js';

export class QuotaNoticeProgram {
  id: string;
  code: string;
  name: string;
}

/** A notice of places (thông báo chỉ tiêu). */
export class QuotaNoticeSummary {
  id: string;
  /** The year. */
  period: number;
  @ApiProperty({ enum: ['draft', 'published'] })
  state: 'draft' | 'published';
  /** The board that makes it known. */
  unit: UnitRef;
  programs: QuotaNoticeProgram[];
  /** The day by which units send their people. */
  deadline: string;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;
  @ApiProperty({ type: String, nullable: true })
  documentDate: string | null;
  @ApiProperty({ type: String, nullable: true })
  signer: string | null;
  @ApiProperty({ type: Date, nullable: true })
  publishedAt: Date | null;
  /** Number of the later notice of the same year that speaks of one of these programs again. */
  @ApiProperty({ type: String, nullable: true })
  replacedBy: string | null;
  /** Units called, as far as the reader may know of them; those that looked, and those that acknowledged. */
  called: number;
  seen: number;
  acknowledged: number;
  /** Units that answered with a list or nobody. */
  answered: number;
}

export class QuotaNoticePage {
  items: QuotaNoticeSummary[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** A line of the annex. */
export class QuotaNoticeLine {
  unitId: string;
  unit: UnitRef;
  programId: string;
  places: number;
  /** In Vietnamese: it is part of the document. */
  reason: string;
}

/** One unit's part of the notice: whether it looked, and whether it acknowledged. */
export class QuotaNoticeCall {
  id: string;
  unitId: string;
  unit: UnitRef;
  deadline: string;
  calledAt: Date;
  @ApiProperty({ type: Date, nullable: true })
  seenAt: Date | null;
  /** Name of the account. */
  @ApiProperty({ type: String, nullable: true })
  seenBy: string | null;
  @ApiProperty({ type: Date, nullable: true })
  acknowledgedAt: Date | null;
  @ApiProperty({ type: String, nullable: true })
  acknowledgedBy: string | null;
  @ApiProperty({ enum: NOTICE_ANSWERS, nullable: true })
  answer: NoticeAnswer | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** The day that the unit asked for. */
  @ApiProperty({ type: String, nullable: true })
  askedUntil: string | null;
  @ApiProperty({ type: Date, nullable: true })
  answeredAt: Date | null;
  @ApiProperty({ type: String, nullable: true })
  answeredBy: string | null;
  /** People of the unit who have one of these places. */
  nominated: number;
  @ApiProperty({ enum: CALL_STANDINGS })
  standing: CallStanding;
}

export class QuotaNoticeAbilities {
  publish: boolean;
  acknowledge: boolean;
  /** Whether the caller's unit may answer. */
  answer: boolean;
}

export class QuotaNoticeView extends QuotaNoticeSummary {
  /** Of a draft: places as they stand now; of a published notice: as they stood then. */
  lines: QuotaNoticeLine[];
  calls: QuotaNoticeCall[];
  can: QuotaNoticeAbilities;
}
