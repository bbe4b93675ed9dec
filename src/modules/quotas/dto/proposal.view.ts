import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { QuotaMinimumView } from '../minimums.view.js';
import { APPORTIONMENT_METHODS, type ApportionmentMethod } from '../rules/apportionment/claim.js';

/** The numbers that a unit's places came from, and the reason in words. */
export class BasisView {
  @ApiProperty({ enum: APPORTIONMENT_METHODS })
  method: ApportionmentMethod;
  /** People who need the program by the end of the year. */
  need: number;
  weight: number;
  /** Weights of all units together. */
  allWeights: number;
  /** The fair share before rounding, within floor and ceiling. */
  exact: number;
  floor: number;
  @ApiProperty({ type: Number, nullable: true })
  ceiling: number | null;
  /** Places passed on, held, reserved or taken. */
  committed: number;
  /** Places it has now. */
  today: number;
  /** In the reader's language, fit for the notice. */
  reason: string;
}

export class ProposedAllocation {
  unitId: string;
  unit: UnitRef;
  places: number;
  /** Null: the question says nothing of minimums. */
  @ApiProperty({ type: [QuotaMinimumView], nullable: true })
  minimums: QuotaMinimumView[] | null;
  basis: BasisView;
}

/** How much of the need is met, and how evenly; shares from 0 to 1. */
export class FairnessFigures {
  need: number;
  /** People in need for whom there is a place. */
  met: number;
  @ApiProperty({ type: Number, nullable: true })
  least: number | null;
  @ApiProperty({ type: Number, nullable: true })
  most: number | null;
  /** 0: every unit's need is met alike; towards 1: few units have everything. */
  @ApiProperty({ type: Number, nullable: true })
  gini: number | null;
}

export class UnitFairness {
  unitId: string;
  need: number;
  /** Share of its need that is met; null without need. */
  @ApiProperty({ type: Number, nullable: true })
  met: number | null;
  @ApiProperty({ type: Number, nullable: true })
  metToday: number | null;
  /** Places more (or fewer, below 0) than today. */
  change: number;
}

export class FairnessView extends FairnessFigures {
  /** The same of the places as they are now. */
  today: FairnessFigures;
  units: UnitFairness[];
  /** Ids of units that would have more, and fewer, than today. */
  gaining: string[];
  losing: string[];
}

/** One more place to share would cost this unit one: a known fault of largest remainder. */
export class ParadoxView {
  unitId: string;
  unit: UnitRef;
  /** Places shared, before and with one more. */
  from: number;
  to: number;
  /** The unit's places, before and after. */
  before: number;
  after: number;
}

export class ProposalView {
  programId: string;
  period: number;
  places: number;
  @ApiProperty({ enum: APPORTIONMENT_METHODS })
  method: ApportionmentMethod;
  capByNeed: boolean;
  allocations: ProposedAllocation[];
  /** Places that no unit may have: they stay in the board's reserve. */
  left: number;
  fairness: FairnessView;
  paradoxes: ParadoxView[];
  /** Names the places as they stand now; hand it back when applying. */
  basedOn: string;
}
