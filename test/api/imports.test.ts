import { RetentionService } from '../../src/modules/imports/retention.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Body, type Client, ok } from '../support/client.js';
import {
  applied,
  corrected,
  csvOf,
  emptying,
  handIn,
  pilotFile,
  previewOf,
  rowsOf,
  settled,
} from '../support/imports.js';
import { pilotExpected, pilotFigures } from '../support/pilot-figures.js';

jest.setTimeout(120_000);

const NOTHING = { new: 0, changed: 0, unchanged: 0, problems: 0 };

const HEADINGS = [
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Dân tộc',
  'Quê quán',
  'Chức vụ',
  'Đối tượng',
  'Ngày dự bị',
  'Ngày chính thức',
  'Trình độ chuyên môn',
  'Ngành',
  'LLCT',
  'Đơn vị',
];

const person = (name: string, unit: string): string[] => [
  name,
  'Nam',
  '02/03/1985',
  'Tày',
  'Đình Lập',
  'Công chức',
  'Công chức',
  '01/01/2010',
  '01/01/2011',
  'Đại học',
  'Luật',
  'Trung cấp',
  unit,
];

/** A list as a program of the office would hand it out; the first line is a title. */
const csv = (...people: string[][]): Buffer => csvOf(HEADINGS, ...people);

/** Leaves the units, and nobody and nothing in them. */
export async function emptied(app: TestApp): Promise<void> {
  await app.database.rows(emptying('courses', 'unit_calls', 'reminders', 'quotas'));
}

describe('the three workbooks of the pilot, over the API', () => {
  let app: TestApp;
  let board: Client;

  beforeAll(async () => {
    app = await startApp({ worker: true });
    await emptied(app);
    board = await app.as('board');
  });
  afterAll(() => app.stop());

  it.each([
    ['officials', 243],
    ['courses', 84],
    ['placements', 249],
  ] as const)('%s: every row is new, and is written', async (kind, count) => {
    const preview = await previewOf(board, kind, pilotFile(kind));
    expect(preview).toMatchObject({
      status: 'preview',
      progress: 100,
      summary: { ...NOTHING, new: count },
      warnings: [],
    });
    expect(await applied(board, preview.id)).toMatchObject({ status: 'applied', summary: { ...NOTHING, new: count } });
  });

  it('gives the numbers of the article, as of its day and for each unit', async () => {
    expect(await pilotFigures(board)).toEqual(pilotExpected);
  });

  it.each([
    ['officials', 243],
    ['courses', 84],
    ['placements', 249],
  ] as const)('%s a second time: nothing changes', async (kind, count) => {
    const preview = await previewOf(board, kind, pilotFile(kind));
    expect(preview.summary).toEqual({ ...NOTHING, unchanged: count });
    const refused = await board.post(`/imports/${preview.id}/apply`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'import-nothing-to-apply']);
    expect((await rowsOf(board, preview.id)).every(({ state }: Body) => state === 'unchanged')).toBe(true);
  });
});

