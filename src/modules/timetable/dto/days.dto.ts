import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { BLACKOUT_KINDS, type BlackoutKind, DAY_KINDS, type DayKind } from '../timetable.types.js';

export class DaysOffQuery {
  @Type(() => Number)
  @IsInt()
  @Min(2015)
  @Max(2100)
  year: number;
}

export class CreateCalendarDayDto {
  @IsPlainDate()
  date: string;

  /** `swapped-off` is nghỉ bù, `swapped-workday` làm bù, `holiday` a day off of its own. */
  @ApiProperty({ enum: DAY_KINDS })
  @IsIn(DAY_KINDS)
  kind: DayKind;

  /** What it is for, and the notice it comes from. */
  @IsString()
  @IsNotBlank()
  @MaxLength(300)
  name: string;
}

export class UpdateCalendarDayDto {
  @ApiProperty({ enum: DAY_KINDS, required: false })
  @IsOmittable()
  @IsIn(DAY_KINDS)
  kind?: DayKind;

  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(300)
  name?: string;
}

export class CreateBlackoutDto {
  @IsUUID()
  unitId: string;

  @IsPlainDate()
  from: string;

  /** The last day. */
  @IsPlainDate()
  to: string;

  @ApiProperty({ enum: BLACKOUT_KINDS })
  @IsIn(BLACKOUT_KINDS)
  kind: BlackoutKind;

  @IsString()
  @IsNotBlank()
  @MaxLength(300)
  name: string;
}
