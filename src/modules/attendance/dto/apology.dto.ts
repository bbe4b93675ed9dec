import { IsString, MaxLength } from 'class-validator';
import { IsNotBlank } from '../../../platform/http/optional.validators.js';

const LONGEST_REASON = 300;

/** Why somebody cannot come; no details of health. */
export class ApologyDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(LONGEST_REASON)
  reason: string;
}
