import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** The demo's day is 2 March 2026; its classes began in 2015. */
let app: TestApp;
let board: Client;
beforeAll(async () => {
  app = await startApp();
  board = await app.as('board');
});
afterAll(() => app.stop());

const wishes = (more: Body = {}): Body => ({
  code: 'QLNN-CV',
  name: 'Bồi dưỡng quản lý nhà nước ngạch chuyên viên',
  kind: 'professional',
  needsQuota: false,
  from: '2020-01-01',
  ...more,
});
const made = async (more: Body = {}): Promise<Body> => ok(await board.post('/programs', wishes(more)));
const versionsOf = async (id: string): Promise<Body[]> => ok(await board.get(`/programs/${id}/versions`)).items;
const asOf = async (id: string, day: string): Promise<Body> => ok(await board.get(`/programs/${id}?asOf=${day}`));
const broken = ({ body }: { body: Body }): string[] => body.errors.map(({ path, rule }: Body) => `${path} ${rule}`);

/** A class of one person, from the call to the certificate. */
async function held(program: string, [startsOn, endsOn]: [string, string], who: number): Promise<string> {
  const course = await build.openCourse(app, { program, startsOn, endsOn });
  const officialId = (await officialsOf(app, 'BIX'))[who] ?? '';
  const { items } = ok(await board.post('/nominations', { courseId: course.id, officialIds: [officialId] }));
  ok(await board.post(`/nominations/${items[0].nominationId}/approve`, { reason: 'Đã xem hồ sơ.' }));
  for (const step of ['close-nominations', 'confirm', 'start', 'complete']) {
    ok(
      await board.post(
        `/courses/${course.id}/${step}`,
        step === 'confirm' ? { reason: 'Học theo lịch của trường.' } : {},
      ),
    );
  }
  return officialId;
}

test('every program ships with what is known of it since 2015, and nothing invented', async () => {
  const { items } = ok(await board.get('/programs?asOf=2019-12-14'));
  const llct = items.filter(({ confersLlctLevel }: Body) => confersLlctLevel !== null);
  expect(llct.map(({ code, version }: Body) => [code, version.level, version.confers.llct, version.from])).toEqual([
    ['CC', 'advanced', 'advanced', '2015-01-01'],
    ['TC', 'intermediate', 'intermediate', '2015-01-01'],
    ['SC', 'elementary', 'elementary', '2015-01-01'],
  ]);
  for (const { version } of items) expect(version).toMatchObject({ hours: null, days: null, mode: null });
  expect((await asOf(items[0].id, '2014-12-31')).version).toBeNull();
});

test('a change holds from a day on: what it was before is still told of the days before', async () => {
  const program = await made({
    hours: 240,
    mode: 'non-concentrated',
    subjects: [{ name: 'Nhà nước và pháp luật', hours: 40 }, { name: 'Kỹ năng soạn thảo' }],
  });
  const next = ok(
    await board.post(`/programs/${program.id}/versions`, {
      from: '2027-01-01',
      hours: 320,
      days: 40,
      level: 'fostering',
    }),
  );
  expect(await asOf(program.id, '2026-12-31')).toMatchObject({ version: { hours: 240, to: '2026-12-31' } });
  expect(await asOf(program.id, '2027-01-01')).toMatchObject({ version: { id: next.id, hours: 320, to: null } });
  // One between the two ends where the later one begins.
  const between = ok(await board.post(`/programs/${program.id}/versions`, { from: '2026-06-01', hours: 280 }));
  expect((await versionsOf(program.id)).map(({ from, to, hours }) => [from, to, hours])).toEqual([
    ['2027-01-01', null, 320],
    ['2026-06-01', '2026-12-31', 280],
    ['2020-01-01', '2026-05-31', 240],
  ]);
  const twice = await board.post(`/programs/${program.id}/versions`, { from: '2026-06-01' });
  expect([twice.status, twice.body.code]).toEqual([409, 'program-version-overlaps']);
  // Taken away, the one before goes on.
  expect((await board.delete(`/program-versions/${between.id}`)).status).toBe(204);
  expect(await asOf(program.id, '2026-07-01')).toMatchObject({ version: { hours: 240, to: '2026-12-31' } });
  const [first] = (await versionsOf(program.id)).slice(-1);
  expect((await board.delete(`/program-versions/${first?.id}`)).body.code).toBe('program-first-version');
});

