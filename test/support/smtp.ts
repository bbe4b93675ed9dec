import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it is given. */
export interface TestSmtp {
  readonly url: string;
  readonly mails: ParsedMail[];
  /** Answers this to the next messages instead of taking them. */
  refuse(times: number, code: number): void;
  stop(): Promise<void>;
}

export async function startSmtp(): Promise<TestSmtp> {
  const mails: ParsedMail[] = [];
  let refusals = { times: 0, code: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        if (refusals.times > 0) {
          refusals.times--;
          done(Object.assign(new Error('not now'), { responseCode: refusals.code }));
          return;
        }
        mails.push(mail);
        done();
      }, done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (times, code) => (refusals = { times, code }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
