import { BouncesJobs } from '../../src/modules/notifications/bounces.jobs.js';
import { startApp, type TestApp } from '../support/app.js';
import { reportOf } from '../support/bounces.js';
import { build, unitId } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { startImap, type TestImap } from '../support/imap.js';
import { startSmtp, type TakenMail, type TestSmtp } from '../support/smtp.js';
import { until } from '../support/until.js';

/** Mail that comes back, through a real mail server, a real mailbox and two workers. */
describe('mail that comes back', () => {
  let smtp: TestSmtp;
  let imap: TestImap;
  let zalo: TestGateway;
  let app: TestApp;
  let second: TestApp;

  beforeAll(async () => {
    [smtp, imap, zalo] = await Promise.all([startSmtp(), startImap(), startGateway()]);
    const settings = {
      smtpUrl: smtp.url,
      bounceAddress: 'thu-tra-lai@dinhlap.example',
      bounceImapUrl: imap.url,
      zalo: {
        url: zalo.url,
        method: 'POST',
        headers: {},
        body: '{"to":"{{to}}","text":"{{text}}"}',
        token: undefined,
        idPointer: '/id',
        accepted: undefined,
        timeoutMs: 5_000,
        plain: false,
      },
    };
    app = await startApp({ worker: true, settings });
    second = await startApp({ worker: true, settings, beside: app });
    await quiet();
  });
  afterAll(async () => {
    await second.stop();
    await app.stop();
    await Promise.all([smtp, imap, zalo].map((server) => server.stop()));
  });

  const quiet = (): Promise<void> =>
    until('all that is due has gone', async () => {
      const due = await app.database.value<number>(
        `SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM reminders WHERE state = 'planned' AND due_at <= $1)
           + (SELECT count(*) FROM reminder_recipients WHERE state = 'waiting' AND not_before <= $1)`,
        [app.clock.now()],
      );
      return due === 0;
    });
  /** Reads the mailbox now, as every worker does by itself. */
  const read = async (...readers: TestApp[]): Promise<void> => {
    await Promise.all(readers.map(({ app: nest }) => nest.get(BouncesJobs, { strict: false }).receive()));
    await quiet();
  };
  const accountId = (username: string): Promise<string> =>
    app.database.value('SELECT id FROM accounts WHERE username = $1', [username]);
  const setContact = async (username: string, contact: Body): Promise<Body> =>
    ok(await (await app.as('board')).put(`/accounts/${await accountId(username)}/contact`, contact));
  /** Calls a commune; the mail that went to it, and its class. */
  const call = async (unit: string): Promise<TakenMail & { code: string }> => {
    const { code } = await build.openCourse(app, { unitIds: [await unitId(app, unit)] });
    await until('the mail has gone', () => smtp.mails.some(({ subject }) => subject?.includes(code)));
    await quiet();
    return { ...smtp.taken.find(({ mail }) => mail.subject?.includes(code))!, code };
  };
  const lines = async (code: string): Promise<Body[]> =>
    ok(await (await app.as('board')).get('/deliveries?page[size]=500'))
      .items.filter(({ subject }: Body) => subject.includes(code))
      .reverse();

  test('each mail asks for reports to an address of its own, which nobody else can make', async () => {
    const [one, other] = [await call('BIX'), await call('BIX')];
    expect(one.from).toMatch(/^thu-tra-lai\+[a-z2-7]{42}@dinhlap\.example$/);
    expect(other.from).not.toBe(one.from);
    expect(one.dsn).toEqual({ ret: 'HDRS', notify: ['FAILURE', 'DELAY'] });
    // The letter itself still comes from whom it is from.
    expect(one.mail.from?.value[0]?.address).toBe('hong-chuyen@localhost');

    // The id of one mail with the signature of another.
    const forged = one.from.replace(/\+(.{26}).{16}@/, `+$1${other.from.slice(38, 54)}@`);
    expect(forged).toHaveLength(one.from.length);
    for (const to of [forged, 'thu-tra-lai@dinhlap.example'])
      await imap.deliver(reportOf({ to, status: '5.1.1', said: '550 5.1.1 no such user' }));
    await imap.deliver(`From: ai-do@xa.example\nTo: ${one.from}\nSubject: Tôi đi công tác\n\nTuần sau tôi trả lời.\n`);
    await read(app);
    expect(await imap.counts()).toEqual({ seen: 3, unseen: 0 });
    expect(await lines(one.code)).toMatchObject([{ state: 'sent', report: null }]);
  });

  test('a report of an address that does not exist fails the mail once, marks the address and lets the next channel go', async () => {
    await setContact('xa-km', { phone: '0912 000 111' });
    const { from, code } = await call('KM');
    const report = reportOf({
      to: from.toUpperCase(),
      status: '5.1.1',
      said: '550 5.1.1 <xa-km@dinhlap.example> unknown',
    });
    await imap.deliver(report);
    await imap.deliver(report);
    const before = zalo.requests.length;
    await read(app, second);
    await imap.deliver(report);
    await read(app, second);
    expect(zalo.requests.length - before).toBe(1);
    expect(await lines(code)).toMatchObject([
      {
        channel: 'email',
        state: 'failed',
        because: 'bounced',
        takenOverBy: 'zalo',
        report: { outcome: 'failed', why: 'no-mailbox' },
        error: expect.stringContaining('unknown'),
      },
      { channel: 'zalo', state: 'sent', insteadOf: 'email', insteadBecause: 'bounced' },
    ]);
    expect((await imap.counts()).unseen).toBe(0);

    const board = await app.as('board');
    expect(ok(await board.get(`/accounts/${await accountId('xa-km')}/contact`))).toMatchObject({
      bounce: { why: 'no-mailbox', reason: expect.stringContaining('unknown') },
    });
    const bounced = async (who: string): Promise<Body[]> =>
      ok(await (await app.as(who)).get('/deliveries/bounced')).items;
    expect(await bounced('board')).toMatchObject([
      { address: 'xa-km@dinhlap.example', why: 'no-mailbox', holders: [{ username: 'xa-km' }] },
    ]);
    // The next message does not try that address again, until somebody says it anew.
    const next = await build.openCourse(app, { unitIds: [await unitId(app, 'KM')] });
    await quiet();
    expect(await lines(next.code)).toMatchObject([{ channel: 'zalo', insteadBecause: 'bounced' }]);
    expect(await setContact('xa-km', { email: 'xa-km@dinhlap.example' })).toMatchObject({ bounce: null });
    expect(await bounced('board')).toEqual([]);
    expect((await call('KM')).mail.subject).toBeDefined();
  });

  test('a full mailbox fails the mail and not the address; a late mail is told and goes on', async () => {
    await setContact('xa-dl', { phone: '0912000222' });
    const full = await call('DL');
    await imap.deliver(reportOf({ to: full.from, status: '5.2.2', said: '552 5.2.2 mailbox full', id: null }));
    const late = await call('CS');
    await imap.deliver(reportOf({ to: late.from, status: '4.4.1', action: 'delayed', said: 'connection timed out' }));
    await read(app);
    expect(await lines(full.code)).toMatchObject([
      { channel: 'email', state: 'failed', because: 'refused', report: { why: 'full' } },
      { channel: 'zalo', state: 'sent' },
    ]);
    expect(ok(await (await app.as('xa-dl')).get('/inbox/preferences')).contact.bounce).toBeNull();
    expect(await lines(late.code)).toMatchObject([
      { state: 'sent', because: null, report: { outcome: 'delayed', why: 'unreachable' } },
    ]);
  });

  test('a report is marked as seen once what it says is kept; one that cannot be kept waits and holds up no other', async () => {
    const [first, second] = [await call('BX'), await call('CL')];
    await imap.deliver(reportOf({ to: first.from, status: '5.2.2', said: '552 full', id: 'stuck' }));
    await imap.deliver(reportOf({ to: second.from, status: '5.2.2', said: '552 full', id: 'free' }));
    await app.database.rows(
      `ALTER TABLE bounce_reports ADD CONSTRAINT report_is_not_stuck CHECK (message_id NOT LIKE '%stuck%') NOT VALID`,
    );
    await read(app);
    const stateOf = async ({ code }: { code: string }): Promise<string> => (await lines(code))[0]?.state;
    expect([await stateOf(first), await stateOf(second), (await imap.counts()).unseen]).toEqual(['sent', 'failed', 1]);
    await app.database.rows('ALTER TABLE bounce_reports DROP CONSTRAINT report_is_not_stuck');
    await read(app);
    expect([await stateOf(first), (await imap.counts()).unseen]).toEqual(['failed', 0]);
  });

  test('mail to the office of a unit bounces too, and its page says so', async () => {
    const office = { email: 'vp.bl@dinhlap.example', phone: null, calls: ['email'], requests: [], news: [] };
    const at = `/units/${await unitId(app, 'BL')}/contact`;
    const board = await app.as('board');
    ok(await board.put(at, office));
    const { code } = await build.openCourse(app, { unitIds: [await unitId(app, 'BL')] });
    await quiet();
    const copy = smtp.taken.find(({ mail }) => (mail.to as { text: string }).text === office.email)!;
    await imap.deliver(reportOf({ to: copy.from, status: '5.1.10', said: '556 5.1.10 recipient has null MX' }));
    await read(app);
    expect(ok(await board.get(at))).toMatchObject({ bounce: { why: 'no-domain' } });
    expect(ok(await board.get('/deliveries/bounced')).items).toMatchObject([
      { address: office.email, holders: [{ accountId: null, name: 'Xã Bắc Lãng' }] },
    ]);
    expect((await lines(code)).map(({ office: unit, state }: Body) => [unit, state]).sort()).toEqual([
      [null, 'sent'],
      ['Xã Bắc Lãng', 'failed'],
    ]);
  });

  test('what the server refuses at the door for its address marks the address at once', async () => {
    smtp.refuse(1, 550, '5.1.1 no such user here');
    const { code } = await build.openCourse(app, { unitIds: [await unitId(app, 'TB')] });
    await until('it is refused', async () => (await lines(code))[0]?.state === 'failed');
    expect((await lines(code))[0]).toMatchObject({ because: 'bounced' });
    expect(ok(await (await app.as('xa-tb')).get('/inbox/preferences')).contact.bounce).toMatchObject({
      why: 'no-mailbox',
    });
  });

  test('a mailbox that cannot be read is told on the page of channels; its reports wait', async () => {
    const board = await app.as('board');
    expect(ok(await board.get('/channels')).mailbox).toMatchObject({ connected: true, failedAt: null, error: null });
    const bounceImapUrl = imap.url.replace(/:[^:@]+@/, ':wrong@');
    const other = await startApp({
      settings: { bounceAddress: 'thu-tra-lai@dinhlap.example', bounceImapUrl },
      beside: app,
    });
    await expect(other.app.get(BouncesJobs, { strict: false }).receive()).rejects.toThrow();
    const { mailbox } = ok(await board.get('/channels'));
    expect(mailbox).toMatchObject({ connected: true, failedAt: expect.any(String), error: expect.any(String) });
    expect(mailbox.error).not.toContain('wrong');
    await other.stop();
    await read(app);
    expect(ok(await board.get('/channels')).mailbox).toMatchObject({ failedAt: null, error: null });
  });
});