test('a class gives what the program gave when it opened, whatever is said since; what it was held by is kept', async () => {
  const program = await made({ code: 'QLNN-1', confers: { management: 'specialist', professional: null } });
  ok(
    await board.post(`/programs/${program.id}/versions`, {
      from: '2026-11-10',
      confers: { management: 'principal', llct: 'bachelor' },
    }),
  );
  const before = await held('QLNN-1', ['2026-11-02', '2026-11-12'], 0);
  const after = await held('QLNN-1', ['2026-11-16', '2026-11-20'], 1);
  const given = (official: string) =>
    app.database.rows(
      `SELECT kind, level, obtained_on::text AS day FROM qualifications WHERE official_id = $1 AND nomination_id IS NOT NULL ORDER BY kind`,
      [official],
    );
  expect(await given(before)).toEqual([{ kind: 'state-management', level: 'specialist', day: '2026-11-12' }]);
  expect(await given(after)).toEqual([
    { kind: 'llct', level: 'bachelor', day: '2026-11-20' },
    { kind: 'state-management', level: 'principal', day: '2026-11-20' },
  ]);
  const [later, earlier] = await versionsOf(program.id);
  expect([later?.used, earlier?.used]).toEqual([true, true]);
  const refused = async (change: Body): Promise<string> =>
    (await board.patch(`/program-versions/${earlier?.id}`, change)).body.code;
  expect(await refused({ confers: { management: 'senior' } })).toBe('program-version-used');
  // What was never said is added; said once, it stays.
  const done = ok(
    await board.patch(`/program-versions/${earlier?.id}`, { hours: 200, subjects: [{ name: 'Mở đầu' }] }),
  );
  expect(done).toMatchObject({ hours: 200, confers: { management: 'specialist' }, subjects: [{ name: 'Mở đầu' }] });
  expect(await refused({ hours: 220 })).toBe('program-version-used');
  expect(await refused({ subjects: [] })).toBe('program-version-used');
  expect((await board.delete(`/program-versions/${later?.id}`)).body.code).toBe('program-version-used');
  expect((await board.post(`/programs/${program.id}/versions`, { from: '2026-11-15' })).body.code).toBe(
    'program-version-used',
  );
});

test('what no class was held by is corrected freely, one at a time, and the trail keeps both', async () => {
  const program = await made({ code: 'QLNN-2', subjects: [{ name: 'Một' }, { name: 'Hai' }] });
  const [version] = await versionsOf(program.id);
  const [one, two] = version?.subjects ?? [];
  const done = await board.patch(
    `/program-versions/${version?.id}`,
    { school: 'Trường Chính trị tỉnh', subjects: [{ name: 'HAI', hours: 8 }, { name: 'Ba' }] },
    { 'if-match': '"1"' },
  );
  // A subject that keeps its name stays the same, however it is spelt.
  expect(done.body.subjects).toEqual([
    { id: two.id, name: 'HAI', hours: 8 },
    { id: expect.not.stringMatching(one.id), name: 'Ba', hours: null },
  ]);
  expect((await board.patch(`/program-versions/${version?.id}`, {}, { 'if-match': '"1"' })).status).toBe(412);
  ok(await board.patch(`/programs/${program.id}`, { name: 'Tên mới' }));
  const { steps } = ok(await board.get(`/programs/${program.id}/versions`));
  expect(steps.map(({ action }: Body) => action)).toEqual([
    'program.renamed',
    'program.versionCorrected',
    'program.created',
  ]);
  expect(steps[1].data).toMatchObject({ before: { school: null }, after: { school: 'Trường Chính trị tỉnh' } });
});

