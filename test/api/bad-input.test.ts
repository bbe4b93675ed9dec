import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, officialsOf, unitId } from '../support/build.js';
import { type Answer, type Body, ok } from '../support/client.js';

/** Whatever is sent, the answer is a problem that names the field in the reader's language, and nothing changes. */
let app: TestApp;
/** Ids that the cases speak of. */
const known: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp();
  const open = await build.openCourse(app, { startsOn: '2026-11-02', endsOn: '2026-11-06' });
  const closed = await build.openCourse(app, { startsOn: '2026-12-07', endsOn: '2026-12-11' });
  const board = await app.as('board');
  ok(await board.post(`/courses/${closed.id}/close-nominations`));
  const draft = await build.course(app, { startsOn: '2026-10-05', endsOn: '2026-10-09' });
  const [own = '', other = ''] = await officialsOf(app, 'BIX');
  const [stranger = ''] = await officialsOf(app, 'DL');
  const line = ok(await (await app.as('xa-bix')).post('/nominations', { courseId: open.id, officialIds: [other] }))
    .items[0];
  Object.assign(known, {
    open: open.id,
    closed: closed.id,
    draft: draft.id,
    program: open.programId,
    rationed: (await build.program(app, 'TC')).id,
    own,
    stranger,
    nomination: line.nominationId,
    call: await callOf(app, open.id, 'KM'),
    closedCall: await callOf(app, closed.id, 'KM'),
    bix: await unitId(app, 'BIX'),
    nobody: randomUUID(),
  });
  await app.as('xa-km');
});
afterAll(() => app.stop());

