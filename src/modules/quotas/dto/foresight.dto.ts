import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PlacesNamed } from './places.dto.js';

export class ForesightQuery {
  /** The year; this one when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  period?: number;
}

/** Whose places wait for names. */
export class PressDto extends PlacesNamed {
  @IsUUID()
  unitId: string;
}
