import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { MERGE_FIELDS, type MergeChoices, SIDES } from '../merge.types.js';

export class DuplicatesQuery extends PageQuery {
  /** Only pairs with somebody of this unit or of the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

function isMergeChoices(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([field, side]) =>
      (MERGE_FIELDS as readonly unknown[]).includes(field) && (SIDES as readonly unknown[]).includes(side),
  );
}

export class PreviewMergeDto {
  /** The record that stays. */
  @IsUUID()
  keepId: string;

  /** The record that becomes part of it. */
  @IsUUID()
  mergeId: string;
}

export class MergeDto extends PreviewMergeDto {
  /** From which record each field is taken; what is left out stays as the kept record has it, or fills its gaps. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...SIDES] }, selfRequired: false })
  @IsOmittable()
  @ValidateBy({ name: 'isMergeChoices', validator: { validate: isMergeChoices } })
  fields?: MergeChoices;
}

export class SimilarDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  fullName: string;

  @IsOptional()
  @IsPlainDate()
  bornOn?: string;

  @IsOptional()
  @IsInt()
  @Min(1900)
  @Max(2100)
  birthYear?: number;

  /** Where the person is to be recorded. */
  @IsUUID()
  unitId: string;
}
