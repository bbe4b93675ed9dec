import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Settings } from '../config/settings.js';
import { BounceAddress } from './bounce-address.js';

/** One message to one address. */
export interface Mail {
  /** Stable for the same message, so that a mail system recognises a repetition. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Where a mail program says that its reader wants no more of these (RFC 8058). */
  readonly unsubscribe?: string | undefined;
}

const CONNECTIONS = 4;

/** What nobody may change unnoticed; a button to unsubscribe is shown only where both of its headers are signed (RFC 8058). */
const SIGNED = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
];

/** Hands mail to the SMTP server of the settings. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly bounces: BounceAddress,
  ) {}

  /** @returns the Message-ID. @throws Error when there is no server, or it does not take the message. */
  async send({ id, to, subject, text, html, unsubscribe }: Mail): Promise<string> {
    const { smtpUrl, mailFrom, dkim } = this.settings;
    const messageId = messageIdOf(id);
    if (smtpUrl === undefined) throw new Error('No mail server is set');
    this.transport ??= createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: CONNECTIONS,
      ...(dkim && {
        dkim: {
          domainName: dkim.domain,
          keySelector: dkim.selector,
          privateKey: dkim.privateKey,
          headerFieldNames: SIGNED.join(':'),
        },
      }),
    });
    await this.transport.sendMail({
      messageId,
      from: mailFrom,
      to,
      subject,
      text,
      html,
      headers: refusable(unsubscribe),
      ...reportedTo(this.bounces.of(id), to),
    });
    return messageId;
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

const DOMAIN = 'hong-chuyen';

const messageIdOf = (id: string): string => `<${id}@${DOMAIN}>`;

/** Asks the servers on the way to report to an address of this mail's own, and only when something went wrong (RFC 3461). */
const reportedTo = (address: string | undefined, to: string) =>
  address === undefined
    ? {}
    : { envelope: { from: address, to: [to] }, dsn: { ret: 'HDRS', notify: ['FAILURE', 'DELAY'] } };

const refusable = (unsubscribe: string | undefined): Record<string, string> =>
  unsubscribe === undefined
    ? {}
    : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
