import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Secrets } from '../../platform/secrets/secrets.js';

const PURPOSE = 'message-link';
const DAY_S = 86_400;
/** Longer than any call stays open; what comes later logs in as usual. */
const VALID_DAYS = 60;
const RADIX = 36;

/** The message a link was made for. */
export interface LinkedMessage {
  id: string;
  accountId: string;
  unitId: string;
  kind: string;
  link: string;
  callId: string | null;
}

/**
 * Links that say which message somebody answers. A link opens no session: it names a message and nothing else. It ends
 * after its days, when its key is revoked, and with the data key it was signed by.
 *
 * Its form is `key.expiry.message.signature`, all but the signature readable.
 */
@Injectable()
export class MessageLinks {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** A link for a message, by the key in force. */
  async tokenFor(messageId: string): Promise<string> {
    const key = await this.db.row<{ id: number }>('SELECT id FROM link_keys WHERE revoked_at IS NULL');
    if (!key) throw new Error('There is no key for links');
    const expiry = Math.floor(this.clock.now().getTime() / 1000) + VALID_DAYS * DAY_S;
    const said = `${key.id}.${expiry.toString(RADIX)}.${messageId.replaceAll('-', '')}`;
    return `${said}.${this.secrets.hash(said, PURPOSE).toString('base64url')}`;
  }

  /** The message that a link speaks of; null when it is none of ours, has ended or was revoked. */
  async read(token: string): Promise<LinkedMessage | null> {
    const parts = /^(\d{1,9})\.([0-9a-z]{1,10})\.([0-9a-f]{32})\.([\w-]{43})$/.exec(token);
    const [, key = '', expiry = '', message = '', signature = ''] = parts ?? [];
    if (!parts || !this.isSigned(`${key}.${expiry}.${message}`, signature)) return null;
    if (Number.parseInt(expiry, RADIX) * 1000 < this.clock.now().getTime()) return null;
    return this.db.row<LinkedMessage>(
      `SELECT n.id, n.account_id AS "accountId", a.unit_id AS "unitId", n.kind, n.link, n.call_id AS "callId"
       FROM notifications n JOIN accounts a ON a.id = n.account_id AND a.active
         JOIN link_keys k ON k.id = $2::int AND k.revoked_at IS NULL WHERE n.id = $1::uuid`,
      [message, key],
    );
  }

  /** Ends every link that was sent so far. */
  async revoke(by: string): Promise<void> {
    const now = this.clock.now();
    await this.db.write('UPDATE link_keys SET revoked_at = $1, revoked_by = $2 WHERE revoked_at IS NULL', [now, by]);
    await this.db.rows('INSERT INTO link_keys (made_at) VALUES ($1)', [now]);
  }

  private isSigned(said: string, signature: string): boolean {
    const given = Buffer.from(signature, 'base64url');
    return this.secrets
      .hashes(said, PURPOSE)
      .some((right) => right.length === given.length && timingSafeEqual(right, given));
  }
}
