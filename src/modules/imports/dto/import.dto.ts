import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsOmittable } from '../../../platform/http/optional.validators.js';
import { IMPORT_KINDS, type ImportKind, ROW_STATES, type RowState } from '../import.types.js';

/** Sheets, lines and columns beyond these are no office's table. */
const MOST_SHEETS = 50;
const LAST_LINE = 100_000;
const LAST_COLUMN = 300;

export class ImportsQuery extends PageQuery {
  @ApiProperty({ enum: IMPORT_KINDS, required: false })
  @IsOptional()
  @IsIn(IMPORT_KINDS)
  kind?: ImportKind;
}

export class ImportRowsQuery extends PageQuery {
  /** Only rows that do this to the record. */
  @ApiProperty({ enum: ROW_STATES, required: false })
  @IsOptional()
  @IsIn(ROW_STATES)
  state?: RowState;
}

export class ApplyImportDto {
  /** Leaves out the rows that are not sound, and those that changed since the preview. */
  @IsOmittable()
  @IsBoolean()
  onlySound?: boolean;
}

export class MappedColumnDto {
  /** From 0. */
  @IsInt()
  @Min(0)
  @Max(LAST_COLUMN)
  index: number;

  /** What stands in it. */
  @IsString()
  @MaxLength(40)
  field: string;
}

export class MappedSheetDto {
  @IsString()
  @MaxLength(100)
  sheet: string;

  /** Line of the header's first storey, from 1. */
  @IsInt()
  @Min(1)
  @Max(LAST_LINE)
  headerRow: number;

  /** Line of the first row of data, from 1. */
  @IsInt()
  @Min(2)
  @Max(LAST_LINE)
  firstRow: number;

  /** Columns that are not named are not read. */
  @IsArray()
  @ArrayMaxSize(LAST_COLUMN)
  @ValidateNested({ each: true })
  @Type(() => MappedColumnDto)
  columns: MappedColumnDto[];
}

export class ImportLayoutDto {
  /** The sheets to read; others are passed over. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SHEETS)
  @ValidateNested({ each: true })
  @Type(() => MappedSheetDto)
  sheets: MappedSheetDto[];
}
