import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { TRANSFER_STATES, type TransferState } from '../quota.types.js';
import { MOST_PLACES, NOTE, PlacesNamed, PlacesQuery, SomePlaces } from './places.dto.js';

/** Keeps places for people who are named later. */
export class HoldPlacesDto extends SomePlaces {
  /** The last day to name people; what is unnamed goes back in the night after it. */
  @IsPlainDate()
  until: string;

  @IsOmittable()
  @IsString()
  @MaxLength(NOTE)
  note?: string;
}

export class AskTransferDto extends SomePlaces {
  /** The unit that gives. One of the two is the caller's. */
  @IsUUID()
  fromUnitId: string;

  @IsUUID()
  toUnitId: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(NOTE)
  reason: string;
}

export class TransfersQuery extends PlacesQuery {
  @ApiProperty({ enum: TRANSFER_STATES, required: false })
  @IsOptional()
  @IsIn(TRANSFER_STATES)
  state?: TransferState;
}

export class AnswerTransferDto {
  @IsOmittable()
  @IsString()
  @MaxLength(NOTE)
  answer?: string;

  /** Number of the document that approves it. */
  @IsOmittable()
  @IsString()
  @MaxLength(200)
  document?: string;
}

/** When unused places come back, and whether they are then offered to others. */
export class ReturnRuleDto extends PlacesNamed {
  /** The last day on which units may use their places. */
  @IsPlainDate()
  returnAfter: string;

  /** How many days before units are told. */
  @IsInt()
  @Min(0)
  @Max(60)
  warnDays: number;

  /** Whether what comes back is offered to the units next in need. */
  @IsBoolean()
  offers: boolean;

  @IsInt()
  @Min(1)
  @Max(60)
  answerDays: number;
}

/** Offers places of the reserve to the units next in need, one after the other. */
export class OfferPlacesDto extends SomePlaces {
  /** How many days each unit has to answer. */
  @IsInt()
  @Min(1)
  @Max(60)
  answerDays: number;

  /** A unit that has nobody for them: its free places come back to the reserve first. */
  @IsOmittable()
  @IsUUID()
  fromUnitId?: string;

  /** The unit that is asked first, if it is in need; when left out, the one that lacks most. */
  @IsOmittable()
  @IsUUID()
  firstUnitId?: string;
}

export class AcceptOfferDto {
  @IsInt()
  @Min(1)
  @Max(MOST_PLACES)
  places: number;
}

export class DeclineOfferDto {
  @IsOmittable()
  @IsString()
  @MaxLength(NOTE)
  reason?: string;
}
