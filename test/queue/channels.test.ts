import ece from 'http_ece';
import { createECDH, randomBytes } from 'node:crypto';
import webpush from 'web-push';
import type { GatewaySettings } from '../../src/platform/gateway/gateway-settings.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, unitId } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import { type GatewayAnswer, startGateway, type TestGateway } from '../support/gateway.js';
import type { TestRedis } from '../support/redis.js';
import { startSmtp, type TestSmtp } from '../support/smtp.js';
import { until } from '../support/until.js';
import { BACKENDS } from './backends.js';

const gateway = (url: string): GatewaySettings => ({
  url,
  method: 'POST',
  headers: {},
  body: '{"to":"{{to}}","text":"{{text}}","id":"{{id}}"}',
  token: undefined,
  idPointer: '/id',
  accepted: undefined,
  timeoutMs: 5_000,
  plain: false,
});

/** A device as a browser makes it, and what it reads. */
function newDevice(base: string) {
  const ecdh = createECDH('prime256v1');
  const publicKey = ecdh.generateKeys();
  const auth = randomBytes(16);
  return {
    subscription: {
      endpoint: `${base}/${randomBytes(8).toString('hex')}`,
      keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
      device: 'Chrome, Linux',
    },
    read: (body: Buffer): Body =>
      JSON.parse(
        ece
          .decrypt(body, { version: 'aes128gcm', privateKey: ecdh, authSecret: auth.toString('base64url') })
          .toString(),
      ),
  };
}

