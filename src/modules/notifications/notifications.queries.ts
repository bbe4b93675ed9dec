import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/access/actor.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { pageRequest, toPage } from '../../platform/http/page.js';
import { Messages } from '../../platform/messages/messages.js';
import { inSubtree } from '../units/index.js';
import type { NotificationsQuery } from './dto/notification.dto.js';
import type { MailPage, MailView, NotificationPage } from './dto/notification.view.js';
import { MessageTexts } from './message-texts.js';
import { mailText } from './mail-text.js';

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

type MailRow = Omit<MailView, 'subject' | 'body'> & {
  kind: string;
  facts: Record<string, unknown>;
  link: string;
  templateVersion: number | null;
  callId: string | null;
  locale: Locale;
  cursor: unknown[];
};

/** Reads of notifications; texts are made when they are read, in the reader's language. */
@Injectable()
export class NotificationsQueries {
  constructor(
    private readonly db: Database,
    private readonly messages: Messages,
    private readonly texts: MessageTexts,
    private readonly settings: Settings,
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
    const page = toPage(rows, request, count?.total ?? 0, ({ cursor: _, kind, facts, templateVersion, ...notice }) => ({
      ...notice,
      kind,
      ...write({ kind, facts, templateVersion }),
    }));
    return { ...page, unread: count?.unread ?? 0 };
  }

  async mails(scope: string, query: NotificationsQuery): Promise<MailPage> {
    const request = pageRequest(query, 'instant', 'id');
    const tables =
      'mail_deliveries d JOIN notifications n ON n.id = d.notification_id JOIN accounts a ON a.id = n.account_id';
    const rows = await this.db.rows<MailRow>(
      `SELECT d.id, d.address AS "to", d.state, d.attempts, d.created_at AS "createdAt", d.sent_at AS "sentAt", d.error,
         n.kind, n.facts, n.link, n.template_version AS "templateVersion", n.call_id AS "callId", a.locale, jsonb_build_array(d.created_at, d.id) AS cursor
       FROM ${tables} WHERE ${inSubtree('a.unit_id', '$1')}
         AND ($2::timestamptz IS NULL OR (d.created_at, d.id) < ($2::timestamptz, $3::uuid))
       ORDER BY d.created_at DESC, d.id DESC LIMIT $4`,
      [scope, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${tables} WHERE ${inSubtree('a.unit_id', '$1')}`,
      [scope],
    );
    const write = await this.texts.writer(rows);
    return toPage(
      rows,
      request,
      count?.total ?? 0,
      ({ cursor: _, kind, facts, templateVersion, link, callId, ...mail }) => {
        const text = write({ kind, facts, templateVersion }, mail.locale);
        const { subject, body } = mailText(
          this.messages,
          text,
          { link, callId, locale: mail.locale },
          this.settings.publicUrl,
        );
        const { locale: _locale, ...view } = mail;
        return { ...view, subject, body };
      },
    );
  }
}
