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
