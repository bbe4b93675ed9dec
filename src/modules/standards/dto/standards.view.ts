import { ApiProperty } from '@nestjs/swagger';
import { STANDARD_ANSWERS, type StandardAnswer } from '../standard.types.js';

/** What a post asks for on one ladder, what the person has, and the answer. */
export class StandardVerdictView {
  /** Lowest level that meets it, or null when nothing is asked. */
  @ApiProperty({ type: String, nullable: true })
  asked: string | null;
  @ApiProperty({ type: String, nullable: true })
  has: string | null;
  @ApiProperty({ enum: STANDARD_ANSWERS })
  answer: StandardAnswer;
}

export class OfficialStandardsView {
  asOf: string;
  professional: StandardVerdictView;
  llct: StandardVerdictView;
  /** State management. */
  management: StandardVerdictView;
  /** The paper the standard comes from, or null when there is none for this post. */
  @ApiProperty({ type: String, nullable: true })
  source: string | null;
}
