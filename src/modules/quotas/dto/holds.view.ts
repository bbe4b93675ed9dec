import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { OFFER_STATES, type OfferState, TRANSFER_STATES, type TransferState } from '../quota.types.js';

/** Which places are meant. */
class PlacesNamed {
  programId: string;
  programName: string;
  /** The year. */
  period: number;
}

export class HoldView extends PlacesNamed {
  id: string;
  unit: UnitRef;
  /** As first held. */
  places: number;
  /** Not named yet. */
  unnamed: number;
  /** The last day to name people. */
  until: string;
  /** From today; below zero when over. */
  daysLeft: number;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  /** Whether the reader may give the unnamed ones back. */
  mayRelease: boolean;
}

export class HoldPage {
  items: HoldView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** Units to exchange places with. */
export class PartnerList {
  items: UnitRef[];
}

/** What the reader may do with a transfer. */
export class TransferAbilities {
  agree: boolean;
  approve: boolean;
  refuse: boolean;
  withdraw: boolean;
}

export class TransferView extends PlacesNamed {
  id: string;
  from: UnitRef;
  to: UnitRef;
  places: number;
  @ApiProperty({ enum: TRANSFER_STATES })
  state: TransferState;
  askedByUnitId: string;
  reason: string;
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;
  @ApiProperty({ type: String, nullable: true })
  document: string | null;
  askedAt: string;
  changedAt: string;
  can: TransferAbilities;
}

export class TransferPage {
  items: TransferView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

export class ReturnRuleView extends PlacesNamed {
  id: string;
  unit: UnitRef;
  returnAfter: string;
  warnDays: number;
  offers: boolean;
  answerDays: number;
  /** The day on which unused places came back. */
  @ApiProperty({ type: String, nullable: true })
  doneOn: string | null;
}

export class ReturnRules {
  items: ReturnRuleView[];
}

export class OfferView extends PlacesNamed {
  id: string;
  roundId: string;
  unit: UnitRef;
  /** Its place in line. */
  position: number;
  /** People of the unit who need the program and have no place, when the round began. */
  need: number;
  @ApiProperty({ enum: OFFER_STATES })
  state: OfferState;
  @ApiProperty({ type: Number, nullable: true })
  places: number | null;
  @ApiProperty({ type: Number, nullable: true })
  accepted: number | null;
  @ApiProperty({ type: String, nullable: true })
  answerBy: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** Whether the reader may answer it. */
  mayAnswer: boolean;
}

export class OfferPage {
  items: OfferView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
