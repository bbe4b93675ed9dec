import { ApiProperty } from '@nestjs/swagger';

export class NotificationView {
  id: string;
  /** e.g. `call.opened`. */
  kind: string;
  title: string;
  body: string;
  /** Path within the client. */
  link: string;
  createdAt: Date;
  @ApiProperty({ type: Date, nullable: true })
  readAt: Date | null;
}

export class NotificationPage {
  items: NotificationView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
  /** Of all, not of this page. */
  unread: number;
}

export const MAIL_STATES = ['kept', 'waiting', 'sent', 'failed'] as const;

/** An e-mail as it was or will be sent. */
export class MailView {
  id: string;
  to: string;
  subject: string;
  body: string;
  /** `kept`: no mail server is set, so it stays here. */
  @ApiProperty({ enum: MAIL_STATES })
  state: 'kept' | 'waiting' | 'sent' | 'failed';
  attempts: number;
  createdAt: Date;
  @ApiProperty({ type: Date, nullable: true })
  sentAt: Date | null;
  @ApiProperty({ type: String, nullable: true })
  error: string | null;
}

export class MailPage {
  items: MailView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