describe('an import and what it may touch', () => {
  let app: TestApp;
  let board: Client;
  let bix: Client;

  beforeAll(async () => {
    app = await startApp({ worker: true });
    [board, bix] = [await app.as('board'), await app.as('xa-bix')];
  });
  afterAll(() => app.stop());

  const TRACKED = ['officials', 'official_posts', 'qualifications', 'official_statuses', 'past_sendings', 'courses'];
  /** Everything that imports write, but for the numbers that only count changes. */
  const everything = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(
        TRACKED.map(async (table) => [
          table,
          await app.database.value<string>(
            `SELECT md5(string_agg((to_jsonb(t) - 'version')::text, '' ORDER BY t.id)) FROM ${table} t`,
          ),
        ]),
      ),
    );
  const fileOf = (client: Client, address: string): Promise<Buffer> => client.file(address);

  it.each([
    ['officials', '/officials/export', 243],
    // Those of the workbook, and the one that the demo has brought to its end.
    ['courses', '/courses/export', 84 + 1],
    ['placements', '/placements/export', 249],
  ] as const)(
    'the list of %s that was downloaded changes nothing when it is sent back',
    async (kind, address, count) => {
      const preview = await previewOf(board, kind, await fileOf(board, address));
      expect({ summary: preview.summary, warnings: preview.warnings }).toEqual({
        summary: { ...NOTHING, unchanged: count },
        warnings: [],
      });
    },
  );

  it.each([
    ['post', 'Chức vụ', 'Phó Chủ tịch UBND xã'],
    ['fullName', 'Họ và tên', '=Nông Văn Thử'],
    ['homePlace', 'Quê quán', 'Châu Sơn, Đình Lập, Lạng Sơn cũ'],
    ['llctLevel', 'LLCT', 'Cử nhân chính trị'],
    ['llctLevel', 'LLCT', 'Sơ cấp'],
    ['unitName', 'Đơn vị', 'Xã Kiên Mộc'],
  ] as const)('one corrected cell (%s) changes that field of that person alone', async (field, heading, text) => {
    const before = await everything();
    const id = await app.database.value<string>(
      `SELECT o.id FROM officials o JOIN units u ON u.id = o.unit_id WHERE u.code = 'BIX' ORDER BY o.id LIMIT 1`,
    );
    const preview = await previewOf(
      board,
      'officials',
      corrected(await fileOf(board, '/officials/export'), id, heading, text),
    );
    expect(preview.summary).toEqual({ ...NOTHING, unchanged: 242, changed: 1 });
    const [row] = await rowsOf(board, preview.id, 'changed');
    expect([row.targetId, row.changes.map((change: Body) => change.field)]).toEqual([id, [field]]);
    expect(await applied(board, preview.id)).toMatchObject({ status: 'applied' });
    const again = await previewOf(board, 'officials', await fileOf(board, '/officials/export'));
    expect(again.summary).toEqual({ ...NOTHING, unchanged: 243 });
    ok(await board.post(`/imports/${preview.id}/undo`));
    expect(await everything()).toEqual(before);
  });

  it('undoing an import restores every row, and can be done once', async () => {
    const before = await everything();
    const preview = await previewOf(
      board,
      'officials',
      csv(person('Nông Văn Mới', 'Xã Bính Xá'), person('Lý Thị Mới', 'Xã Kiên Mộc')),
    );
    expect(preview.summary).toEqual({ ...NOTHING, new: 2 });
    await applied(board, preview.id);
    expect(await everything()).not.toEqual(before);
    expect(ok(await board.post(`/imports/${preview.id}/undo`))).toMatchObject({ status: 'undone' });
    expect(await everything()).toEqual(before);
    expect((await board.post(`/imports/${preview.id}/undo`)).status).toBe(409);
  });

  it('an import on which something rests is not undone', async () => {
    const preview = await previewOf(board, 'officials', csv(person('Nông Văn Dựa', 'Xã Bính Xá')));
    await applied(board, preview.id);
    const [row] = await rowsOf(board, preview.id);
    ok(await board.patch(`/officials/${row.targetId}`, { homePlace: 'Nơi khác' }));
    const refused = await board.post(`/imports/${preview.id}/undo`);
    expect([refused.status, refused.body.code]).toEqual([409, 'changed-since']);
    expect(ok(await board.get(`/imports/${preview.id}`)).status).toBe('applied');
  });

  it('rows that are not sound keep the rest from being written, unless that was asked for', async () => {
    const preview = await previewOf(
      board,
      'officials',
      csv(
        person('Hoàng Văn Đúng', 'Bính Xá'),
        person('Hoàng Văn Sai', 'Xã Không Có'),
        person('Hoàng Văn Hai', 'Đình Lập'),
        person('Hoàng Văn Đúng', 'xa binh xa'),
      ),
    );
    expect(preview.summary).toEqual({ ...NOTHING, new: 1, problems: 3 });
    const problems = await rowsOf(board, preview.id, 'problem');
    expect(problems.map(({ problems: [{ cell, rule }] }: Body) => [cell, rule])).toEqual([
      ['M3', 'import.unit-unknown'],
      ['M4', 'import.unit-ambiguous'],
      ['A5', 'import.double'],
    ]);
    expect(problems[1].problems[0].message).toContain('Thị trấn Đình Lập');
    const refused = await board.post(`/imports/${preview.id}/apply`, {});
    expect([refused.status, refused.body.problems]).toEqual([409, 3]);
    const report = await fileOf(board, `/imports/${preview.id}/report`);
    expect(report.subarray(0, 2).toString()).toBe('PK');
    expect(await applied(board, preview.id, { onlySound: true })).toMatchObject({
      status: 'applied',
      summary: { new: 1, problems: 3 },
    });
  });

  it('a committee touches its own people only, and no classes', async () => {
    const preview = await previewOf(
      bix,
      'officials',
      csv(person('Vi Văn Nhà', 'Xã Bính Xá'), person('Vi Văn Người', 'Xã Kiên Mộc')),
    );
    expect(preview.summary).toEqual({ ...NOTHING, new: 1, problems: 1 });
    expect((await rowsOf(bix, preview.id, 'problem'))[0].problems[0].rule).toBe('import.unit-outside');
    const refused = await handIn(bix, 'courses', pilotFile('courses'));
    expect(refused.status).toBe(403);
  });

  it('of two applies of one import at once, one is taken', async () => {
    const preview = await previewOf(board, 'officials', csv(person('Bế Văn Một', 'Xã Bính Xá')));
    const answers = await Promise.all([1, 2, 3].map(() => board.post(`/imports/${preview.id}/apply`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    await settled(board, preview.id);
    const count = await app.database.value('SELECT count(*)::int FROM officials WHERE full_name = $1', ['Bế Văn Một']);
    expect(count).toBe(1);
  });

  it('of two imports of the same new person at once, the second says that it is no longer what was shown', async () => {
    const file = csv(person('Bế Văn Đôi', 'Xã Bính Xá'));
    const previews = [await previewOf(board, 'officials', file), await previewOf(bix, 'officials', file)];
    await Promise.all(previews.map(({ id }) => board.post(`/imports/${id}/apply`, {})));
    const ends = await Promise.all(previews.map(({ id }) => settled(board, id)));
    expect(ends.map(({ status }) => status).sort()).toEqual(['applied', 'preview']);
    const loser = ends.find(({ status }) => status === 'preview');
    expect((await rowsOf(board, loser.id))[0].problems[0].rule).toBe('import.changed-since');
    const count = await app.database.value('SELECT count(*)::int FROM officials WHERE full_name = $1', ['Bế Văn Đôi']);
    expect(count).toBe(1);
  });

  it('a person who was changed after the preview is not overwritten in silence', async () => {
    const id = await app.database.value<string>(
      `SELECT o.id FROM officials o JOIN units u ON u.id = o.unit_id WHERE u.code = 'KM' ORDER BY o.id LIMIT 1`,
    );
    const file = corrected(await fileOf(board, '/officials/export'), id, 'Quê quán', 'Theo tệp');
    const preview = await previewOf(board, 'officials', file);
    ok(await board.patch(`/officials/${id}`, { homePlace: 'Theo người sửa' }));
    const end = await applied(board, preview.id);
    expect(end).toMatchObject({ status: 'preview', summary: { changed: 0, problems: 1 } });
    expect(ok(await board.get(`/officials/${id}`)).homePlace).toBe('Theo người sửa');
  });

  it('columns mapped by hand are read so, and remembered for the next file that looks the same', async () => {
    const strange = csv(person('Lộc Thị Cột', 'Xã Bính Xá')).toString().replace('Quê quán', 'Cột lạ');
    const preview = await previewOf(board, 'officials', Buffer.from(strange), 'la.csv');
    const [table] = preview.tables;
    const column = table.columns.find(({ heading }: Body) => heading === 'Cột lạ');
    expect(column).toMatchObject({ field: null, samples: ['Đình Lập'] });
    const columns = table.columns
      .map(({ index, field }: Body) => ({ index, field: index === column.index ? 'homePlace' : field }))
      .filter(({ field }: Body) => field !== null);
    const { sheet, headerRow, firstRow } = table;
    ok(await board.put(`/imports/${preview.id}/layout`, { sheets: [{ sheet, headerRow, firstRow, columns }] }));
    await settled(board, preview.id);
    expect((await rowsOf(board, preview.id))[0].values.homePlace).toBe('Đình Lập');
    const next = await previewOf(board, 'officials', Buffer.from(strange), 'la.csv');
    expect((await rowsOf(board, next.id))[0].values.homePlace).toBe('Đình Lập');
  });

  it('a unit that another was made into remembers its columns too', async () => {
    const km = await app.as('xa-km');
    const strange = (unit: string): Buffer =>
      Buffer.from(csv(person('Lộc Thị Kế', unit)).toString().replace('Quê quán', 'Cột của xã'));
    const { id, tables } = await previewOf(bix, 'officials', strange('Xã Bính Xá'), 'la.csv');
    const [{ sheet, headerRow, firstRow, columns: found }] = tables;
    const columns = found
      .map(({ index, field, heading }: Body) => ({ index, field: heading === 'Cột của xã' ? 'homePlace' : field }))
      .filter(({ field }: Body) => field !== null);
    ok(await bix.put(`/imports/${id}/layout`, { sheets: [{ sheet, headerRow, firstRow, columns }] }));
    const homePlace = async (): Promise<unknown> => {
      const preview = await previewOf(km, 'officials', strange('Xã Kiên Mộc'), 'la.csv');
      return (await rowsOf(km, preview.id))[0].values.homePlace;
    };
    expect(await homePlace()).toBeUndefined();
    await app.database.rows(
      `INSERT INTO unit_successions (id, from_unit_id, to_unit_id, effective_on)
       SELECT gen_random_uuid(), a.id, b.id, '2026-01-01' FROM units a, units b WHERE a.code = 'BIX' AND b.code = 'KM'`,
    );
    expect(await homePlace()).toBe('Đình Lập');
    await app.database.rows('DELETE FROM unit_successions');
  });

  it('says no to what is no import', async () => {
    const noKind = new FormData();
    noKind.append('file', new Blob(['a']), 'a.csv');
    const answers = [
      await board.send('POST', '/imports', noKind),
      await handIn(board, 'things', Buffer.from('a,b')),
      await handIn(board, 'officials', Buffer.alloc(0)),
    ];
    expect(answers.map(({ status, body }) => [status, body.errors[0].path, body.errors[0].rule])).toEqual([
      [422, 'kind', 'required'],
      [422, 'kind', 'isIn'],
      [422, 'file', 'required'],
    ]);
    const refused = await previewOf(board, 'officials', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), 'anh.xlsx');
    expect(refused.status).toBe('refused');
    expect(refused.reason).toMatch(/Tệp|Đuôi/);
    expect((await board.post(`/imports/${refused.id}/apply`, {})).status).toBe(409);
    const preview = await previewOf(board, 'officials', csv(person('Chu Văn Sai', 'Xã Bính Xá')));
    const bad = await board.put(`/imports/${preview.id}/layout`, {
      sheets: [
        {
          sheet: 'Không có',
          headerRow: 2,
          firstRow: 2,
          columns: [
            { index: 0, field: 'fullName' },
            { index: 1, field: 'fullName' },
            { index: 2, field: 'lương' },
          ],
        },
      ],
    });
    expect([bad.status, bad.body.errors.map(({ path }: Body) => path)]).toEqual([
      422,
      ['sheets.0.sheet', 'sheets.0.firstRow', 'sheets.0.columns.1.field', 'sheets.0.columns.2.field'],
    ]);
    expect((await board.get(`/imports/${preview.id}/rows?state=good`)).status).toBe(422);
    expect((await board.delete(`/imports/${preview.id}`)).status).toBe(204);
    expect((await board.get(`/imports/${preview.id}`)).status).toBe(404);
  });

  it('keeps of people no longer than it serves', async () => {
    expect(
      await app.database.value(
        'SELECT count(*)::int FROM stored_files f JOIN imports i ON i.file_id = f.id WHERE i.status <> $1',
        ['preview'],
      ),
    ).toBe(0);
    await previewOf(board, 'officials', csv(person('Chu Văn Chờ', 'Xã Bính Xá')));
    app.clock.set(new Date(app.clock.now().getTime() + 91 * 86_400_000).toISOString());
    await app.app.get(RetentionService).tidy();
    const [left] = await app.database.rows(
      `SELECT (SELECT count(*)::int FROM import_rows) AS rows, (SELECT count(*)::int FROM journal_entries) AS entries,
         (SELECT count(*)::int FROM imports WHERE status = 'preview') AS previews, (SELECT count(*)::int FROM stored_files) AS files,
         (SELECT count(*) > 0 FROM imports WHERE status = 'applied') AS numbers`,
    );
    expect(left).toEqual({ rows: 0, entries: 0, previews: 0, files: 0, numbers: true });
    const kept = await app.database.value<string>(`SELECT id FROM imports WHERE status = 'applied' LIMIT 1`);
    const refused = await board.post(`/imports/${kept}/undo`);
    expect([refused.status, refused.body.code]).toEqual([409, 'import-no-longer-kept']);
  });
});
