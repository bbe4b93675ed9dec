import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PageQuery } from '../../../platform/http/page.dto.js';

export const MOST_PLACES = 10_000;
/** The longest reason or note. */
export const NOTE = 1000;

/** Of which program and year, if not of all. */
export class PlacesQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  programId?: string;

  /** The year. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  period?: number;
}

/** Which places are meant: whatever is done with places says so first. */
export class PlacesNamed {
  @IsUUID()
  programId: string;

  /** The year. */
  @IsInt()
  @Min(2000)
  @Max(2100)
  period: number;
}

/** How many of which places. */
export class SomePlaces extends PlacesNamed {
  @IsInt()
  @Min(1)
  @Max(MOST_PLACES)
  places: number;
}
