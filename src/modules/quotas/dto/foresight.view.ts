import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { QuotaNoticeProgram } from './notice.view.js';

/** Who lacks places more than anybody else. */
export class NextInNeed {
  unitId: string;
  unit: UnitRef;
  /** People in need beyond the places it has left. */
  lacking: number;
}

/** Places of one unit and program that will be left over, if nothing is done. */
export class ForeseenView {
  unitId: string;
  unit: UnitRef;
  program: QuotaNoticeProgram;
  /** Whether these places are the board's own reserve: nobody has been given them. */
  reserve: boolean;
  places: number;
  used: number;
  left: number;
  /** The last day to use them or give them back. */
  lastDay: string;
  daysLeft: number;
  /** Places used in thirty days so far. */
  perMonth: number;
  /** People in need who are not nominated. */
  candidates: number;
  /** Places that will be left over at this rate. */
  unused: number;
  /** Of them, those for which the unit has people: it can be pressed. */
  press: number;
  /** Of them, those for which it has nobody. */
  surplus: number;
  /** Who could use the surplus; null: nobody, so it can only be given back. */
  @ApiProperty({ type: NextInNeed, nullable: true })
  next: NextInNeed | null;
}

export class ForesightView {
  /** The year. */
  period: number;
  items: ForeseenView[];
}
