import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** From one time of day to another, as a clock in Vietnam shows them. */
export class HoursDto {
  @Matches(CLOCK)
  from: string;

  @Matches(CLOCK)
  until: string;
}

export class PatternSubjectDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(300)
  name: string;

  @IsInt()
  @Min(1)
  @Max(1000)
  hours: number;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  lecturerId?: string | null;
}

/** Blocks of so many days, each beginning so many weeks after the one before. */
export class BlocksDto {
  @IsInt()
  @Min(1)
  @Max(31)
  days: number;

  @IsInt()
  @Min(1)
  @Max(26)
  everyWeeks: number;
}

/** Sessions by a rule: which days, at what times, of which subjects. */
export class PatternDto {
  /** The first day; the class's own when left out. */
  @IsOptional()
  @IsPlainDate()
  from?: string;

  /** The last day; the class's own when left out. */
  @IsOptional()
  @IsPlainDate()
  to?: string;

  /** 1 is Monday, 7 Sunday. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsIn(EVERY_DAY, { each: true })
  weekdays: number[];

  /** 1 every week, 2 every other. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(12)
  everyWeeks?: number;

  /** Only within such blocks, for classes held over many months. */
  @IsOptional()
  @ValidateNested()
  @Type(() => BlocksDto)
  blocks?: BlocksDto;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => HoursDto)
  times: HoursDto[];

  /** In their order; left out: sessions without a subject on every day. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => PatternSubjectDto)
  subjects?: PatternSubjectDto[];

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  roomId?: string | null;

  /** Where a subject names no lecturer. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  lecturerId?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  smallRoomReason?: string | null;

  /** Passes over times that clash, and goes on at the next; otherwise one clash refuses the whole. */
  @IsOptional()
  @IsBoolean()
  passClashes?: boolean;
}
