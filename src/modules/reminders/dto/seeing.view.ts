import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { type Trigger, TRIGGERS } from '../reminder.types.js';
import { RemindedCourse, RemindedPlaces } from './reminder.view.js';

/** One stage of one class, or of places, that is due on a day. */
export class UpcomingReminder {
  /** `YYYY-MM-DD`. */
  date: string;
  @ApiProperty({ type: RemindedCourse, nullable: true })
  course: RemindedCourse | null;
  @ApiProperty({ type: RemindedPlaces, nullable: true })
  places: RemindedPlaces | null;
  @ApiProperty({ enum: TRIGGERS })
  trigger: Trigger;
  stage: string;
  units: UnitRef[];
  /** Whether the class's reminders are held back. */
  paused: boolean;
}

export class UpcomingReminders {
  /** In order of days. */
  items: UpcomingReminder[];
}

/** One way by which a message went out. */
export class SendingView {
  /** `email`, `push`, `zalo` or `sms`. */
  channel: string;
  /** `kept`, `waiting`, `sent` or `failed`. */
  state: string;
  /** The channel it stands in for. */
  @ApiProperty({ type: String, nullable: true })
  insteadOf: string | null;
}

/** What one person got about one unit, and what came of it. */
export class ReminderDelivery {
  id: string;
  unit: UnitRef;
  /** Who got it: the name of the account. */
  person: string;
  @ApiProperty({ enum: TRIGGERS })
  trigger: Trigger;
  stage: string;
  sentAt: Date;
  /** Whether several were one message. */
  digest: boolean;
  /** What carried it besides the inbox; nothing for the inbox alone. */
  @ApiProperty({ type: [SendingView], nullable: true })
  sendings: SendingView[] | null;
  @ApiProperty({ type: Date, nullable: true })
  readAt: Date | null;
  /** When the unit answered the call it is about; null while it is silent, or when it is about something else. */
  @ApiProperty({ type: Date, nullable: true })
  answeredAt: Date | null;
  /** What it answered: `list`, `none`, `more-time`, which the board has yet to grant, or `carried-over`. */
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;
  /** Hours from this message to the answer; null when it answered before, or has not. */
  @ApiProperty({ type: Number, nullable: true })
  hoursToAnswer: number | null;
}

export class ReminderDeliveryPage {
  items: ReminderDelivery[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** How a unit answered its calls. */
export class UnitResponsiveness {
  unit: UnitRef;
  /** Calls that were due, or were answered before. */
  calls: number;
  inTime: number;
  late: number;
  /** Past the deadline without an answer. */
  silent: number;
  /** Days from a call to its answer, the one in the middle; null without answers. */
  @ApiProperty({ type: Number, nullable: true })
  medianDays: number | null;
  /** Reminders that went, the calls themselves not counted. */
  reminders: number;
  /** Reminders of other things of these classes: papers, first sessions, free places. */
  others: number;
}

export class ResponsivenessView {
  /** Years of which there are calls. */
  years: number[];
  /** Those first who answered in time least often. */
  items: UnitResponsiveness[];
}
