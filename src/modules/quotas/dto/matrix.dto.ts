import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { QuotaMinimumDto } from './minimum.dto.js';
import { MOST_PLACES, NOTE } from './places.dto.js';

const MOST_CELLS = 2000;

/** A cell of the matrix as somebody changed it. */
export class CellDto {
  @IsUUID()
  programId: string;

  @IsUUID()
  unitId: string;

  @IsInt()
  @Min(0)
  @Max(MOST_PLACES)
  places: number;

  /** What the cell said when the writer began: another number by now refuses the whole block. */
  @IsInt()
  @Min(0)
  @Max(MOST_PLACES)
  was: number;

  /** At least so many are for these people, instead of what was said before; left out: as before. */
  @IsOmittable()
  @IsArray()
  @ArrayUnique((minimum?: QuotaMinimumDto) => minimum?.category)
  @ValidateNested({ each: true })
  @Type(() => QuotaMinimumDto)
  minimums?: QuotaMinimumDto[];
}

/** A block of cells, of one year: all are written, or none. */
export class SetMatrixDto {
  /** The year. */
  @IsInt()
  @Min(2000)
  @Max(2100)
  period: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CELLS)
  @ValidateNested({ each: true })
  @Type(() => CellDto)
  cells: CellDto[];
}

export class PeriodQuery {
  /** The year. */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  period: number;
}

export class AddCommentDto extends PeriodQuery {
  @IsUUID()
  programId: string;

  @IsUUID()
  unitId: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(NOTE)
  text: string;
}
