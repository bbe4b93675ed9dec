import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { pageRequest, toPage } from '../../platform/http/page.js';
import type { NotificationsQuery } from './dto/notification.dto.js';
import type { NotificationPage } from './dto/notification.view.js';
import { MessageTexts } from './message-texts.js';

interface NoticeRow {
  id: string;
  kind: string;
  facts: Record<string, unknown>;
  link: string;
  templateVersion: number | null;
  createdAt: Date;
  readAt: Date | null;
  cursor: unknown[];
}

/** Reads of notifications; texts are made when they are read, in the reader's language. */
@Injectable()
export class NotificationsQueries {
  constructor(
    private readonly db: Database,
    private readonly texts: MessageTexts,
  ) {}

  async list(accountId: string, query: NotificationsQuery): Promise<NotificationPage> {
    const request = pageRequest(query, 'instant', 'id');
    const filter = 'account_id = $1 AND ($2::boolean IS DISTINCT FROM true OR read_at IS NULL)';
    const rows = await this.db.rows<NoticeRow>(
      `SELECT id, kind, facts, link, template_version AS "templateVersion", created_at AS "createdAt", read_at AS "readAt", jsonb_build_array(created_at, id) AS cursor
       FROM notifications WHERE ${filter} AND ($3::timestamptz IS NULL OR (created_at, id) < ($3::timestamptz, $4::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $5`,
      [accountId, query.unread ?? null, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number; unread: number }>(
      `SELECT count(*) FILTER (WHERE ${filter})::int AS total, count(*) FILTER (WHERE read_at IS NULL)::int AS unread
       FROM notifications WHERE account_id = $1`,
      [accountId, query.unread ?? null],
    );
    const write = await this.texts.writer(rows);
    const page = toPage(rows, request, count?.total ?? 0, ({ cursor: _, kind, facts, templateVersion, ...notice }) => {
      const { title, body } = write({ kind, facts, templateVersion });
      return { ...notice, kind, title, body };
    });
    return { ...page, unread: count?.unread ?? 0 };
  }
}
