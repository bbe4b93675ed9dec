import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it was handed over. */
export interface TakenMail {
  /** Envelope sender: where it is reported to. */
  readonly from: string;
  /** When it is reported, and how much of it goes back (RFC 3461). */
  readonly dsn: { readonly ret: string | null; readonly notify: string[] };
  readonly raw: Buffer;
  readonly mail: ParsedMail;
}

/** A mail server that keeps what it is given. */
export interface TestSmtp {
  readonly url: string;
  readonly mails: ParsedMail[];
  readonly taken: TakenMail[];
  /** Answers this to the next messages instead of taking them. */
  refuse(times: number, code: number, words?: string): void;
  stop(): Promise<void>;
}

export async function startSmtp(): Promise<TestSmtp> {
  const mails: ParsedMail[] = [];
  const taken: TakenMail[] = [];
  let refusals = { times: 0, code: 0, words: '' };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    hideDSN: false,
    onData(stream, { envelope }, done) {
      const keep = async (): Promise<void> => {
        const raw = await buffer(stream);
        if (refusals.times > 0) {
          refusals.times--;
          throw Object.assign(new Error(refusals.words), { responseCode: refusals.code });
        }
        const mail = await simpleParser(raw);
        const { mailFrom, rcptTo, dsn } = envelope as Envelope;
        const notify = rcptTo[0]?.dsn?.notify ?? [];
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          dsn: { ret: dsn?.ret ?? null, notify },
          raw,
          mail,
        });
        mails.push(mail);
      };
      keep().then(() => done(), done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    taken,
    refuse: (times, code, words = 'not now') => (refusals = { times, code, words }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What its types do not know of yet. */
interface Envelope {
  readonly mailFrom: false | { readonly address: string };
  readonly rcptTo: readonly { readonly dsn?: { readonly notify?: string[] } }[];
  readonly dsn?: { readonly ret?: string | null };
}
