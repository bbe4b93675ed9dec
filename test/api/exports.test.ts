import readExcelFile from 'read-excel-file/node';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf } from '../support/build.js';
import { type Body, ok } from '../support/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.database.rows(`UPDATE units SET name = '=1+1 Chi bộ' WHERE code = 'BIX-CB1'`);
});
afterAll(() => app.stop());

/** The sheet of an export as rows of cells. */
async function sheetOf(path: string, username = 'board'): Promise<unknown[][]> {
  const { headers } = await app.anyone.post('/auth/login', { username, password: 'hong-chuyen-demo' });
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const response = await fetch(`${app.url}/api/v1${path}`, { headers: { cookie } });
  expect(response.headers.get('content-disposition')).toMatch(/\.xlsx/);
  const [sheet] = await readExcelFile(Buffer.from(await response.arrayBuffer()));
  return sheet?.data as unknown[][];
}
/** Below title, unit, day, a blank line and the headings. */
const rowsOf = async (path: string, username?: string): Promise<unknown[][]> =>
  (await sheetOf(path, username)).slice(5);
const listOf = async (path: string, username = 'board'): Promise<Body> =>
  ok(await (await app.as(username)).get(`${path}${path.includes('?') ? '&' : '?'}page[size]=1000`));

test.each(['/units', '/accounts', '/calls', '/reminders'])(
  '%s: the workbook holds every line of the list',
  async (path) => {
    const { total } = await listOf(path);
    const rows = await rowsOf(`${path}/export`);
    expect(rows.length).toBe(total);
    expect(rows.map(([line]) => line)).toEqual(rows.map((_, index) => index + 1));
  },
);

test('a list handed out says whose it is, of which day and by whom; filters count; texts stay texts', async () => {
  const sheet = await sheetOf('/units/export?kind=party-cell');
  expect(sheet[0]?.[0]).toBe('DANH SÁCH ĐƠN VỊ');
  expect(sheet[2]?.[0]).toBe('Ngày 02/03/2026 · Người xuất: Ban Tổ chức Huyện ủy');
  const { total } = await listOf('/units?kind=party-cell');
  expect(sheet.length - 5).toBe(total);
  expect(sheet.map((row) => row[2])).toContain('=1+1 Chi bộ');
  const [entry] = await app.database.rows<{ data: Body; account: string }>(
    `SELECT data, account_name AS account FROM audit_entries WHERE action = 'list.exported' ORDER BY at DESC, id DESC LIMIT 1`,
  );
  expect(entry).toEqual({ data: { list: 'units', rows: total }, account: 'Ban Tổ chức Huyện ủy' });
});

test('a unit gets its own lines alone', async () => {
  const rows = await rowsOf('/units/export', 'xa-bix');
  expect(rows.length).toBe((await listOf('/units', 'xa-bix')).total);
  expect(rows.every(([, code]) => String(code).startsWith('BIX'))).toBe(true);
});

test('the quotas are a matrix of units and programs with a line of totals', async () => {
  await build.quota(app, 'TC', { BIX: 3, KM: 4 }, 2031);
  await build.quota(app, 'CC', { BIX: 1 }, 2031);
  const sheet = await sheetOf('/quotas/export?period=2031');
  expect(sheet[4]?.filter(Boolean)).toEqual([
    'TT',
    'Đơn vị',
    'Cao cấp lý luận chính trị',
    'Trung cấp lý luận chính trị',
  ]);
  const rows = sheet.slice(6);
  expect(rows).toEqual([
    [1, 'Huyện ủy Đình Lập', 0, 0, 0, 0],
    [2, 'Xã Bính Xá', 1, 0, 3, 0],
    [3, 'Xã Kiên Mộc', null, null, 4, 0],
    [null, 'Tổng số', 1, 0, 7, 0],
  ]);
});

test('nominations are a danh sách trích ngang: the birth date in the column of the gender, sensitive columns for some', async () => {
  const course = await build.openCourse(app, { startsOn: '2026-11-02', endsOn: '2026-11-06' });
  const ids = (await officialsOf(app, 'BIX')).slice(0, 3);
  ok(await (await app.as('xa-bix')).post('/nominations', { courseId: course.id, officialIds: ids }));
  const sheet = await sheetOf(`/nominations/export?courseId=${course.id}`);
  const [upper = [], lower = []] = sheet.slice(4, 6);
  expect(upper).toEqual(expect.arrayContaining(['Ngày sinh', 'Dân tộc', 'Ngày vào Đảng', 'Trình độ']));
  expect(lower.slice(2, 4)).toEqual(['Nam', 'Nữ']);
  const nominated = (await listOf(`/nominations?courseId=${course.id}`)).total;
  const people = sheet.slice(6, -1);
  expect(people.length).toBe(nominated);
  expect(people.every((row) => (row[2] === null) !== (row[3] === null))).toBe(true);
  expect(String(sheet.at(-1)?.[0])).toContain(`${nominated} đồng chí`);
  const masked = await sheetOf(`/nominations/export?courseId=${course.id}`, 'leader');
  expect(masked[4]).not.toEqual(expect.arrayContaining(['Dân tộc']));
  expect(masked[4]).not.toEqual(expect.arrayContaining(['Ngày vào Đảng']));
});

test('standards and who meets them; state management has a column only where it is asked', async () => {
  const standards = await rowsOf('/standards/export?asOf=2019-12-14');
  expect(standards.map((row) => row[1])).toEqual(['Cán bộ', 'Công chức']);
  const report = ok(await (await app.as('board')).get('/reports/standards?asOf=2019-12-14'));
  const sheet = await sheetOf('/reports/standards/export?asOf=2019-12-14');
  expect(sheet[4]).not.toContain('Đạt QLNN');
  expect(sheet.length - 6).toBe(report.units.length);
  expect(sheet.at(-1)).toEqual([null, 'Tổng số', 243, report.professional, report.llct, report.both]);
  ok(
    await (
      await app.as('board')
    ).post('/standards', {
      category: 'cadre',
      management: 'specialist',
      from: '2026-03-01',
      source: 'Quy định thử',
      confirmed: false,
    }),
  );
  expect((await sheetOf('/reports/standards/export?asOf=2026-03-02'))[4]).toContain('Đạt QLNN');
  expect((await sheetOf('/reports/standards/export?asOf=2026-02-28'))[4]).not.toContain('Đạt QLNN');
});

test('a list is written in the language that its reader chose, whatever the browser asks for', async () => {
  const { headers } = await app.anyone.post('/auth/login', { username: 'board', password: 'hong-chuyen-demo' });
  const session = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const titleOf = async (cookie: string, language: string): Promise<unknown> => {
    const response = await fetch(`${app.url}/api/v1/units/export`, {
      headers: { cookie: `${session}${cookie}`, 'accept-language': language },
    });
    return (await readExcelFile(Buffer.from(await response.arrayBuffer())))[0]?.data[0]?.[0];
  };
  expect(await titleOf('; hong_chuyen_language=en', 'vi')).toBe('UNITS');
  expect(await titleOf('; hong_chuyen_language=vi', 'en')).toBe('DANH SÁCH ĐƠN VỊ');
  expect(await titleOf('', 'en')).toBe('UNITS');
});
