import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { IsNotBlank } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { CELL_ANSWERS, type CellAnswer, PROPOSAL_STATES, type ProposalState } from '../proposal.types.js';

const LONGEST_LIST = 200;

export class ProposePeopleDto {
  @IsUUID()
  courseId: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LONGEST_LIST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  officialIds: string[];

  /** Only noted as the person's own wish (nguyện vọng): the cell may propose it later. */
  @IsOptional()
  @IsBoolean()
  interest?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class WishDto {
  @IsUUID()
  courseId: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class ProposalsQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  courseId?: string;

  @ApiProperty({ enum: PROPOSAL_STATES, required: false })
  @IsOptional()
  @IsIn(PROPOSAL_STATES)
  state?: ProposalState;
}

export class ProposalReasonDto {
  /** Needed to return and to decline. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

export class ProposalListDto {
  /** In the committee's order. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LONGEST_LIST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  proposalIds: string[];
}

export class CellAnswerDto {
  @ApiProperty({ enum: CELL_ANSWERS })
  @IsIn(CELL_ANSWERS)
  answer: CellAnswer;

  @IsString()
  @IsNotBlank()
  @MaxLength(1000)
  reason: string;

  /** Until when the cell asks for time; only with `more-time`. */
  @ValidateIf(({ answer }: CellAnswerDto) => answer === 'more-time')
  @IsPlainDate()
  until?: string;
}
