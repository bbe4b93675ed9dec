import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsString, Matches, MaxLength, ValidateBy } from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';

const LIST = /^[a-z][a-z-]{0,39}$/;
const PARAMETER = /^[a-zA-Z][a-zA-Z0-9]{0,39}$/;
const MOST_CONDITIONS = 40;
const LONGEST_CONDITION = 200;

/** The conditions of a list as they stand in its address: names and short texts. */
function isListQuery(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MOST_CONDITIONS &&
    entries.every(
      ([name, text]) => PARAMETER.test(name) && typeof text === 'string' && text.length <= LONGEST_CONDITION,
    )
  );
}

const IsListQuery = () => ValidateBy({ name: 'isListQuery', validator: { validate: isListQuery } });

export class SavedViewsQuery {
  /** Which list, e.g. `officials`. */
  @IsString()
  @Matches(LIST)
  list: string;
}

export class CreateSavedViewDto {
  /** Which list, e.g. `officials`. */
  @IsString()
  @Matches(LIST)
  list: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(80)
  name: string;

  /** The list's conditions and its order, as they stand in the address. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsListQuery()
  query: Record<string, string>;

  /** The columns to show, in their order; none means the list's own choice. */
  @IsArray()
  @ArrayMaxSize(40)
  @IsString({ each: true })
  @Matches(PARAMETER, { each: true })
  columns: string[];

  /** Whether everybody of one's unit and of the units below it finds it too. */
  @IsOmittable()
  @IsBoolean()
  shared?: boolean;

  /** Whether the list opens with it. */
  @IsOmittable()
  @IsBoolean()
  isDefault?: boolean;
}

export class UpdateSavedViewDto extends PartialType(OmitType(CreateSavedViewDto, ['list']), {
  skipNullProperties: false,
}) {}