describe.each(BACKENDS)('channels, with the queue in $name', ({ name, start }) => {
  let redis: TestRedis | undefined;
  let smtp: TestSmtp;
  let sms: TestGateway;
  let zalo: TestGateway;
  let push: TestGateway;
  let app: TestApp;
  let second: TestApp;

  beforeAll(async () => {
    redis = await start();
    [smtp, sms, zalo, push] = await Promise.all([startSmtp(), startGateway(), startGateway(), startGateway()]);
    const settings = {
      redisUrl: redis?.url,
      smtpUrl: smtp.url,
      sms: gateway(sms.url),
      zalo: gateway(zalo.url),
      vapid: { ...webpush.generateVAPIDKeys(), subject: 'mailto:van-thu@dinhlap.example' },
      pushHosts: ['127.0.0.1'],
    };
    app = await startApp({ worker: true, settings });
    second = await startApp({ worker: true, settings, beside: app });
    await quiet();
  });
  afterAll(async () => {
    await second.stop();
    await app.stop();
    await Promise.all([smtp, sms, zalo, push].map((server) => server.stop()));
    await redis?.stop();
  });

  /** Nothing is promised, and nothing is due, any more. */
  const quiet = (): Promise<void> =>
    until('all that is due has gone', async () => {
      const due = await app.database.value<number>(
        `SELECT (SELECT count(*) FROM outbox)
           + (SELECT count(*) FROM reminders WHERE state = 'planned' AND due_at <= $1)
           + (SELECT count(*) FROM reminder_recipients WHERE state = 'waiting' AND not_before <= $1)`,
        [app.clock.now()],
      );
      return due === 0;
    });
  const accountId = (username: string): Promise<string> =>
    app.database.value('SELECT id FROM accounts WHERE username = $1', [username]);
  const setContact = async (username: string, contact: Body): Promise<Body> =>
    ok(await (await app.as('board')).put(`/accounts/${await accountId(username)}/contact`, contact));
  const call = async (...codes: string[]): Promise<string> => {
    const unitIds = await Promise.all(codes.map((code) => unitId(app, code)));
    const { code } = await build.openCourse(app, { unitIds });
    return code;
  };
  /** What went out about a class, by its lines as the board sees them. */
  const lines = async (code: string): Promise<Body[]> => {
    await quiet();
    const { items } = ok(await (await app.as('board')).get('/deliveries?page[size]=500'));
    return items.filter(({ subject }: Body) => subject.includes(code)).reverse();
  };
  /** What does not depend on where the queue lives is asked once. */
  const once = name === 'PostgreSQL' ? test : () => undefined;
  const answering =
    (status: number, body = '{"error":"no"}', headers = {}) =>
    (): GatewayAnswer => ({ status, body, headers });
  const taking = (_: unknown, n: number): GatewayAnswer => ({ status: 200, body: JSON.stringify({ id: `m-${n}` }) });

  test('what one channel refuses goes by the next of the order, once each, and its line says so', async () => {
    expect(await setContact('xa-bix', { phone: '0912 345 678' })).toMatchObject({ phone: '••• 678' });
    smtp.refuse(1, 550);
    zalo.answer(answering(400, '{"error":"0912345678 has no Zalo"}'));
    const code = await call('BIX');
    const found = await lines(code);
    expect(
      found.map(({ channel, state, because, insteadOf, takenOverBy }: Body) => [
        channel,
        state,
        because,
        insteadOf,
        takenOverBy,
      ]),
    ).toEqual([
      ['email', 'failed', 'refused', null, 'zalo'],
      ['zalo', 'failed', 'refused', 'email', 'sms'],
      ['sms', 'sent', null, 'zalo', null],
    ]);
    const sent = sms.requests.map(({ body }) => JSON.parse(body.toString()));
    expect(sent).toEqual([
      {
        to: '+84912345678',
        text: `Lớp ${code} nhận danh sách đến 15/04/2026. Mời Xã Bính Xá cử người.`,
        id: found[2].id,
      },
    ]);
    // The number lies nowhere in the open.
    const dump = await app.database.value<string>(
      `SELECT string_agg(t::text, ' ') FROM (SELECT d::text AS t FROM deliveries d UNION ALL SELECT o::text FROM outbox o UNION ALL SELECT a::text FROM audit_entries a) x`,
    );
    expect(dump).not.toContain('912345678');
    zalo.answer(taking);
  });

  once('whoever has no address, or one whose mail came back, is reached by the next channel at once', async () => {
    await setContact('xa-km', { email: null, phone: '+84 912 000 111' });
    await app.database.rows(
      `INSERT INTO bounced_addresses VALUES ('xa-dl@dinhlap.example', '550 no such user', now())`,
    );
    await setContact('xa-dl', { phone: '0912000222' });
    const found = await lines(await call('KM', 'DL'));
    expect(
      found.map(({ channel, insteadOf, insteadBecause, to }: Body) => [channel, insteadOf, insteadBecause, to]).sort(),
    ).toEqual([
      ['zalo', 'email', 'bounced', '••• 222'],
      ['zalo', 'email', 'no-address', '••• 111'],
    ]);
    // The same address said again counts as good.
    expect(await setContact('xa-dl', { email: 'xa-dl@dinhlap.example' })).toMatchObject({ bounce: null });
  });

  once('each is told by what they chose; an office gets one copy, whoever of it is told', async () => {
    const committee = await app.as('xa-cs');
    await app.database.rows(
      `INSERT INTO accounts SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'username', 'xa-cs-2', 'email', null))).* FROM accounts a WHERE username = 'xa-cs'`,
    );
    await setContact('xa-cs', { phone: '0912000333' });
    const { order } = ok(await committee.get('/inbox/preferences'));
    ok(await committee.put('/inbox/preferences', { calls: ['sms'], requests: ['email'], news: [], order }));
    const office = { email: 'vanphong.cs@dinhlap.example', phone: null, calls: ['email'], requests: [], news: [] };
    const at = `/units/${await unitId(app, 'CS')}/contact`;
    expect(ok(await committee.put(at, office))).toMatchObject({ version: 1, phone: null });
    expect((await committee.put(at, office, { 'if-match': '"0"' })).status).toBe(412);
    expect((await (await app.as('xa-km')).get(at)).status).toBe(404);
    const found = await lines(await call('CS'));
    expect(found.map(({ channel, to, office: unit }: Body) => [channel, to, unit])).toEqual(
      expect.arrayContaining([
        ['sms', '••• 333', null],
        ['email', 'vanphong.cs@dinhlap.example', 'Xã Châu Sơn'],
      ]),
    );
    expect(found).toHaveLength(2);
    expect(
      (await committee.put('/inbox/preferences', { calls: [], requests: ['email'], news: [], order })).status,
    ).toBe(422);
    expect((await committee.put('/inbox/contact', { phone: '12' })).body.errors).toMatchObject([
      { path: 'phone', rule: 'isPhone' },
    ]);
  });

  once(
    'a policy that names Zalo and SMS sends by both, and not by mail; a unit without a number gets mail',
    async () => {
      const board = await app.as('board');
      const { id } = await build.program(app, 'DTD');
      const at = `/reminder-policies?programId=${id}`;
      const { stages, sendAt, opensAt, closesAt, maxPerDay, version } = ok(await board.get(at));
      const others = stages
        .filter(({ trigger }: Body) => trigger !== 'opening')
        .map(({ key: _, ...stage }: Body) => stage);
      const opening = {
        trigger: 'opening',
        workingDays: 0,
        to: ['unit'],
        channels: ['inbox', 'zalo', 'sms'],
        text: null,
      };
      const policy = { stages: [opening, ...others], sendAt, opensAt, closesAt, maxPerDay };
      ok(await board.put(at, policy, { 'if-match': `"${version}"` }));
      await setContact('xa-nt-tt', { phone: '0912000555' });
      const before = [zalo, sms].map(({ requests }) => requests.length);
      const unitIds = await Promise.all(['NT-TT', 'LC'].map((code) => unitId(app, code)));
      const { code } = await build.openCourse(app, { program: 'DTD', unitIds });
      const found = await lines(code);
      expect(found.map(({ channel, to, state }: Body) => [channel, to, state]).sort()).toEqual([
        ['email', 'xa-lc@dinhlap.example', 'sent'],
        ['sms', '••• 555', 'sent'],
        ['zalo', '••• 555', 'sent'],
      ]);
      expect([zalo, sms].map(({ requests }, n) => requests.length - before[n]!)).toEqual([1, 1]);
      expect(JSON.parse(sms.requests.at(-1)!.body.toString())).toMatchObject({ to: '+84912000555' });
    },
  );

  test('a channel takes no more in a minute than it may, whoever sends; the rest waits and arrives', async () => {
    const board = await app.as('board');
    app.clock.set('2026-03-16T02:00:30Z');
    await quiet();
    expect(ok(await board.put('/channels/email', { perMinute: 2 }))).toMatchObject({ perMinute: 2 });
    const before = smtp.mails.length;
    const code = await call('BL', 'BX', 'CL', 'LC', 'TB');
    await quiet();
    const [email] = ok(await board.get('/channels')).items;
    expect(smtp.mails.length - before).toBe(2);
    expect(email).toMatchObject({ name: 'email', connected: true, waiting: 3, putOff: 3 });
    for (const [minute, arrived] of [
      ['01', 4],
      ['02', 5],
    ] as const) {
      app.clock.set(`2026-03-16T02:${minute}:10Z`);
      await until(`${arrived} have come`, () => smtp.mails.length - before === arrived);
      await quiet();
      expect(smtp.mails.length - before).toBe(arrived);
    }
    expect((await lines(code)).every(({ state }: Body) => state === 'sent')).toBe(true);
    ok(await board.put('/channels/email', { perMinute: null }));
  });

  once('what a gateway has no time for waits as long as it asks', async () => {
    await setContact('xa-dt', { email: null, phone: '0912000444' });
    zalo.answer(answering(429, '{}', { 'retry-after': '120' }));
    app.clock.set('2026-03-16T03:00:00Z');
    const code = await call('DT');
    expect(await lines(code)).toMatchObject([{ state: 'waiting', attempts: 1, notBefore: '2026-03-16T03:02:00.000Z' }]);
    zalo.answer(taking);
    app.clock.set('2026-03-16T03:02:01Z');
    await until('it has gone', async () => (await lines(code))[0]?.state === 'sent');
  });

  once('a device is told what the inbox says, encrypted; one that is gone is forgotten', async () => {
    const own = await app.as('xa-tb');
    const [here, gone] = [newDevice(push.url), newDevice(push.url)];
    expect(ok(await own.get('/inbox/devices'))).toMatchObject({ publicKey: expect.any(String), items: [] });
    for (const { subscription } of [here, gone]) ok(await own.post('/inbox/devices', subscription));
    const elsewhere = { ...here.subscription, endpoint: 'https://push.example/x' };
    expect((await own.post('/inbox/devices', elsewhere)).body.errors).toMatchObject([{ rule: 'pushService' }]);
    push.answer(({ path }) => ({ status: gone.subscription.endpoint.endsWith(path) ? 410 : 201 }));
    const code = await call('TB');
    expect((await lines(code)).map(({ channel, state }: Body) => [channel, state]).sort()).toEqual([
      ['email', 'sent'],
      ['push', 'sent'],
    ]);
    const taken = push.requests.find(({ path }) => here.subscription.endpoint.endsWith(path))!;
    expect(taken.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: String(4 * 86_400),
      authorization: expect.stringMatching(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]{87}$/),
    });
    const [message] = ok(await own.get('/inbox')).items;
    expect(here.read(taken.body)).toEqual({
      id: message.id,
      title: message.title,
      body: message.body,
      link: message.link,
    });
    expect(ok(await own.get('/inbox/devices')).items.map(({ endpoint }: Body) => endpoint)).toEqual([
      here.subscription.endpoint,
    ]);
  });
});
