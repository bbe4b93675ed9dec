import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

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
export class PressDto {
  @IsUUID()
  programId: string;

  /** The year. */
  @IsInt()
  @Min(2000)
  @Max(2100)
  period: number;

  @IsUUID()
  unitId: string;
}
