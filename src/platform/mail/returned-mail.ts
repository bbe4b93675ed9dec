import { createHash } from 'node:crypto';
import { type Headers, simpleParser } from 'mailparser';

/** A mail that came to the address for reports. */
export interface ReturnedMail {
  /** Message-ID, or a hash of what has none: the same for the same mail. */
  readonly id: string;
  /** Addresses it came to, as far as its headers tell. */
  readonly addresses: readonly string[];
  /** What a mail server wrote about delivery (RFC 3464); null in a mail that is no such report. */
  readonly deliveryStatus: string | null;
}

/** Where mail systems write whom a mail came to. */
const ADDRESSED = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-forwarded-to', 'cc'];
const REPORTS = ['message/delivery-status', 'message/global-delivery-status'];

/** Reads a mail as it lies in the mailbox; its end may be cut off, as it quotes the mail it speaks of. */
export async function readReturnedMail(source: Buffer): Promise<ReturnedMail> {
  const mail = await simpleParser(source, { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true });
  const report = mail.attachments.find(({ contentType }) => REPORTS.includes(contentType));
  return {
    id: mail.messageId ?? `sha256:${createHash('sha256').update(source).digest('hex')}`,
    addresses: ADDRESSED.flatMap((name) => textsOf(mail.headers, name)),
    deliveryStatus: report?.content.toString('utf8') ?? null,
  };
}

/** A header as often as it is there: parsed addresses, or plain text. */
function textsOf(headers: Headers, name: string): string[] {
  const value = headers.get(name) as unknown;
  return [value].flat().flatMap((one) => {
    if (typeof one === 'string') return one;
    const text = (one as { text?: unknown } | undefined)?.text;
    return typeof text === 'string' ? text : [];
  });
}
