import XLSX from '@e965/xlsx';
import { startApp, type TestApp } from '../support/app.js';
import { officialsOf } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';
import { applied, corrected, csvOf, previewOf, rowsOf } from '../support/imports.js';

jest.setTimeout(120_000);

/** What a list says of a person beyond the usual columns: numbers that the law protects, certificates, planning. */
const HEADINGS = [
  'Họ và tên',
  'Bí danh',
  'Giới tính',
  'Ngày sinh',
  'Số CCCD/CMND',
  'Chức vụ',
  'Đối tượng',
  'Số thẻ Đảng',
  'QLNN',
  'Ngoại ngữ',
  'Tin học',
  'Đơn vị',
];
type Row = Partial<
  Record<'name' | 'other' | 'born' | 'id' | 'card' | 'management' | 'language' | 'it' | 'unit', string>
>;
const line = (row: Row): string[] => [
  row.name ?? 'Nông Văn Số',
  row.other ?? '',
  'Nam',
  row.born ?? '02/03/1985',
  row.id ?? '',
  'Công chức',
  'Công chức',
  row.card ?? '',
  row.management ?? '',
  row.language ?? '',
  row.it ?? '',
  row.unit ?? 'Xã Bính Xá',
];
const list = (...rows: Row[]): Buffer => csvOf(HEADINGS, ...rows.map(line));

const CITIZEN_ID = '020085001234';
const PARTY_CARD = '20123456';

let app: TestApp;
let board: Client;
let bix: Client;
beforeAll(async () => {
  app = await startApp({ worker: true });
  [board, bix] = [await app.as('board'), await app.as('xa-bix')];
});
afterAll(() => app.stop());

const sheetOf = async (client: Client): Promise<(string | null)[][]> => {
  const book = XLSX.read(await client.file('/officials/export'), { type: 'buffer' });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: null, blankrows: true });
};
/** The row of a person in the list that is handed out, by heading (the lower storey of it). */
const rowOf = async (client: Client, name: string): Promise<Record<string, string | null>> => {
  const rows = await sheetOf(client);
  const header = rows.findIndex((cells) => cells.includes('Họ và tên'));
  const cells = rows.find((each) => each[1] === name)!;
  return Object.fromEntries(cells.map((cell, at) => [rows[header + 1]![at] ?? rows[header]![at] ?? '', cell]));
};
/** Tables in which a text stands, however deep. */
const tablesWith = async (text: string): Promise<string[]> => {
  const tables = await app.database.rows<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const hex = Buffer.from(text).toString('hex');
    const sql = `SELECT count(*)::int FROM "${name}" t WHERE t::text LIKE $1 OR t::text LIKE $2`;
    if ((await app.database.value<number>(sql, [`%${text}%`, `%${hex}%`])) > 0) found.push(name);
  }
  return found;
};
const problemsOf = async (client: Client, file: Buffer): Promise<[string, string][]> => {
  const { id } = await previewOf(client, 'officials', file);
  const rows = await rowsOf(client, id, 'problem');
  return rows.flatMap(({ problems }: Body) => problems.map(({ rule, cell }: Body) => [cell, rule]));
};

