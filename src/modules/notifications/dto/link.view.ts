import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';

/** Where a message leads. */
export class MessageLinkView {
  /** Path within the client. */
  link: string;
  /** The unit's part of the call it is about, which can be answered from it; null for anything else. */
  @ApiProperty({ type: String, nullable: true })
  callId: string | null;
}

/** What one gets by mail; calls and reminders always come. */
export class PreferencesView {
  /** News of decisions on one's people. */
  newsByMail: boolean;
}

export class PreferencesDto {
  @IsBoolean()
  newsByMail: boolean;
}
