import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';

const LARGEST_ROOM = 5000;

export class CreateVenueDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;
}

export class UpdateVenueDto {
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;
}

export class CreateRoomDto {
  /** The venue it lies in; named instead by `venue`, and the board's own house when both are left out. */
  @IsOptional()
  @IsUUID()
  venueId?: string;

  /** Name of the venue, which is added when the board does not have it yet. */
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  venue?: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name: string;

  /** How many people find a seat. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_ROOM)
  capacity: number;

  /** What stands in it, e.g. `máy chiếu`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  equipment?: string[];
}

export class UpdateRoomDto {
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name?: string;

  @IsOmittable()
  @IsInt()
  @Min(1)
  @Max(LARGEST_ROOM)
  capacity?: number;

  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  equipment?: string[];

  /** No longer in use: nothing new is laid into it. */
  @IsOmittable()
  @IsBoolean()
  closed?: boolean;
}
