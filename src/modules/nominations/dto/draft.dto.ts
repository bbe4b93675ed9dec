import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { COURSE_STATES, type CourseState } from '../../courses/index.js';
import { LONGEST_LIST } from './nomination.dto.js';

const MOST_SEATS = 100_000;

/** What somebody who makes a list saw of its class. */
export class CourseSeen {
  @IsIn(COURSE_STATES)
  @ApiProperty({ enum: COURSE_STATES })
  state: CourseState;

  @IsOptional()
  @IsPlainDate()
  @ApiProperty({ type: String, nullable: true })
  deadline: string | null;

  @IsInt()
  @Min(0)
  @Max(MOST_SEATS)
  capacity: number;

  @IsPlainDate()
  startsOn: string;

  @IsPlainDate()
  endsOn: string;

  /** Seats that nobody had. */
  @IsInt()
  @Min(0)
  @Max(MOST_SEATS)
  free: number;
}

export class SaveDraftDto {
  /** In the order of the list; none: the draft is forgotten. */
  @IsArray()
  @ArrayMaxSize(LONGEST_LIST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  officialIds: string[];

  /** Of a list made without a network: the class as it was then. Left out: as it is now. */
  @IsOmittable()
  @ValidateNested()
  @Type(() => CourseSeen)
  seen?: CourseSeen;
}