describe('a person with everything', () => {
  const everything = list({
    other: 'Tư Đen',
    id: '020 085 001 234',
    card: PARTY_CARD,
    management: 'Chuyên viên',
    language: 'Anh B1',
    it: 'UDCNTT cơ bản',
  });
  let preview: Body;

  test('is shown with the last digits of the numbers alone, and kept so until it is recorded', async () => {
    preview = await previewOf(board, 'officials', everything);
    expect(preview.summary).toMatchObject({ new: 1, problems: 0 });
    const [row] = await rowsOf(board, preview.id);
    expect(row.values).toMatchObject({ citizenId: '••••••••1234', partyCard: '••••3456', otherName: 'Tư Đen' });
    expect(JSON.stringify(preview)).not.toContain('085 001');
    // The file itself, until it has done its service.
    expect(await tablesWith('020 085 001 234')).toEqual(['stored_files']);
    expect(await tablesWith(CITIZEN_ID)).toEqual([]);
  });

  test('is recorded whole, and nothing of the numbers stays in clear anywhere', async () => {
    await applied(board, preview.id);
    const [{ targetId }] = await rowsOf(board, preview.id);
    const record = ok(await board.get(`/officials/${targetId}`));
    expect(record).toMatchObject({ otherName: 'Tư Đen', citizenId: '••••••••1234', partyCard: '••••3456' });
    const kinds = record.qualifications.map(({ kind, level }: Body) => [kind, level]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['state-management', 'specialist'],
        ['language', 'Anh B1'],
        ['it', 'UDCNTT cơ bản'],
      ]),
    );
    const revealed = await board.post(`/officials/${targetId}/reveal`, { number: 'citizenId', reason: 'Đối chiếu' });
    expect(ok(revealed).number).toBe(CITIZEN_ID);
    for (const text of [CITIZEN_ID, '020 085 001 234', PARTY_CARD]) expect(await tablesWith(text)).toEqual([]);
  });

  test('stands in the list of those who may see it, whose trail counts the numbers; for others there is no column', async () => {
    for (const client of [board, bix])
      expect(await rowOf(client, 'Nông Văn Số')).toMatchObject({
        'Tên gọi khác': 'Tư Đen',
        'Số căn cước': CITIZEN_ID,
        'Số thẻ Đảng': PARTY_CARD,
        QLNN: 'Chuyên viên',
        'Ngoại ngữ': 'Anh B1',
        'Tin học': 'UDCNTT cơ bản',
      });
    const leader = await rowOf(await app.as('leader'), 'Nông Văn Số');
    expect(Object.keys(leader)).toEqual(expect.arrayContaining(['Tin học', 'Đơn vị']));
    expect(Object.keys(leader)).not.toEqual(expect.arrayContaining(['Số căn cước']));
    expect(Object.values(leader)).not.toEqual(expect.arrayContaining([CITIZEN_ID]));
    expect(Object.keys(leader)).not.toContain('Số thẻ Đảng');
    expect(Object.keys(await rowOf(bix, 'Nông Văn Số'))).not.toContain('Ngày xác nhận quy hoạch');
    const [entry] = await app.database.rows<{ data: Body }>(
      `SELECT data FROM audit_entries WHERE action = 'officials.exported' ORDER BY at, id LIMIT 1`,
    );
    const kept = 'SELECT (count(citizen_id_key) + count(party_card_key))::int FROM officials';
    expect(entry?.data).toEqual({ rows: 244, numbers: await app.database.value<number>(kept) });
  });

  test('is unchanged when the list comes back', async () => {
    const back = await previewOf(board, 'officials', await board.file('/officials/export'));
    expect(back.summary).toEqual({ new: 0, changed: 0, unchanged: 244, problems: 0 });
  });

  test('is known by the number, under another name and in another unit', async () => {
    const moved = await previewOf(
      board,
      'officials',
      list({ id: CITIZEN_ID, name: 'Nông Văn Đổi', unit: 'Xã Kiên Mộc', born: '' }),
    );
    const [row] = await rowsOf(board, moved.id, 'changed');
    expect(row.changes.map(({ field }: Body) => field)).toEqual(['fullName', 'unitName']);
    expect(ok(await board.get(`/officials/${row.targetId}`)).fullName).toBe('Nông Văn Số');
  });

  test('has a new number by the old one’s record alone, shown covered, and it can be taken back', async () => {
    const file = await board.file('/officials/export');
    const { 'Mã hồ sơ (không sửa)': id } = await rowOf(board, 'Nông Văn Số');
    const preview = await previewOf(board, 'officials', corrected(file, id!, 'Số căn cước', '020085009999'));
    const [row] = await rowsOf(board, preview.id, 'changed');
    expect(row.changes).toEqual([{ field: 'citizenId', before: '••••••••1234', after: '••••••••9999' }]);
    await applied(board, preview.id);
    expect(await rowOf(board, 'Nông Văn Số')).toMatchObject({ 'Số căn cước': '020085009999' });
    ok(await board.post(`/imports/${preview.id}/undo`));
    expect(await rowOf(board, 'Nông Văn Số')).toMatchObject({ 'Số căn cước': CITIZEN_ID });
  });
});