/** Rows of every table of ours, and every counter. */
async function fingerprint(): Promise<object> {
  const tables = await app.database.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
     AND table_name NOT IN ('rate_limits', 'migrations')`,
  );
  const counts = tables
    .map(({ name }) => `SELECT '${name}' AS name, count(*) AS rows FROM ${name}`)
    .join(' UNION ALL ');
  const [row] = await app.database.rows(`SELECT (SELECT jsonb_object_agg(name, rows) FROM (${counts}) counted) AS rows,
    (SELECT jsonb_agg(jsonb_build_array(id, state, deadline, capacity, seats_taken, waitlisted, version) ORDER BY id) FROM courses) AS courses,
    (SELECT jsonb_agg(jsonb_build_array(id, places, taken, version) ORDER BY id) FROM quotas) AS quotas,
    (SELECT jsonb_agg(jsonb_build_array(id, state, place, version) ORDER BY id) FROM nominations) AS nominations,
    (SELECT jsonb_agg(jsonb_build_array(id, answer, deadline) ORDER BY id) FROM unit_calls) AS calls,
    (SELECT jsonb_agg(jsonb_build_array(id, full_name, version) ORDER BY id) FROM officials) AS officials`);
  return row ?? {};
}

interface Case {
  readonly title: string;
  readonly by?: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: () => string;
  readonly body?: () => unknown;
  /** Sent instead of JSON of `body`. */
  readonly raw?: string;
  readonly headers?: Record<string, string>;
  readonly status: number;
  readonly code: string;
  /** `path` and `rule` of each error. */
  readonly errors?: [path: string, rule: string][];
}

const nominate = (officialIds: () => unknown, courseId = () => known.open): Pick<Case, 'path' | 'body' | 'by'> => ({
  by: 'xa-bix',
  path: () => '/nominations',
  body: () => ({ courseId: courseId(), officialIds: officialIds() }),
});
const course = (wrong: object): Pick<Case, 'path' | 'body'> => ({
  path: () => '/courses',
  body: () => ({
    code: 'X-1',
    title: 'Lớp',
    programId: known.program,
    startsOn: '2026-06-01',
    endsOn: '2026-06-05',
    capacity: 10,
    minimum: 0,
    ...wrong,
  }),
});

const CASES: Case[] = [
  {
    title: 'a number where a list belongs',
    ...nominate(() => 7),
    status: 422,
    code: 'invalid-input',
    errors: [['officialIds', 'isArray']],
  },
  {
    title: 'a list of things that are no ids',
    ...nominate(() => ['Nguyễn Văn A']),
    status: 422,
    code: 'invalid-input',
    errors: [['officialIds', 'isUuid']],
  },
  {
    title: 'an empty list',
    ...nominate(() => []),
    status: 422,
    code: 'invalid-input',
    errors: [['officialIds', 'arrayMinSize']],
  },
  {
    title: 'the same person twice in one list',
    ...nominate(() => [known.own, known.own]),
    status: 422,
    code: 'invalid-input',
    errors: [['officialIds', 'arrayUnique']],
  },
  {
    title: 'a list of 201 people',
    ...nominate(() => Array.from({ length: 201 }, () => randomUUID())),
    status: 422,
    code: 'invalid-input',
    errors: [['officialIds', 'arrayMaxSize']],
  },
  {
    title: 'an official who does not exist',
    ...nominate(() => [known.own, known.nobody]),
    status: 404,
    code: 'not-found',
    errors: [['officialIds.1', 'exists']],
  },
  {
    title: "another unit's official",
    ...nominate(() => [known.stranger]),
    status: 404,
    code: 'not-found',
    errors: [['officialIds.0', 'exists']],
  },
  {
    title: 'a class that does not exist',
    ...nominate(
      () => [known.own],
      () => known.nobody,
    ),
    status: 404,
    code: 'not-found',
    errors: [['courseId', 'exists']],
  },
  {
    title: 'a class still being planned, of which a commune knows nothing',
    ...nominate(
      () => [known.own],
      () => known.draft,
    ),
    status: 404,
    code: 'not-found',
    errors: [['courseId', 'exists']],
  },
  {
    title: 'a closed class',
    ...nominate(
      () => [known.own],
      () => known.closed,
    ),
    status: 409,
    code: 'course-not-open',
    errors: [['courseId', 'courseOpen']],
  },
  {
    title: 'a field nobody asked for',
    by: 'xa-bix',
    path: () => '/nominations',
    body: () => ({ courseId: known.open, officialIds: [known.own], state: 'approved' }),
    status: 422,
    code: 'invalid-input',
    errors: [['state', 'whitelistValidation']],
  },
  {
    title: 'no body at all',
    by: 'xa-bix',
    path: () => '/nominations',
    body: () => ({}),
    status: 422,
    code: 'invalid-input',
    errors: [
      ['courseId', 'required'],
      ['officialIds', 'required'],
    ],
  },
  {
    title: 'broken JSON',
    by: 'xa-bix',
    path: () => '/nominations',
    raw: '{"courseId": ',
    status: 400,
    code: 'broken-json',
    errors: [['body', 'json']],
  },
  {
    title: 'XML',
    by: 'xa-bix',
    path: () => '/nominations',
    raw: '<a/>',
    headers: { 'content-type': 'application/xml' },
    status: 415,
    code: 'unsupported-media-type',
  },
  {
    title: 'a body larger than any list',
    by: 'xa-bix',
    path: () => '/nominations',
    raw: `{"a":"${'x'.repeat(5 * 1024 * 1024)}"}`,
    status: 413,
    code: 'too-large',
  },
  {
    title: 'a title of a megabyte',
    ...course({ title: 'Đ'.repeat(1024 * 1024) }),
    status: 422,
    code: 'invalid-input',
    errors: [['title', 'maxLength']],
  },
  {
    title: 'a capacity in words',
    ...course({ capacity: 'năm mươi' }),
    status: 422,
    code: 'invalid-input',
    errors: [['capacity', 'isInt']],
  },
  { title: 'no seats', ...course({ capacity: 0 }), status: 422, code: 'invalid-input', errors: [['capacity', 'min']] },
  {
    title: 'half a seat',
    ...course({ capacity: 1.5 }),
    status: 422,
    code: 'invalid-input',
    errors: [['capacity', 'isInt']],
  },
  {
    title: 'the thirtieth of February',
    ...course({ startsOn: '2026-02-30' }),
    status: 422,
    code: 'invalid-input',
    errors: [['startsOn', 'isPlainDate']],
  },
  {
    title: 'a class that ends before it starts',
    ...course({ endsOn: '2026-05-01' }),
    status: 422,
    code: 'invalid-input',
    errors: [['endsOn', 'notBeforeStart']],
  },
  {
    title: 'a minimum above the capacity',
    ...course({ minimum: 11 }),
    status: 422,
    code: 'invalid-input',
    errors: [['minimum', 'withinCapacity']],
  },
  {
    title: 'a program that does not exist',
    ...course({ programId: '00000000-0000-7000-8000-000000000000' }),
    status: 404,
    code: 'not-found',
    errors: [['programId', 'exists']],
  },
  {
    title: "another class's code",
    ...course({ code: 'TC-2026-01' }),
    status: 409,
    code: 'course-code-taken',
    errors: [['code', 'courseCodeOnce']],
  },
  {
    title: 'a deadline before today',
    path: () => `/courses/${known.draft}/open-nominations`,
    body: () => ({ deadline: '2026-03-01' }),
    status: 422,
    code: 'invalid-input',
    errors: [['deadline', 'notBeforeToday']],
  },
  {
    title: 'a deadline after the class starts',
    path: () => `/courses/${known.draft}/open-nominations`,
    body: () => ({ deadline: '2026-10-06' }),
    status: 422,
    code: 'invalid-input',
    errors: [['deadline', 'notAfterStart']],
  },
  {
    title: 'a call to a unit that does not exist',
    path: () => `/courses/${known.draft}/open-nominations`,
    body: () => ({ deadline: '2026-04-01', unitIds: [known.bix, known.nobody] }),
    status: 404,
    code: 'not-found',
    errors: [['unitIds.1', 'exists']],
  },
  {
    title: 'a class opened twice',
    path: () => `/courses/${known.open}/open-nominations`,
    body: () => ({ deadline: '2026-04-01' }),
    status: 409,
    code: 'step-not-possible',
    errors: [['state', 'stepFollows']],
  },
  {
    title: 'a class begun before its list is fixed',
    path: () => `/courses/${known.open}/start`,
    status: 409,
    code: 'step-not-possible',
    errors: [['state', 'stepFollows']],
  },
  {
    title: 'fewer seats than people on them',
    path: () => `/courses/${known.open}/capacity`,
    body: () => ({ capacity: 0 }),
    status: 422,
    code: 'invalid-input',
    errors: [['capacity', 'min']],
  },
  {
    title: 'an old version of a class',
    method: 'PATCH',
    path: () => `/courses/${known.open}`,
    body: () => ({ title: 'Khác' }),
    headers: { 'if-match': '"0"' },
    status: 412,
    code: 'stale-version',
    errors: [['version', 'current']],
  },
  {
    title: 'a version that is no version',
    method: 'PATCH',
    path: () => `/courses/${known.open}`,
    body: () => ({ title: 'Khác' }),
    headers: { 'if-match': 'mới nhất'.normalize('NFD').replace(/[^ -~]/g, '') },
    status: 422,
    code: 'invalid-input',
    errors: [['If-Match', 'current']],
  },
  {
    title: 'another code for a class that is open',
    method: 'PATCH',
    path: () => `/courses/${known.open}`,
    body: () => ({ code: 'KHAC-1' }),
    status: 409,
    code: 'frozen-field',
    errors: [['code', 'onlyWhileDraft']],
  },
  {
    title: 'a refusal without a reason',
    by: 'xa-km',
    path: () => `/calls/${known.call}/decline`,
    body: () => ({ reason: '' }),
    status: 422,
    code: 'invalid-input',
    errors: [['reason', 'isNotEmpty']],
  },
  {
    title: 'more time that ends before the deadline',
    by: 'xa-km',
    path: () => `/calls/${known.call}/ask-more-time`,
    body: () => ({ until: '2026-04-01', reason: 'Chờ họp.' }),
    status: 422,
    code: 'invalid-input',
    errors: [['until', 'laterThanDeadline']],
  },
  {
    title: 'more time that ends after the class starts',
    by: 'xa-km',
    path: () => `/calls/${known.call}/ask-more-time`,
    body: () => ({ until: '2027-01-01', reason: 'Chờ họp.' }),
    status: 422,
    code: 'invalid-input',
    errors: [['until', 'notAfterStart']],
  },
  {
    title: 'an answer to a closed class',
    by: 'xa-km',
    path: () => `/calls/${known.closedCall}/decline`,
    body: () => ({ reason: 'Không có.' }),
    status: 409,
    code: 'course-not-open',
    errors: [['id', 'courseOpen']],
  },
  {
    title: 'a rejection without a reason',
    path: () => `/nominations/${known.nomination}/reject`,
    body: () => ({ reason: '  ' }),
    status: 422,
    code: 'reason-missing',
    errors: [['reason', 'isNotEmpty']],
  },
  {
    title: 'a nomination sent again that was not returned',
    by: 'xa-bix',
    path: () => `/nominations/${known.nomination}/resubmit`,
    body: () => ({}),
    status: 409,
    code: 'nomination-step-not-possible',
    errors: [['state', 'stepFollows']],
  },
  {
    title: 'places below zero',
    method: 'PUT',
    path: () => `/quotas?programId=${known.rationed}&period=2026`,
    body: () => ({ allocations: [{ unitId: known.bix, places: -1 }] }),
    status: 422,
    code: 'invalid-input',
    errors: [['allocations.0.places', 'min']],
  },
  {
    title: 'places of a program that is not rationed',
    method: 'PUT',
    path: () => `/quotas?programId=${known.program}&period=2026`,
    body: () => ({ allocations: [{ unitId: known.bix, places: 1 }] }),
    status: 422,
    code: 'invalid-input',
    errors: [['programId', 'needsQuota']],
  },
  {
    title: 'two lines for one unit',
    method: 'PUT',
    path: () => `/quotas?programId=${known.rationed}&period=2026`,
    body: () => ({
      allocations: [
        { unitId: known.bix, places: 1 },
        { unitId: known.bix, places: 2 },
      ],
    }),
    status: 422,
    code: 'invalid-input',
    errors: [['allocations.1.unitId', 'onceInList']],
  },
  {
    title: 'a text where a line belongs',
    method: 'PUT',
    path: () => `/quotas?programId=${known.rationed}&period=2026`,
    body: () => ({ allocations: ['x'] }),
    status: 422,
    code: 'invalid-input',
    errors: [['allocations.0', 'nestedValidation']],
  },
  {
    title: 'a year that is no year',
    method: 'GET',
    path: () => '/quotas?period=hai',
    status: 422,
    code: 'invalid-input',
    errors: [['period', 'isInt']],
  },
  {
    title: 'an official born tomorrow',
    by: 'xa-bix',
    path: () => '/officials',
    body: () => ({
      unitId: known.bix,
      fullName: 'Nguyễn Văn A',
      gender: 'male',
      bornOn: '2026-03-03',
      post: 'Bí thư',
      category: 'cadre',
    }),
    status: 422,
    code: 'invalid-input',
    errors: [['bornOn', 'notInTheFuture']],
  },
  {
    title: 'a gender that is not on the form',
    by: 'xa-bix',
    path: () => '/officials',
    body: () => ({ unitId: known.bix, fullName: 'Nguyễn Văn A', gender: 1, post: 'Bí thư', category: 'cadre' }),
    status: 422,
    code: 'invalid-input',
    errors: [['gender', 'isIn']],
  },
  {
    title: 'a name of a megabyte',
    by: 'xa-bix',
    method: 'PATCH',
    path: () => `/officials/${known.own}`,
    body: () => ({ fullName: 'Ă'.repeat(1024 * 1024) }),
    status: 422,
    code: 'invalid-input',
    errors: [['fullName', 'maxLength']],
  },
  {
    title: "another commune's official",
    by: 'xa-bix',
    method: 'PATCH',
    path: () => `/officials/${known.stranger}`,
    body: () => ({ fullName: 'Nguyễn Văn A' }),
    status: 404,
    code: 'not-found',
    errors: [['id', 'exists']],
  },
  {
    title: 'an id that is no id',
    method: 'GET',
    path: () => '/officials/1%27%20OR%201=1',
    status: 404,
    code: 'not-found',
    errors: [['id', 'exists']],
  },
  {
    title: 'a page that is not of this list',
    method: 'GET',
    path: () => '/officials?page[after]=abc',
    status: 422,
    code: 'invalid-input',
    errors: [['page[after]', 'cursor']],
  },
  {
    title: 'a page of another list',
    method: 'GET',
    path: () => `/officials?page[after]=${Buffer.from('["2026-01-01","x"]').toString('base64url')}`,
    status: 422,
    code: 'invalid-input',
    errors: [['page[after]', 'cursor']],
  },
  {
    title: 'a page of a million rows',
    method: 'GET',
    path: () => '/officials?page[size]=1000000',
    status: 422,
    code: 'invalid-input',
    errors: [['page[size]', 'max']],
  },
  {
    title: 'a filter that does not exist',
    method: 'GET',
    path: () => '/officials?salary=1',
    status: 422,
    code: 'invalid-input',
    errors: [['salary', 'whitelistValidation']],
  },
  {
    title: 'a user name that is taken',
    path: () => '/accounts',
    body: () => ({ username: 'xa-bix', displayName: 'Bính Xá', role: 'committee', unitId: known.bix }),
    status: 409,
    code: 'username-taken',
    errors: [['username', 'usernameOnce']],
  },
  {
    title: 'an e-mail address that is none',
    path: () => '/accounts',
    body: () => ({ username: 'moi-tao', displayName: 'Mới', role: 'committee', unitId: known.bix, email: 'không có' }),
    status: 422,
    code: 'invalid-input',
    errors: [['email', 'isEmail']],
  },
  {
    title: 'a unit code that is taken',
    path: () => '/units',
    body: () => ({ parentId: known.bix, kind: 'party-cell', code: 'BIX', name: 'Chi bộ' }),
    status: 409,
    code: 'unit-code-taken',
    errors: [['code', 'unitCodeOnce']],
  },
  {
    title: 'a new password that is too short',
    by: 'xa-bix',
    method: 'PUT',
    path: () => '/auth/password',
    body: () => ({ currentPassword: 'hong-chuyen-demo', newPassword: 'ngan' }),
    status: 422,
    code: 'invalid-input',
    errors: [['newPassword', 'minLength']],
  },
  {
    title: 'a present password that is wrong',
    by: 'xa-bix',
    method: 'PUT',
    path: () => '/auth/password',
    body: () => ({ currentPassword: 'không nhớ', newPassword: 'mật khẩu rất dài' }),
    status: 422,
    code: 'wrong-current-password',
    errors: [['currentPassword', 'currentPassword']],
  },
  {
    title: 'an address that does not exist',
    method: 'GET',
    path: () => '/nothing-here',
    status: 404,
    code: 'no-such-route',
  },
  {
    title: 'a write from another site',
    by: 'xa-bix',
    path: () => '/nominations',
    body: () => ({ courseId: known.open, officialIds: [known.own] }),
    headers: { origin: 'https://evil.example' },
    status: 403,
    code: 'foreign-origin',
  },
  {
    title: 'a write from nowhere',
    by: 'xa-bix',
    path: () => '/nominations',
    body: () => ({ courseId: known.open, officialIds: [known.own] }),
    headers: { origin: 'null' },
    status: 403,
    code: 'foreign-origin',
  },
  {
    title: 'a write without a session',
    by: '',
    path: () => '/nominations',
    body: () => ({ courseId: known.open, officialIds: [known.own] }),
    status: 401,
    code: 'not-logged-in',
  },
  {
    title: 'a write with an invented session',
    by: '',
    path: () => '/nominations',
    body: () => ({}),
    headers: { cookie: 'hong_chuyen_session=abcdefghijklmnopqrstuvwxyz' },
    status: 401,
    code: 'not-logged-in',
  },
  {
    title: 'a read with an invented token',
    by: '',
    method: 'GET',
    path: () => '/officials',
    headers: { authorization: 'Bearer abcdefghijklmnopqrstuvwxyz' },
    status: 401,
    code: 'not-logged-in',
  },
  {
    title: 'a wrong password',
    by: '',
    path: () => '/auth/login',
    body: () => ({ username: 'leader', password: 'sai mật khẩu' }),
    status: 401,
    code: 'wrong-credentials',
  },
  {
    title: 'a user name that does not exist',
    by: '',
    path: () => '/auth/login',
    body: () => ({ username: 'khong-co', password: 'sai mật khẩu' }),
    status: 401,
    code: 'wrong-credentials',
  },
  {
    title: 'a password that is a list',
    by: '',
    path: () => '/auth/login',
    body: () => ({ username: 'leader', password: ['a'] }),
    status: 422,
    code: 'invalid-input',
    errors: [['password', 'isString']],
  },
];

async function send(
  { by = 'board', method = 'POST', path, body, raw, headers = {} }: Case,
  language: string,
): Promise<Answer> {
  const client = by === '' ? app.anyone : await app.as(by);
  const payload = raw ?? (body && JSON.stringify(body()));
  const type: Record<string, string> = payload === undefined ? {} : { 'content-type': 'application/json' };
  return client.send(method, path(), payload, { ...type, 'accept-language': language, ...headers });
}

test.each(CASES)('$title is refused, named and explained in both languages, and changes nothing', async (bad) => {
  await app.as(bad.by || 'board');
  const before = await fingerprint();
  const [vi, en] = [await send(bad, 'vi'), await send(bad, 'en-GB,en;q=0.9')];
  for (const { status, body, headers } of [vi, en]) {
    expect({
      status,
      code: body.code,
      errors: (body.errors ?? []).map(({ path, rule }: Body) => [path, rule]),
    }).toEqual({
      status: bad.status,
      code: bad.code,
      errors: bad.errors ?? [],
    });
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      status: bad.status,
      type: `/problems/${bad.code}`,
      instance: expect.stringMatching(/^urn:request:/),
    });
  }
  const sentences = ({ body }: Answer): string[] => [
    body.title,
    ...(body.errors ?? []).map(({ message }: Body) => message),
  ];
  for (const [index, sentence] of sentences(vi).entries()) {
    expect(sentence).toMatch(/[à-ỹđĐ]/i);
    expect(sentences(en)[index]).toMatch(/^[\x20-\x7e]+$/);
    for (const text of [sentence, sentences(en)[index]]) expect(text).not.toMatch(/\{\{|^(error|rule|check)\./);
  }
  expect(await fingerprint()).toEqual(before);
});

/** What passes the shape of a field and would break further in. */
const cursor = (...keys: unknown[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');
const official = (wrong: object): Pick<Case, 'path' | 'body' | 'by'> => ({
  by: 'xa-bix',
  path: () => '/officials',
  body: () => ({
    unitId: known.bix,
    fullName: 'Nguyễn Văn A',
    gender: 'male',
    post: 'Bí thư',
    category: 'cadre',
    ...wrong,
  }),
});
const DEEPER: Omit<Case, 'status' | 'code'>[] = [
  {
    title: 'a year of birth that the date of birth contradicts',
    ...official({ bornOn: '1990-01-01', birthYear: 1991 }),
  },
  { title: 'a name of blanks', ...official({ fullName: '   ' }) },
  { title: 'a name with a null character', ...official({ fullName: 'A\u0000B' }) },
  { title: 'a search for a null character', by: 'xa-bix', method: 'GET', path: () => '/officials?q=%00' },
  {
    title: 'a user name with a null character',
    by: '',
    path: () => '/auth/login',
    body: () => ({ username: 'a\u0000', password: 'x' }),
  },
  {
    title: 'a page of officials whose last key is no id',
    method: 'GET',
    path: () => `/officials?page[after]=${cursor('a', 'b', 'c', 'd')}`,
  },
  {
    title: 'a page of classes whose keys are no date and no id',
    method: 'GET',
    path: () => `/courses?page[after]=${cursor('a', 'b')}`,
  },
  {
    title: 'null for a name',
    by: 'xa-bix',
    method: 'PATCH',
    path: () => `/officials/${known.own}`,
    body: () => ({ fullName: null }),
  },
  { title: 'null for a title', method: 'PATCH', path: () => `/courses/${known.draft}`, body: () => ({ title: null }) },
  {
    title: 'null for a first day',
    method: 'PATCH',
    path: () => `/courses/${known.draft}`,
    body: () => ({ startsOn: null }),
  },
];

test.each(DEEPER)('$title is refused as bad input', async (bad) => {
  const { status, body } = await send({ ...bad, status: 422, code: 'invalid-input' }, 'vi');
  expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid-input' });
});

test('after ten wrong passwords the account is closed for a while, even to the right one, and others are not', async () => {
  const attempt = (username: string, password: string): Promise<Answer> =>
    app.anyone.post('/auth/login', { username, password });
  for (let i = 0; i < 10; i++) expect((await attempt('xa-cs', 'sai')).status).toBe(401);
  const { status, body, headers } = await attempt('xa-cs', 'hong-chuyen-demo');
  expect({ status, code: body.code }).toEqual({ status: 429, code: 'too-many-attempts' });
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body.title).toMatch(/15 phút/);
  expect((await attempt('xa-tb', 'hong-chuyen-demo')).status).toBe(200);
});

test('a write from our own page is let in', async () => {
  const committee = await app.as('xa-km');
  expect((await committee.post('/inbox/read-all', undefined, { origin: 'http://localhost:3000' })).status).toBe(204);
  expect((await committee.post('/inbox/read-all', undefined, { origin: app.url })).status).toBe(204);
});
