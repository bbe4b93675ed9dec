import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { type Mark, MARKS } from '../attendance.types.js';

const LARGEST_CLASS = 2000;

/** How one person was. */
export class MarkDto {
  @IsUUID()
  nominationId: string;

  @ApiProperty({ enum: MARKS })
  @IsIn(MARKS)
  mark: Mark;
}

/** The whole sheet of a session: whoever is left out has no mark. */
export class RecordSheetDto {
  @IsArray()
  @ArrayMaxSize(LARGEST_CLASS)
  @ValidateNested({ each: true })
  @Type(() => MarkDto)
  marks: MarkDto[];
}

export class SheetExportQuery {
  /** Without marks: to be printed and taken to class. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  blank?: boolean;
}