describe('numbers that say otherwise than the row', () => {
  const two = list({ name: 'Hoàng Văn Cũ', id: '080123456' }, { name: 'Lý Văn Khác', card: '20777777' });
  beforeAll(async () => {
    await applied(board, (await previewOf(board, 'officials', two)).id);
  });

  test.each<[string, Row[], [string, string][]]>([
    [
      'the number of one and the name of another',
      [{ name: 'Lý Văn Khác', id: CITIZEN_ID }],
      [['E2', 'import.number-of-another']],
    ],
    ['another number for the same name and birth', [{ id: '020085005555' }], [['E2', 'import.number-differs']]],
    ['a card that somebody else has', [{ name: 'Ma Văn Mới', card: '20777777' }], [['H2', 'import.card-of-another']]],
    [
      'one number twice in the file',
      [
        { name: 'Ma Văn Một', id: '020085007777' },
        { name: 'Ma Văn Hai', id: '020085007777' },
      ],
      [['E3', 'import.double']],
    ],
    [
      'too few digits, too many, a name too long',
      [{ id: '12345' }, { name: 'Ma Văn Thẻ', card: '12' }, { name: `Ma ${'Văn '.repeat(40)}` }],
      [
        ['E2', 'cell.citizen-id'],
        ['H3', 'cell.party-card'],
        ['A4', 'import.too-long'],
      ],
    ],
  ])('%s: named in plain words', async (_, rows, problems) => {
    expect(await problemsOf(board, list(...rows))).toEqual(problems);
  });

  test('what is said of it names people and never a number', async () => {
    const { id } = await previewOf(board, 'officials', list({ name: 'Lý Văn Khác', id: CITIZEN_ID }, { id: '12345' }));
    const [contradiction, short] = await rowsOf(board, id, 'problem');
    expect(contradiction.problems[0].message).toContain('là của Nông Văn Số (sinh 02/03/1985)');
    expect(contradiction.problems[0].message).toContain('lại chỉ Lý Văn Khác');
    expect(short.problems[0].message).not.toContain('12345');
    expect(await tablesWith('12345"')).not.toContain('import_rows');
  });

  test('the new card of twelve digits takes the place of the old one of nine', async () => {
    const { id } = await previewOf(board, 'officials', list({ name: 'Hoàng Văn Cũ', id: '020085002222' }));
    const [row] = await rowsOf(board, id);
    expect(row.changes).toEqual([{ field: 'citizenId', before: '•••••3456', after: '••••••••2222' }]);
  });

  test('a number of somebody in another unit is no committee’s to take, and tells nothing of them', async () => {
    const [km] = await officialsOf(app, 'KM');
    ok(await board.patch(`/officials/${km}`, { citizenId: '020085003333' }));
    const { id } = await previewOf(bix, 'officials', list({ name: 'Vi Văn Nhà', id: '020085003333' }));
    const [row] = await rowsOf(bix, id, 'problem');
    expect(row.problems.map(({ rule }: Body) => rule)).toEqual(['import.number-elsewhere']);
    expect(JSON.stringify(row)).not.toContain(ok(await board.get(`/officials/${km}`)).fullName);
  });
});

