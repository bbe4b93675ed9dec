import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { IsNotBlank } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';

const MOST_CLASSES = 50;
const MOST_LINES = 500;

export class DecisionsQuery extends PageQuery {
  /** That name somebody of this class. */
  @IsOptional()
  @IsUUID()
  courseId?: string;
}

export class DraftDecisionDto {
  /** Classes of one program: everyone approved in them, whom no other decision names, is on the list. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CLASSES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  courseIds: string[];
}

/** Who stays off the list for now. */
export class LeaveOutDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  lineIds: string[];
}

/** The document that the clerk issued. */
export class IssueDecisionDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  number: string;

  @IsPlainDate()
  decidedOn: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  signer: string;
}

export class RevokeDecisionDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(1000)
  reason: string;
}
