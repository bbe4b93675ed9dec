import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { FILED_KINDS, type FiledKind } from '../paper.types.js';

/** A paper to attach: an upload, or a paper of an earlier nomination of the same person. */
export class AddPaperDto {
  @ApiProperty({ enum: FILED_KINDS })
  @IsIn(FILED_KINDS)
  kind: FiledKind;

  /** Id of a finished upload of the caller's: the last part of its address. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  uploadId?: string;

  /** Another paper of the same person. */
  @IsOptional()
  @IsUUID()
  paperId?: string;
}

export class HealthDto {
  /** Whether a doctor found the person fit to study; nothing else of health is kept. */
  @IsBoolean()
  fit: boolean;

  @ApiProperty({ format: 'date' })
  @IsPlainDate()
  checkedOn: PlainDate;
}
