import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/access/actor.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { pageRequest, toPage } from '../../platform/http/page.js';
import { Messages } from '../../platform/messages/messages.js';
import { inSubtree } from '../units/index.js';
import type { DeliveriesQuery } from './dto/channels.dto.js';
import type { BouncedAddressView, ChannelView, DeliveryPage, DeliveryView } from './dto/channels.view.js';
import { mailText } from './mail-text.js';
import { MessageTexts, type WrittenMessage } from './message-texts.js';

type DeliveryRow = Omit<DeliveryView, 'subject' | 'body'> & {
  kind: string;
  facts: Record<string, unknown>;
  link: string;
  templateVersion: number | null;
  callId: string | null;
  locale: Locale;
  cursor: unknown[];
};

const COLUMNS = `d.id, d.channel, d.address AS "to", a.display_name AS person, u.name AS office, d.state, d.attempts, d.created_at AS "createdAt",
  d.sent_at AS "sentAt", d.not_before AS "notBefore", d.because, d.instead_of AS "insteadOf", d.instead_because AS "insteadBecause",
  (SELECT o.channel FROM deliveries o WHERE o.notification_id = d.notification_id AND o.instead_of = d.channel
     AND o.copy_unit_id IS NOT DISTINCT FROM d.copy_unit_id AND d.state = 'failed') AS "takenOverBy",
  (SELECT jsonb_build_object('outcome', r.outcome, 'why', r.why, 'reportedAt', r.reported_at) FROM bounce_reports r
     WHERE r.delivery_id = d.id ORDER BY r.reported_at DESC, r.outcome DESC LIMIT 1) AS report,
  d.error, n.kind, n.facts, n.link, n.template_version AS "templateVersion", n.call_id AS "callId",
  CASE WHEN d.copy_unit_id IS NULL THEN a.locale ELSE 'vi' END AS locale`;
const TABLES = `deliveries d JOIN notifications n ON n.id = d.notification_id JOIN accounts a ON a.id = n.account_id
  LEFT JOIN units u ON u.id = d.copy_unit_id`;

/** More than a district has. */
const MOST_BOUNCED = 500;

/** Reads of what went out, by which channel, and what became of it. */
@Injectable()
export class DeliveriesQueries {
  constructor(
    private readonly db: Database,
    private readonly messages: Messages,
    private readonly texts: MessageTexts,
    private readonly settings: Settings,
  ) {}

  /** Deliveries to accounts of a subtree, the newest first. */
  async list(scope: string, query: DeliveriesQuery): Promise<DeliveryPage> {
    const request = pageRequest(query, 'instant', 'id');
    const filter = `${inSubtree('a.unit_id', '$1')} AND ($2::text IS NULL OR d.state = $2) AND ($3::text IS NULL OR d.channel = $3)`;
    const values = [scope, query.state ?? null, query.channel ?? null];
    const rows = await this.db.rows<DeliveryRow>(
      `SELECT ${COLUMNS}, jsonb_build_array(d.created_at, d.id) AS cursor FROM ${TABLES} WHERE ${filter}
         AND ($4::timestamptz IS NULL OR (d.created_at, d.id) < ($4::timestamptz, $5::uuid))
       ORDER BY d.created_at DESC, d.id DESC LIMIT $6`,
      [...values, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${TABLES} WHERE ${filter}`,
      values,
    );
    const write = await this.texts.writer(rows);
    return toPage(
      rows,
      request,
      count?.total ?? 0,
      ({ cursor: _, kind, facts, templateVersion, link, callId, locale, ...view }) => ({
        ...view,
        ...this.carried(view, write({ kind, facts, templateVersion }, locale), { link, callId, locale }),
      }),
    );
  }

  /** Addresses of a subtree that give mail back, the latest first: so few that a list has them all. */
  bounced(scope: string): Promise<BouncedAddressView[]> {
    return this.db.rows(
      `SELECT b.address, b.why, b.reason, b.bounced_at AS "bouncedAt", jsonb_agg(h.holder ORDER BY h.holder->>'name') AS holders
       FROM bounced_addresses b JOIN (
         SELECT lower(a.email) AS address, jsonb_build_object('accountId', a.id, 'username', a.username, 'unitId', a.unit_id, 'name', a.display_name) AS holder
         FROM accounts a WHERE a.active AND ${inSubtree('a.unit_id', '$1')}
         UNION ALL
         SELECT lower(c.email), jsonb_build_object('accountId', NULL, 'username', NULL, 'unitId', u.id, 'name', u.name)
         FROM unit_contacts c JOIN units u ON u.id = c.unit_id WHERE ${inSubtree('u.id', '$1')}
       ) h ON h.address = b.address GROUP BY b.address ORDER BY b.bounced_at DESC LIMIT ${MOST_BOUNCED}`,
      [scope],
    );
  }

  /** How much each channel carries, by its name. */
  channels(since: Date): Promise<Omit<ChannelView, 'connected'>[]> {
    return this.db.rows(
      `SELECT p.channel AS name, p.per_minute AS "perMinute", p.version,
         count(d.id) FILTER (WHERE d.state = 'waiting')::int AS waiting, count(d.not_before)::int AS "putOff",
         count(d.id) FILTER (WHERE d.state = 'sent' AND d.sent_at >= $1)::int AS sent,
         count(d.id) FILTER (WHERE d.state = 'failed' AND d.created_at >= $1)::int AS failed
       FROM channel_paces p LEFT JOIN deliveries d ON d.channel = p.channel AND (d.state = 'waiting' OR d.created_at >= $1 OR d.sent_at >= $1)
       GROUP BY p.channel`,
      [since],
    );
  }

  /** What a channel makes of a message. */
  private carried(
    { channel }: Pick<DeliveryView, 'channel'>,
    text: WrittenMessage,
    facts: { link: string; callId: string | null; locale: Locale },
  ): { subject: string; body: string } {
    if (channel === 'email') {
      const { subject, body } = mailText(this.messages, text, facts, this.settings.publicUrl);
      return { subject, body };
    }
    return { subject: text.title, body: channel === 'sms' ? this.texts.shortMessage(text).text : text.body };
  }
}
