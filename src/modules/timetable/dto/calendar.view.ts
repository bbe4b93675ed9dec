import { ApiProperty } from '@nestjs/swagger';

/** The caller's private address for calendar programs; the address itself is shown once, when it is made. */
export class CalendarAddressView {
  /** Null: there is none. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  madeAt: Date | null;
  /** When a calendar program last read it. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: Date | null;
}

/** A new address, for this once. */
export class MadeCalendarAddress extends CalendarAddressView {
  url: string;
}