describe('certificates and planning', () => {
  const ofFirst = async (heading: string, text: string): Promise<{ preview: Body; row: Body; id: string }> => {
    const [id] = await officialsOf(app, 'CS');
    const preview = await previewOf(
      board,
      'officials',
      corrected(await board.file('/officials/export'), id!, heading, text),
    );
    const rows = await rowsOf(board, preview.id);
    return { preview, id: id!, row: rows.find(({ state }: Body) => state === 'changed' || state === 'problem') };
  };
  const held = async (id: string, kind: string): Promise<string[]> =>
    ok(await board.get(`/officials/${id}`))
      .qualifications.filter((each: Body) => each.kind === kind)
      .map(({ level }: Body) => level)
      .sort();

  test('a certificate without a paper is put right; one with a number stays, and another follows it', async () => {
    const { preview, id } = await ofFirst('Ngoại ngữ', 'Anh A2');
    await applied(board, preview.id);
    await applied(board, (await ofFirst('Ngoại ngữ', 'Anh B1')).preview.id);
    expect(await held(id, 'language')).toEqual(['Anh B1']);
    ok(await board.post(`/officials/${id}/qualifications`, { kind: 'it', level: 'A', certificateNumber: '12/CC' }));
    const it = await ofFirst('Tin học', 'B');
    expect(it.row.changes).toEqual([{ field: 'it', before: 'A', after: 'B' }]);
    await applied(board, it.preview.id);
    expect(await held(id, 'it')).toEqual(['A', 'B']);
    const back = await previewOf(board, 'officials', await board.file('/officials/export'));
    expect(back.summary).toMatchObject({ new: 0, changed: 0, problems: 0 });
  });

  test('the board confirms a planning by a day, where there is one; what it is for travels in no list', async () => {
    const without = await ofFirst('Ngày xác nhận quy hoạch', '01/02/2026');
    expect(without.row.problems.map(({ rule }: Body) => rule)).toEqual(['import.no-planning']);
    const planning = { title: 'Chủ tịch UBND xã (quy hoạch)', category: 'cadre', confirmedOn: '2025-01-05' };
    ok(await board.post(`/officials/${without.id}/plannings`, planning));
    const { preview, row, id } = await ofFirst('Ngày xác nhận quy hoạch', '01/02/2026');
    expect(row.changes).toEqual([{ field: 'planningConfirmedOn', before: '2025-01-05', after: '2026-02-01' }]);
    expect(JSON.stringify(await sheetOf(board))).not.toContain('(quy hoạch)');
    const confirmed = async (): Promise<string> =>
      ok(await board.get(`/officials/${id}`)).plannings.map(({ confirmedOn }: Body) => confirmedOn)[0];
    await applied(board, preview.id);
    expect(await confirmed()).toBe('2026-02-01');
    ok(await board.post(`/imports/${preview.id}/undo`));
    expect(await confirmed()).toBe('2025-01-05');
    const future = await ofFirst('Ngày xác nhận quy hoạch', '01/02/2027');
    expect(future.row.problems.map(({ rule }: Body) => rule)).toEqual(['import.planning-in-the-future']);
  });

  test('a committee confirms no planning', async () => {
    const headings = [...HEADINGS, 'Ngày xác nhận quy hoạch'];
    const file = csvOf(headings, [...line({ name: 'Vi Văn Nhà' }), '01/02/2026']);
    expect(await problemsOf(bix, file)).toEqual([['M2', 'import.planning-of-the-board']]);
  });
});

test('rows that are forgotten leave nothing of people behind', async () => {
  const preview = await previewOf(board, 'officials', list({ name: 'Bàn Văn Quên' }, { name: 'Chú thích thôi' }));
  await applied(board, preview.id);
  expect(await tablesWith('Bàn Văn Quên')).toContain('imports');
  app.clock.set(new Date(app.clock.now().getTime() + 91 * 86_400_000).toISOString());
  const { RetentionService } = await import('../../src/modules/imports/retention.service.js');
  await app.app.get(RetentionService).tidy();
  expect(await tablesWith('Bàn Văn Quên')).toEqual(['officials']);
});
