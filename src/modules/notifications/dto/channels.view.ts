import { ApiProperty } from '@nestjs/swagger';
import {
  BOUNCE_REASONS,
  type BounceReason,
  DELIVERY_STATES,
  type DeliveryState,
  type Obstacle,
  OBSTACLES,
  OFFICE_CHANNELS,
  type OfficeChannel,
  OUTWARD_CHANNELS,
  type OutwardChannel,
  REPORTED_OUTCOMES,
  type ReportedOutcome,
} from '../channel.types.js';

/** That mail to an address came back. */
export class BounceView {
  @ApiProperty({ enum: BOUNCE_REASONS })
  why: BounceReason;
  /** What the other side said. */
  reason: string;
  bouncedAt: Date;
}

export class BouncedHolder {
  /** Of the account; null for the office of a unit. */
  @ApiProperty({ type: String, nullable: true })
  accountId: string | null;
  @ApiProperty({ type: String, nullable: true })
  username: string | null;
  /** Of the account or of the office. */
  unitId: string;
  /** Of the person or of the unit. */
  name: string;
}

/** An address that gives mail back, and whose it is. */
export class BouncedAddressView extends BounceView {
  address: string;
  holders: BouncedHolder[];
}

export class BouncedAddresses {
  items: BouncedAddressView[];
}

/** Where somebody is reached. */
export class ContactView {
  @ApiProperty({ type: String, nullable: true })
  email: string | null;
  @ApiProperty({ type: BounceView, nullable: true })
  bounce: BounceView | null;
  /** Whole for whom it belongs to, the last digits for others. */
  @ApiProperty({ type: String, nullable: true })
  phone: string | null;
}

/** One way out of the house. */
export class ChannelRef {
  @ApiProperty({ enum: OUTWARD_CHANNELS })
  name: OutwardChannel;
  /** Whether it leads anywhere with the settings of this installation. */
  connected: boolean;
}

/** By what the caller is told of what. The inbox has everything. */
export class PreferencesView {
  /** Calls and reminders; at least one. */
  @ApiProperty({ enum: OUTWARD_CHANNELS, isArray: true })
  calls: OutwardChannel[];
  /** What else asks for something; at least one. */
  @ApiProperty({ enum: OUTWARD_CHANNELS, isArray: true })
  requests: OutwardChannel[];
  /** What became of one's people. */
  @ApiProperty({ enum: OUTWARD_CHANNELS, isArray: true })
  news: OutwardChannel[];
  /** Each channel once, the first one first: where one fails, the next takes over. */
  @ApiProperty({ enum: OUTWARD_CHANNELS, isArray: true })
  order: OutwardChannel[];
  contact: ContactView;
  channels: ChannelRef[];
}

/** The office of a unit, and what goes there as a copy. */
export class UnitContactView extends ContactView {
  unitId: string;
  @ApiProperty({ enum: OFFICE_CHANNELS, isArray: true })
  calls: OfficeChannel[];
  @ApiProperty({ enum: OFFICE_CHANNELS, isArray: true })
  requests: OfficeChannel[];
  @ApiProperty({ enum: OFFICE_CHANNELS, isArray: true })
  news: OfficeChannel[];
  channels: ChannelRef[];
  /** 0 while nothing was kept: to be sent back as `If-Match`. */
  version: number;
}

/** A channel as whoever runs the product sees it. */
export class ChannelView extends ChannelRef {
  /** Messages it takes in a minute; null: as many as there are. */
  @ApiProperty({ type: Number, nullable: true })
  perMinute: number | null;
  version: number;
  /** On their way. */
  waiting: number;
  /** Of these, put off until the channel has room or the other side is ready again. */
  putOff: number;
  /** In the last day. */
  sent: number;
  /** For good, in the last day. */
  failed: number;
}

/** The mailbox that mail servers report to when mail does not arrive. */
export class MailboxView {
  /** Whether one is set. */
  connected: boolean;
  @ApiProperty({ type: Date, nullable: true })
  readAt: Date | null;
  /** When reading it failed last, and why; null while it is read. */
  @ApiProperty({ type: Date, nullable: true })
  failedAt: Date | null;
  @ApiProperty({ type: String, nullable: true })
  error: string | null;
}

export class ChannelList {
  items: ChannelView[];
  mailbox: MailboxView;
}

/** What a mail server reported of a mail that had gone. */
export class DeliveryReportView {
  /** `delayed`: it goes on trying. */
  @ApiProperty({ enum: REPORTED_OUTCOMES })
  outcome: ReportedOutcome;
  @ApiProperty({ enum: BOUNCE_REASONS })
  why: BounceReason;
  reportedAt: Date;
}

/** A message as it was or will be sent by one channel. */
export class DeliveryView {
  id: string;
  @ApiProperty({ enum: OUTWARD_CHANNELS })
  channel: OutwardChannel;
  /** An address, or the last digits of a number; null for devices. */
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
  /** The account it is for, or whose unit's office gets it as a copy. */
  person: string;
  /** The unit whose office gets it; null for the person. */
  @ApiProperty({ type: String, nullable: true })
  office: string | null;
  subject: string;
  /** As the channel carries it: a short message in one line. */
  body: string;
  /** `kept`: no mail server is set, so it stays here. */
  @ApiProperty({ enum: DELIVERY_STATES })
  state: DeliveryState;
  attempts: number;
  createdAt: Date;
  @ApiProperty({ type: Date, nullable: true })
  sentAt: Date | null;
  /** Until when it is put off. */
  @ApiProperty({ type: Date, nullable: true })
  notBefore: Date | null;
  /** Why it failed for good. */
  @ApiProperty({ enum: OBSTACLES, nullable: true })
  because: Obstacle | null;
  /** The channel it stands in for, and why. */
  @ApiProperty({ enum: OUTWARD_CHANNELS, nullable: true })
  insteadOf: OutwardChannel | null;
  @ApiProperty({ enum: OBSTACLES, nullable: true })
  insteadBecause: Obstacle | null;
  /** The channel that took over when it failed. */
  @ApiProperty({ enum: OUTWARD_CHANNELS, nullable: true })
  takenOverBy: OutwardChannel | null;
  /** The last report that came about it. */
  @ApiProperty({ type: DeliveryReportView, nullable: true })
  report: DeliveryReportView | null;
  @ApiProperty({ type: String, nullable: true })
  error: string | null;
}

export class DeliveryPage {
  items: DeliveryView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** A device that is told at once. */
export class DeviceView {
  id: string;
  /** As its browser calls itself. */
  device: string;
  /** Address at its push service, by which a browser knows itself. */
  endpoint: string;
  createdAt: Date;
}

export class DevicesView {
  /** What a browser subscribes with; null while push is not connected. */
  @ApiProperty({ type: String, nullable: true })
  publicKey: string | null;
  items: DeviceView[];
}
