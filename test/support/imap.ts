import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ImapFlow } from 'imapflow';
import { freePort } from './redis.js';
import { until } from './until.js';

/** A mailbox on a real IMAP server. */
export interface TestImap {
  /** Address with name and password. */
  readonly url: string;
  /** Puts a mail into it, as if it had just come. */
  deliver(mail: string): Promise<void>;
  /** How many of its mails were seen, and how many not. */
  counts(): Promise<{ seen: number; unseen: number }>;
  stop(): Promise<void>;
}

const USER = 'thu-tra-lai';
const PASSWORD = 'bí-mật/1';
/** Dovecot serves no mail as root: started by root it becomes nobody. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

/** Starts Dovecot on a free port. @throws Error that says how to install it. */
export async function startImap(): Promise<TestImap> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hong-chuyen-imap-'));
  const port = await freePort();
  writeConfig(folder, port);
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawn('dovecot', ['-F', '-c', path.join(folder, 'dovecot.conf')], { stdio: 'ignore', ...owner });
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const within = async <T>(act: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const auth = { user: USER, pass: PASSWORD };
    const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await act(client);
    } finally {
      await client.logout();
    }
  };
  await until('Dovecot answers', async () => {
    if (failure) throw new Error(`These tests need Dovecot: apt-get install -y dovecot-imapd (${failure.message})`);
    return within(() => Promise.resolve(true)).catch(() => false);
  });
  return {
    url: `imap://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/INBOX`,
    deliver: (mail) => within(async (client) => void (await client.append('INBOX', mail.replace(/\r?\n/g, '\r\n')))),
    counts: () =>
      within(async (client) => {
        const status = await client.status('INBOX', { messages: true, unseen: true });
        const { messages = 0, unseen = 0 } = status || {};
        return { seen: messages - unseen, unseen };
      }),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeConfig(folder: string, port: number): void {
  const { username } = isRoot ? { username: 'nobody' } : os.userInfo();
  const lines = [
    ...['run', 'state', 'mail'].map((name) => {
      fs.mkdirSync(path.join(folder, name));
      if (isRoot) fs.chownSync(path.join(folder, name), NOBODY, NOBODY);
      return '';
    }),
    `base_dir = ${folder}/run`,
    `state_dir = ${folder}/state`,
    `log_path = ${folder}/run/log`,
    `mail_location = maildir:${folder}/mail`,
    'protocols = imap',
    'listen = 127.0.0.1',
    'ssl = no',
    'disable_plaintext_auth = no',
    'auth_failure_delay = 0',
    `default_internal_user = ${username}`,
    `default_login_user = ${username}`,
    ...(isRoot ? ['default_internal_group = nogroup'] : []),
    'first_valid_uid = 1',
    `passdb {\n driver = static\n args = password=${PASSWORD}\n}`,
    `userdb {\n driver = static\n args = uid=${isRoot ? NOBODY : process.getuid?.()} gid=${isRoot ? NOBODY : process.getgid?.()} home=${folder}/mail\n}`,
    `service imap-login {\n chroot =\n inet_listener imap {\n  port = ${port}\n }\n inet_listener imaps {\n  port = 0\n }\n}`,
    'service anvil {\n chroot =\n}',
  ];
  fs.writeFileSync(path.join(folder, 'dovecot.conf'), lines.join('\n') + '\n');
  if (isRoot) fs.chownSync(folder, NOBODY, NOBODY);
}
