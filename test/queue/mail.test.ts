import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, officialsOf, unitId } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import { verifyDkim } from '../support/dkim.js';
import type { TestRedis } from '../support/redis.js';
import { startSmtp, type TestSmtp } from '../support/smtp.js';
import { until } from '../support/until.js';
import { BACKENDS } from './backends.js';

jest.setTimeout(90_000);

describe.each(BACKENDS)('e-mail, with the queue in $name', ({ start }) => {
  let redis: TestRedis | undefined;
  let smtp: TestSmtp;
  let app: TestApp;
  let signer: KeyObject;

  beforeAll(async () => {
    redis = await start();
    smtp = await startSmtp();
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    signer = publicKey;
    app = await startApp({
      worker: true,
      settings: {
        redisUrl: redis?.url,
        smtpUrl: smtp.url,
        publicUrl: 'https://hong-chuyen.example',
        dkim: {
          domain: 'dinhlap.example',
          selector: 'hc2026',
          privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        },
      },
    });
    await until(
      'the mails of the demo have gone',
      async () => (await waiting()) === 0 && (await promised()) === 0,
      60_000,
    );
  });
  afterAll(async () => {
    await app.stop();
    await smtp.stop();
    await redis?.stop();
  });

  const waiting = (): Promise<number> =>
    app.database.value(`SELECT count(*)::int FROM deliveries WHERE state = 'waiting'`);
  const promised = (): Promise<number> => app.database.value('SELECT count(*)::int FROM outbox');
  const call = async (codes: string[]): Promise<Body> =>
    build.openCourse(app, {
      unitIds: await Promise.all(codes.map((code) => unitId(app, code))),
      title: 'Bồi dưỡng đối tượng kết nạp Đảng',
    });
  const about = (code: string) => smtp.mails.filter(({ subject }) => subject?.includes(code));
  const deliveries = async (code: string): Promise<Body[]> =>
    ok(await (await app.as('board')).get('/deliveries?page[size]=500')).items.filter(({ subject }: Body) =>
      subject.includes(code),
    );

  test('each called unit gets one mail, in Vietnamese letter for letter', async () => {
    const { code } = await call(['BIX', 'KM', 'DL', 'CS', 'TB']);
    await until('five mails have come', () => about(code).length >= 5);
    await until('nothing is promised any more', async () => (await promised()) === 0);
    const mails = about(code);
    expect(mails.map(({ to }) => (to as { text: string }).text).sort()).toEqual(
      ['xa-bix', 'xa-cs', 'xa-dl', 'xa-km', 'xa-tb'].map((name) => `${name}@dinhlap.example`),
    );
    for (const mail of mails) {
      expect(mail.subject).toBe(`Mời cử cán bộ học lớp ${code}`);
      expect(mail.from?.text).toContain('Hồng Chuyên');
      expect(mail.text).toContain('Bồi dưỡng đối tượng kết nạp Đảng đang nhận danh sách cử đi học.');
      expect(mail.text).toMatch(/https:\/\/hong-chuyen\.example\/thu\/[\w.-]+/);
    }
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(5);
    expect((await deliveries(code)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
  });

  test('every mail is signed, so that its text and what it says of itself cannot be changed unnoticed', async () => {
    const { code } = await call(['NT-TT']);
    await until('the mail has come', () => about(code).length === 1);
    const { raw, mail } = smtp.taken.find(({ mail: { subject } }) => subject?.includes(code))!;
    expect(verifyDkim(raw, signer)).toEqual({
      domain: 'dinhlap.example',
      selector: 'hc2026',
      signed: expect.arrayContaining(['from', 'to', 'subject', 'message-id']),
      bodyIsWhole: true,
      signatureIsRight: true,
    });
    const changed = (what: RegExp, into: string): Buffer =>
      Buffer.from(raw.toString('latin1').replace(what, into), 'latin1');
    expect(verifyDkim(changed(/^To: .*$/m, 'To: ai-do@xa.example'), signer)).toMatchObject({ signatureIsRight: false });
    expect(verifyDkim(changed(/\r\n\r\n/, '\r\n\r\nx'), signer)).toMatchObject({ bodyIsWhole: false });
    const { publicKey: other } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(verifyDkim(raw, other)).toMatchObject({ signatureIsRight: false });
    expect(mail.headers.has('list-unsubscribe')).toBe(false);
  });

  test('news can be refused by the button of a mail program, which has no account; a call cannot', async () => {
    const { id, code } = await call(['DT']);
    await until('the call has come', () => about(code).length === 1);
    expect(about(code)[0]?.headers.has('list-unsubscribe')).toBe(false);
    expect(about(code)[0]?.headers.has('list-unsubscribe-post')).toBe(false);
    const [own, board, [first, second]] = await Promise.all([app.as('xa-dt'), app.as('board'), officialsOf(app, 'DT')]);
    /** Sends somebody and sends them back: what became of them is news. */
    const news = async (officialId: string | undefined): Promise<void> => {
      const [made] = ok(await own.post('/nominations', { courseId: id, officialIds: [officialId] })).items;
      ok(await board.post(`/nominations/${made.nominationId}/return`, { reason: 'Thiếu hồ sơ' }));
    };
    await news(first);
    await until('the news has come', () => about(code).length === 2);
    const mail = smtp.taken.filter(({ mail: { subject } }) => subject?.includes(code))[1]!;
    expect(mail.raw.toString()).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    const [, address = ''] =
      /^List-Unsubscribe:\s+<https:\/\/hong-chuyen\.example([^>]+)>/m.exec(mail.raw.toString()) ?? [];
    // Both are signed, or a mail program does not believe them (RFC 8058).
    expect(verifyDkim(mail.raw, signer)).toMatchObject({
      signed: expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']),
      signatureIsRight: true,
    });
    // As a mail program sends it: a form, no cookie, no page of ours that it comes from.
    const press = (): Promise<Response> =>
      fetch(`${app.url}${address}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
    expect((await press()).status).toBe(204);
    expect((await press()).status).toBe(204);
    await news(second);
    await until('nothing is promised any more', async () => (await promised()) === 0);
    expect(about(code)).toHaveLength(2);
    // The inbox has it all the same, and calls go on.
    expect(ok(await own.get('/inbox')).items[0].kind ?? '').toMatch(/nomination/);
    const next = await call(['DT']);
    await until('the next call has come', () => about(next.code).length === 1);
  });

  test('a mail the server cannot take just now is sent again, and arrives once', async () => {
    smtp.refuse(2, 451);
    const { code } = await call(['BL']);
    await until('the mail has come after all', async () => (await deliveries(code))[0]?.state === 'sent', 20_000);
    expect(about(code)).toHaveLength(1);
  });

  test('a mail the server refuses for good is not tried again, and the board sees why', async () => {
    smtp.refuse(1, 550);
    const { code } = await call(['BX']);
    await until('the refusal is recorded', async () => (await deliveries(code))[0]?.state === 'failed');
    expect((await deliveries(code))[0]).toMatchObject({
      state: 'failed',
      attempts: 1,
      error: expect.stringContaining('not now'),
    });
    expect(await promised()).toBe(0);
    expect(about(code)).toHaveLength(0);
  });

  test('what the server does not take is seen with the reason in a word, and tried again from the screen', async () => {
    smtp.refuse(1_000, 451);
    const { code } = await call(['CL']);
    const board = await app.as('board');
    const failed = async (): Promise<Body> => ok(await board.get('/queue/failures'));
    await until('the failure is seen', async () => (await failed()).items.length === 1);
    expect((await failed()).items[0]).toMatchObject({
      topic: 'notifications.deliveryDue',
      kind: 'refused',
      deadAt: null,
    });
    await app.database.rows('UPDATE outbox SET dead_at = failed_at WHERE attempts > 0');
    expect(await failed()).toMatchObject({ total: 1, dead: 1 });
    smtp.refuse(0, 451);
    ok(await board.post(`/queue/failures/${(await failed()).items[0].id}/retry`));
    await until('the mail has come after all', () => about(code).length === 1);
    await until('nothing has failed any more', async () => (await failed()).total === 0);
  });

  test('a mail can be answered, acknowledged and refused by its link, which opens no session and can be revoked', async () => {
    const { id, code } = await call(['LC']);
    await until('the mail has come', () => about(code).length === 1);
    const [mail] = about(code);
    const token = /\/thu\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(mail?.text).toContain(`/thu/${token}?lam=khong-co-nguoi`);
    expect(mail?.html).toContain(`href="https://hong-chuyen.example/thu/${token}"`);
    expect(mail?.headers.has('list-unsubscribe')).toBe(false);
    const [own, board] = await Promise.all([app.as('xa-lc'), app.as('board')]);
    const at = `/message-links/${token}`;
    expect((await app.anyone.get(at)).status).toBe(401);
    expect((await (await app.as('xa-km')).get(at)).body.code).toBe('link-ended');
    expect(ok(await own.get(at))).toEqual({ link: `/lop/${id}`, callId: await callOf(app, id, 'LC') });
    // Not the last letter, of which base64 leaves some bits unread.
    const other = at.replace(/.(?=.{5}$)/, (letter) => (letter === 'x' ? 'y' : 'x'));
    expect((await own.get(other)).body.code).toBe('link-ended');
    expect((await app.anyone.post(`${at}/acknowledge`)).status).toBe(204);
    expect(await app.database.value('SELECT count(*)::int FROM notifications WHERE acknowledged_at IS NOT NULL')).toBe(
      1,
    );
    expect((await app.anyone.post(`${at}/unsubscribe`)).status).toBe(204);
    expect(ok(await own.get('/inbox/preferences'))).toMatchObject({ news: ['push'] });
    expect((await board.post('/message-links/revoke')).status).toBe(204);
    expect((await own.get(at)).body.code).toBe('link-ended');
  });
});
