import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { UnitRef } from '../../units/index.js';

export const WAITLIST_ORDERS = ['need', 'time', 'board'] as const;
export type WaitlistOrder = (typeof WAITLIST_ORDERS)[number];
export const FREED_SEATS = ['immediate', 'offer'] as const;
export type FreedSeats = (typeof FREED_SEATS)[number];

export class SeatRulesDto {
  /** Those who need the class first, then by time; by time alone; or as the board puts them. */
  @ApiProperty({ enum: WAITLIST_ORDERS })
  @IsIn(WAITLIST_ORDERS)
  waitlistOrder: WaitlistOrder;

  /** The next sits down at once, or is asked first. */
  @ApiProperty({ enum: FREED_SEATS })
  @IsIn(FREED_SEATS)
  freedSeats: FreedSeats;

  /** Hours to answer an offer. */
  @IsInt()
  @Min(1)
  @Max(720)
  offerHours: number;
}

export class ReserveSeatsDto {
  @IsUUID()
  unitId: string;

  @IsInt()
  @Min(1)
  @Max(2000)
  seats: number;

  /** The last day; after it they are everybody's. */
  @IsPlainDate()
  until: string;
}

export class MoveInWaitlistDto {
  /** 1 is the first of the line. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  position: number;

  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export class SeatReservationView {
  id: string;
  unit: UnitRef;
  seats: number;
  /** Seats that people of the unit sit on or are asked about. */
  used: number;
  until: string;
}

export class WaitingView {
  nominationId: string;
  fullName: string;
  unit: UnitRef;
  position: number;
  /** Why the person waits, in one sentence of the reader's language. */
  sentence: string;
  /** When an open offer ends; null where none is open. */
  @ApiProperty({ type: Date, nullable: true })
  offeredUntil: Date | null;
  /** Whether the reader may answer the offer. */
  canAnswer: boolean;
}

export class SeatsView extends SeatRulesDto {
  capacity: number;
  seatsTaken: number;
  /** Free seats that somebody is being asked about. */
  offeredSeats: number;
  /** Free seats kept for units. */
  keptSeats: number;
  waitlisted: number;
  /** Of units of the reader's part of the tree. */
  reservations: SeatReservationView[];
  /** The first of the line of the reader's part of the tree, at most 200. */
  waiting: WaitingView[];
  /** Whether the reader may reserve, order and set the rules. */
  canManage: boolean;
}