test.each<[string, Body, number, string]>([
  ['no code', { code: undefined }, 422, 'code required'],
  ['a code with blanks', { code: 'A B' }, 422, 'code matches'],
  ['a code in use', { code: 'TC' }, 409, 'code programCodeTaken'],
  ['an unknown kind', { kind: 'phd' }, 422, 'kind isIn'],
  ['a day that is none', { from: '2026-02-30' }, 422, 'from isPlainDate'],
  ['no hours at all', { hours: 0 }, 422, 'hours min'],
  ['an unknown mode', { mode: 'remote' }, 422, 'mode isIn'],
  ['more at least than at most', { minimumSize: 50, maximumSize: 40 }, 422, 'minimumSize notAboveMaximum'],
  ['"none" as what it gives', { confers: { llct: 'none' } }, 422, 'confers.llct isIn'],
  ['a subject without a name', { subjects: [{ name: ' ' }] }, 422, 'subjects.0.name isNotEmpty'],
  ['a subject twice', { subjects: [{ name: 'Luật' }, { name: 'luật ' }] }, 422, 'subjects.1.name subjectTwice'],
  ['a field of nobody', { hacked: 1 }, 422, 'hacked whitelistValidation'],
])('%s is refused by name, and nothing is saved', async (_, more, status, expected) => {
  const count = () => app.database.value<number>('SELECT count(*) FROM programs');
  const before = await count();
  const answer = await board.post('/programs', wishes({ code: 'LOI', ...more }));
  expect([answer.status, broken(answer)]).toEqual([status, [expected]]);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await count()).toBe(before);
});

describe('a class', () => {
  test('is copied, once or as a series, with days and codes of its own', async () => {
    const source = await build.course(app, { startsOn: '2026-11-02', endsOn: '2026-11-06', capacity: 40, minimum: 10 });
    const classes = ['2026-12-07', '2027-01-04'].map((startsOn, index) => ({
      code: `${source.code}-${index}`,
      startsOn,
    }));
    const { items } = ok(await board.post(`/courses/${source.id}/copies`, { classes }));
    expect(items.map(({ startsOn, endsOn }: Body) => [startsOn, endsOn])).toEqual([
      ['2026-12-07', '2026-12-11'],
      ['2027-01-04', '2027-01-08'],
    ]);
    for (const copy of items) {
      const { programId, capacity, minimum, title } = source;
      expect(copy).toMatchObject({ state: 'draft', programId, capacity, minimum, title, seatsTaken: 0 });
    }
    const codes = ({ series }: Body): string[] => series.map(({ code }: Body) => code);
    expect(codes(ok(await board.get(`/courses/${source.id}`)))).toEqual(classes.map(({ code }) => code));
    expect(codes(ok(await board.get(`/courses/${items[1].id}`)))).toEqual([source.code, `${source.code}-0`]);
    const [step] = ok(await board.get(`/courses/${items[0].id}/history`)).items;
    expect(step).toMatchObject({
      action: 'course.copied',
      data: { source: source.code, after: { startsOn: '2026-12-07' } },
    });
    // One code that is taken, and nothing is planned.
    const before = ok(await board.get('/courses')).total;
    const fresh = { code: `${source.code}-9`, startsOn: '2027-02-01' };
    for (const taken of [source.code, fresh.code]) {
      const answer = await board.post(`/courses/${source.id}/copies`, { classes: [fresh, { ...fresh, code: taken }] });
      expect([answer.status >= 400, broken(answer)[0]]).toEqual([true, expect.stringContaining('courseCodeOnce')]);
    }
    expect(ok(await board.get('/courses')).total).toBe(before);
  });

  test('opens again only with a reason, and everything that changed can be read as it was and as it is', async () => {
    const course = await build.openCourse(app, { startsOn: '2026-11-02', endsOn: '2026-11-06' });
    ok(await board.post(`/courses/${course.id}/close-nominations`));
    const silent = await board.post(`/courses/${course.id}/open-nominations`, { deadline: '2026-05-04', reason: ' ' });
    expect([silent.status, broken(silent)]).toEqual([422, ['reason reasonToReopen']]);
    const reason = 'Còn thiếu người.';
    ok(await board.post(`/courses/${course.id}/open-nominations`, { deadline: '2026-05-04', reason }));
    ok(await board.patch(`/courses/${course.id}`, { endsOn: '2026-11-07', venue: 'Nhà văn hóa' }));
    const { items } = ok(await board.get(`/courses/${course.id}/history`));
    expect(items.slice(-2)).toMatchObject([
      {
        action: 'course.reopened',
        data: { reason, before: { state: 'closed' }, after: { state: 'open' }, deadline: '2026-05-04' },
      },
      {
        action: 'course.changed',
        data: {
          before: { endsOn: '2026-11-06', venue: null },
          after: { endsOn: '2026-11-07', venue: 'Nhà văn hóa' },
        },
      },
    ]);
  });
});
