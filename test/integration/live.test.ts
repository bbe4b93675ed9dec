import { LiveHub, MOST_PER_ACCOUNT } from '../../src/platform/live/live-hub.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, officialsOf } from '../support/build.js';
import { clientOf, logIn, ok } from '../support/client.js';
import { until } from '../support/until.js';

/** Two processes on one database: what happens in one is heard in the other. */
let app: TestApp;
let other: TestApp;
beforeAll(async () => {
  app = await startApp();
  other = await startApp({ beside: app });
});
afterAll(async () => {
  await other.stop();
  await app.stop();
});

/** Somebody who listens, and what they have heard so far, word by word. */
interface Listener {
  readonly status: number;
  readonly headers: Headers;
  heard(): string;
  topics(): string[];
  ended(): boolean;
  leave(): void;
}

const cookies = new Map<string, string>();
async function cookieOf(username: string): Promise<string> {
  const known = cookies.get(username);
  if (known) return known;
  const { headers } = await clientOf(app.url).post('/auth/login', { username, password: 'hong-chuyen-demo' });
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  cookies.set(username, cookie);
  return cookie;
}

async function listen(at: TestApp, cookie: string): Promise<Listener> {
  const stop = new AbortController();
  const response = await fetch(`${at.url}/api/v1/live`, { headers: { cookie }, signal: stop.signal });
  let text = '';
  let ended = false;
  void (async () => {
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>)
      text += Buffer.from(piece).toString();
    ended = true;
  })().catch(() => undefined);
  if (response.status === 200) await until('the line is open', () => text.includes('event: open'));
  return {
    status: response.status,
    headers: response.headers,
    heard: () => text,
    topics: () => [...text.matchAll(/"topic":"([^"]+)"/g)].map(([, topic]) => topic ?? ''),
    ended: () => ended,
    leave: () => {
      stop.abort();
    },
  };
}

