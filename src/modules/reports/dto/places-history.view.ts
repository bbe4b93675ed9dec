import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';

export class ProgramOfHistory {
  id: string;
  code: string;
  name: string;
  /** People sent in all these years. */
  sent: number;
}

export class ProgramOfYear {
  programId: string;
  /** Places of the reader's units that year; null where none were written down. */
  @ApiProperty({ type: Number, nullable: true })
  places: number | null;
  /** Of them, those that approved nominations took. */
  @ApiProperty({ type: Number, nullable: true })
  taken: number | null;
  /** People sent: lists from before, and nominations approved here. */
  sent: number;
}

export class YearOfHistory {
  year: number;
  programs: ProgramOfYear[];
}

export class ProgramOfUnit {
  programId: string;
  sent: number;
  /** Of the years from `from` to `to`, in order. */
  @ApiProperty({ type: [Number] })
  byYear: readonly number[];
  /** Sent per hundred officials of today. */
  @ApiProperty({ type: Number, nullable: true })
  perHundred: number | null;
  @ApiProperty({ type: Number, nullable: true })
  lastYear: number | null;
  yearsWithout: number;
  /** People who need it now. */
  need: number;
  /** In need, and nobody sent for `without` years. */
  leftOut: boolean;
}

export class UnitHistoryOfPlaces {
  unit: UnitRef;
  /** Officials of today. */
  officials: number;
  /** Whether the unit has ended. */
  closed: boolean;
  programs: ProgramOfUnit[];
}

/** Places and people sent by year, by unit and per head. */
export class PlacesHistory {
  from: number;
  to: number;
  without: number;
  programs: ProgramOfHistory[];
  years: YearOfHistory[];
  units: UnitHistoryOfPlaces[];
}
