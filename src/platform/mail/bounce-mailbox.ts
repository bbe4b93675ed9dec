import { Injectable, Logger } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { Settings } from '../config/settings.js';
import { type ReturnedMail, readReturnedMail } from './returned-mail.js';

const CONNECT_LIMIT_MS = 15_000;
const ANSWER_LIMIT_MS = 60_000;
/** Read in one go; the rest follows in the next. */
const MOST_AT_ONCE = 200;
/** A report stands before the mail it quotes, so the beginning is enough. */
const LONGEST = 256 * 1024;
const SECURE_PORT = 993;
const PLAIN_PORT = 143;

/** The mailbox that mail servers report to, over IMAP. */
@Injectable()
export class BounceMailbox {
  private readonly logger = new Logger(BounceMailbox.name);

  constructor(private readonly settings: Settings) {}

  get connected(): boolean {
    return this.settings.bounceImapUrl !== undefined;
  }

  /**
   * Hands over each mail that nobody has seen yet, the oldest first, and marks it seen once `take` has come back: by then
   * what it said is committed. A mail that `take` throws at stays as it was, for the next time.
   * @returns how many were taken. @throws Error in words when the mailbox cannot be read.
   */
  async readNew(take: (mail: ReturnedMail) => Promise<void>): Promise<number> {
    const { bounceImapUrl } = this.settings;
    if (bounceImapUrl === undefined) return 0;
    const { client, folder } = await clientOf(bounceImapUrl);
    // Said again by whatever was asked for meanwhile.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.mailboxOpen(folder);
      return await this.takeAll(client, take);
    } catch (error) {
      throw new Error(wordsOf(error), { cause: error });
    } finally {
      await client.logout().catch(() => {
        client.close();
      });
    }
  }

  private async takeAll(client: ImapFlow, take: (mail: ReturnedMail) => Promise<void>): Promise<number> {
    const found = await client.search({ seen: false }, { uid: true });
    const uids = Array.isArray(found) ? found.slice(0, MOST_AT_ONCE) : [];
    let taken = 0;
    for (const uid of uids) {
      const mail = await client.fetchOne(String(uid), { source: { start: 0, maxLength: LONGEST } }, { uid: true });
      if (!mail || !mail.source) continue;
      if (!(await this.takeOne(uid, mail.source, take))) continue;
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      taken++;
    }
    return taken;
  }

  /** One that cannot be taken does not keep the others waiting. */
  private async takeOne(uid: number, source: Buffer, take: (mail: ReturnedMail) => Promise<void>): Promise<boolean> {
    try {
      await take(await readReturnedMail(source));
      return true;
    } catch (error) {
      this.logger.warn({ uid, error: error instanceof Error ? error.message : String(error) }, 'Report not taken');
      return false;
    }
  }
}

/** A client for the address of the settings, and the folder to read. Brought only where there is a mailbox: it is large. */
async function clientOf(address: string): Promise<{ client: ImapFlow; folder: string }> {
  const { ImapFlow } = await import('imapflow');
  const { protocol, hostname, port, username, password, pathname } = new URL(address);
  const secure = protocol === 'imaps:';
  const client = new ImapFlow({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? SECURE_PORT : PLAIN_PORT) : Number(port),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_LIMIT_MS,
    greetingTimeout: CONNECT_LIMIT_MS,
    socketTimeout: ANSWER_LIMIT_MS,
  });
  return { client, folder: decodeURIComponent(pathname.slice(1)) || 'INBOX' };
}

/** What went wrong: the server's own words say more than "Command failed". */
function wordsOf(error: unknown): string {
  const { message, responseText, code } = error as Error & { responseText?: string; code?: string };
  return [code, responseText ?? message].filter(Boolean).join(': ');
}
