import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { CLASSIFICATIONS, type Classification, NOMINATION_STATES, type NominationState } from '../nomination.types.js';

/** One trainee and what became of them, as far as it is recorded. */
export class ResultView {
  nominationId: string;
  officialId: string;
  fullName: string;
  unit: UnitRef;
  @ApiProperty({ enum: NOMINATION_STATES })
  state: NominationState;
  @ApiProperty({ enum: CLASSIFICATIONS, nullable: true })
  classification: Classification | null;
  @ApiProperty({ type: String, nullable: true })
  certificateNumber: string | null;
  @ApiProperty({ type: String, nullable: true })
  certificateDate: string | null;
}

export class ResultsView {
  items: ResultView[];
  /** Whether the reader may record and take back. */
  mayRecord: boolean;
}
