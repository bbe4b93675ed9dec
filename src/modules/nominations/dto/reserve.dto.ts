import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsIn,
  IsNotEmpty,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { RuleCheckView } from '../../eligibility/index.js';
import { UnitRef } from '../../units/index.js';
import { HANDED_BY, type HandedBy } from '../rules/stepping-in.js';

export class NameReservesDto {
  /** In the order in which they are asked. */
  @IsUUID(undefined, { each: true })
  @ArrayMinSize(1)
  @ArrayUnique()
  @ArrayMaxSize(50)
  officialIds: string[];
}

export class StepInDto {
  @IsUUID()
  reserveId: string;

  /** How the one whose place it was leaves. */
  @ApiProperty({ enum: HANDED_BY })
  @IsIn(HANDED_BY)
  by: HandedBy;

  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

/** Somebody kept in reserve, judged as things are now. */
export class ReserveView {
  id: string;
  officialId: string;
  fullName: string;
  @ApiProperty({ type: String, nullable: true })
  post: string | null;
  /** The called unit whose reserve it is. */
  unit: UnitRef;
  position: number;
  /** Proposed by a cell and kept by its committee; else named by the unit itself. */
  proposed: boolean;
  /** Whether nothing speaks against the person but that seats or places may be gone. */
  eligible: boolean;
  checks: RuleCheckView[];
  /** Whether the reader may take the person off the reserve. */
  canRemove: boolean;
}

export class ReserveList {
  items: ReserveView[];
  /** Whether the reader may name more. */
  canName: boolean;
}

/** What became of one that was to be kept in reserve. */
export class NamedReserve {
  officialId: string;
  kept: boolean;
  checks: RuleCheckView[];
}

export class NamedReserves {
  items: NamedReserve[];
}
