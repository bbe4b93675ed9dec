import { ApiProperty } from '@nestjs/swagger';

/** Where a message leads. */
export class MessageLinkView {
  /** Path within the client. */
  link: string;
  /** The unit's part of the call it is about, which can be answered from it; null for anything else. */
  @ApiProperty({ type: String, nullable: true })
  callId: string | null;
}
