import { ApiProperty } from '@nestjs/swagger';

export const STANDARD_ANSWERS = ['met', 'notMet', 'unknown', 'exempt'] as const;

/** What a post asks for on one ladder, what the person has, and the answer. */
export class StandardVerdictView {
  /** Lowest level that meets it, or null when nothing is asked. */
  @ApiProperty({ type: String, nullable: true })
  asked: string | null;
  @ApiProperty({ type: String, nullable: true })
  has: string | null;
  @ApiProperty({ enum: STANDARD_ANSWERS })
  answer: 'met' | 'notMet' | 'unknown' | 'exempt';
}

export class OfficialStandardsView {
  asOf: string;
  professional: StandardVerdictView;
  llct: StandardVerdictView;
  /** The paper the standard comes from, or null when there is none for this post. */
  @ApiProperty({ type: String, nullable: true })
  source: string | null;
}
