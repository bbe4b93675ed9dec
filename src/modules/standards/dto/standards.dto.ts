import { IsOptional } from 'class-validator';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';

export class AsOfQuery {
  /** The day asked about, `YYYY-MM-DD`; today when left out. */
  @IsOptional()
  @IsPlainDate()
  asOf?: string;
}