test('a list sent in one process is heard in the other, by those above the unit and by nobody beside it', async () => {
  const [board, leader, bix, km] = await Promise.all(
    ['board', 'leader', 'xa-bix', 'xa-km'].map(async (username) => listen(other, await cookieOf(username))),
  );
  const { id: courseId } = await build.openCourse(app);
  const people = (await officialsOf(app, 'BIX')).slice(0, 3);
  const sent = ok(await (await app.as('xa-bix')).post('/nominations', { courseId, officialIds: people }));
  const made: string[] = sent.items.map(({ nominationId }: { nominationId: string }) => nominationId);

  for (const listener of [board, leader, bix]) {
    await until('the nominations are heard', () => made.every((id) => listener?.heard().includes(id)));
  }
  // The counters of the class concern everybody below its holder; who goes does not.
  await until('the class is heard', () => km?.heard().includes(courseId) === true);
  expect(km?.topics()).not.toContain('nomination');
  expect(km?.heard()).not.toContain(made[0]);
  // Never data: kinds and ids only.
  for (const [, data] of (board?.heard() ?? '').matchAll(/event: change\ndata: (.*)\n/g))
    expect(Object.keys(JSON.parse(data ?? '{}') as object).sort()).toEqual(['ids', 'topic']);
  expect(board?.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(board?.headers.get('x-accel-buffering')).toBe('no');
  expect(board?.headers.get('cache-control')).toContain('no-transform');
  for (const listener of [board, leader, bix, km]) listener?.leave();
});

test('decisions, answers and messages are heard; the messages by their reader alone', async () => {
  const { id: courseId } = await build.openCourse(app);
  const [person] = await officialsOf(app, 'KM');
  const sent = ok(await (await app.as('xa-km')).post('/nominations', { courseId, officialIds: [person] }));
  const { nominationId } = sent.items[0];
  const [km, bix, board] = await Promise.all(
    ['xa-km', 'xa-bix', 'board'].map(async (username) => listen(other, await cookieOf(username))),
  );
  ok(await (await app.as('board')).post(`/nominations/${nominationId}/approve`, {}));
  await until('the unit hears the decision', () => km?.heard().includes(nominationId) === true);
  expect(bix?.heard()).not.toContain(nominationId);

  const callId = await callOf(app, courseId, 'BIX');
  ok(await (await app.as('xa-bix')).post(`/calls/${callId}/decline`, { reason: 'Không có người' }));
  await until('the board hears the answer', () => board?.heard().includes(courseId) === true);

  ok(await (await app.as('xa-bix')).post('/inbox/read-all'));
  await until('other windows of the reader hear it', () => bix?.topics().includes('notification') === true);
  expect(km?.topics()).not.toContain('notification');
  for (const listener of [km, bix, board]) listener?.leave();
});

test('what is rolled back is never heard', async () => {
  const board = await listen(app, await cookieOf('board'));
  const { id: courseId } = await build.openCourse(app);
  await until('the class is heard', () => board.heard().includes(courseId));
  const before = board.heard().length;
  // Refused after the claim: the whole list is undone.
  const people = (await officialsOf(app, 'BIX')).slice(0, 8);
  await app.database.rows(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'refused'; END $$`);
  await app.database.rows(
    `CREATE TRIGGER refuse AFTER INSERT ON audit_entries FOR EACH ROW WHEN (NEW.action = 'course.nominated') EXECUTE FUNCTION refuse()`,
  );
  const { status } = await (await app.as('xa-bix')).post('/nominations', { courseId, officialIds: people });
  await app.database.rows('DROP TRIGGER refuse ON audit_entries; DROP FUNCTION refuse()');
  expect(status).toBe(500);
  ok(await (await app.as('board')).post('/inbox/read-all'));
  await until('a later thing is heard', () => board.topics().includes('notification'));
  expect(board.heard().slice(before)).not.toContain('nomination');
  board.leave();
});

test('the line ends when its session does, in whatever process', async () => {
  const session = await logIn(app.url, 'xa-bix');
  const { headers } = await clientOf(app.url).post('/auth/login', {
    username: 'xa-bix',
    password: 'hong-chuyen-demo',
  });
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const listener = await listen(other, cookie);
  const stays = await listen(other, await cookieOf('xa-bix'));
  ok(await clientOf(app.url, { cookie }).post('/auth/logout'));
  await until('the line ends', () => listener.ended());
  expect(listener.heard()).toContain('event: ended');
  expect(stays.ended()).toBe(false);
  expect((await session.get('/auth/me')).status).toBe(200);
  expect((await listen(other, cookie)).status).toBe(401);
  stays.leave();
});

test('a broken line is taken up again, and the readers are told that they may have missed something', async () => {
  const board = await listen(other, await cookieOf('board'));
  await app.database.rows(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hong-chuyen live' AND datname = current_database()`,
  );
  await until('it says so', () => board.heard().includes('event: missed'));
  const { id } = await build.openCourse(app);
  await until('it hears again', () => board.heard().includes(id));
  board.leave();
});

test('an account holds so many lines and no more, and one that leaves makes room', async () => {
  const cookie = await cookieOf('leader');
  const hub = app.app.get(LiveHub);
  const listeners = await Promise.all(Array.from({ length: MOST_PER_ACCOUNT }, () => listen(app, cookie)));
  const oneMore = await listen(app, cookie);
  expect(oneMore.status).toBe(429);
  expect(Math.max(...hub.counts.values())).toBe(MOST_PER_ACCOUNT);
  await hub.beat();
  await until('comments keep the line awake', () => listeners.every((each) => each.heard().includes('\n: \n')));
  listeners[0]?.leave();
  await until('the hub has noticed', () => Math.max(...hub.counts.values()) === MOST_PER_ACCOUNT - 1);
  const again = await listen(app, cookie);
  expect(again.status).toBe(200);
  for (const listener of [...listeners, again]) listener.leave();
  await until('they are forgotten', () => ![...hub.counts.values()].includes(MOST_PER_ACCOUNT));
});
