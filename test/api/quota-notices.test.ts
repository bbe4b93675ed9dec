import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';
import { until } from '../support/until.js';

/** The matrix, the notices that make it known, what is foreseen and what was. The demo's day is 2 March 2026. */
let app: TestApp;
let board: Client;
let bix: Client;
const programs: Record<string, string> = {};
const ids: Record<string, string> = {};
const NOBODY = '00000000-0000-7000-8000-000000000000';
const YEAR = 2027;
beforeAll(async () => {
  app = await startApp({ worker: true });
  [board, bix] = [await app.as('board'), await app.as('xa-bix')];
  for (const code of ['TC', 'CC', 'CNKT']) programs[code] = (await build.program(app, code)).id as string;
  for (const code of ['BIX', 'KM', 'BL', 'DINH-LAP']) ids[code] = await unitId(app, code);
  await build.grant(app, tc(), 10, YEAR);
  await build.grant(app, programs.CC ?? '', 3, YEAR);
});
afterAll(() => app.stop());

const tc = (): string => programs.TC ?? '';
const id = (code: string): string => ids[code] ?? '';
const cell = (code: string, was: number, places: number, program = 'TC'): Body => ({
  programId: programs[program],
  unitId: id(code),
  was,
  places,
});
const save = (...cells: Body[]) => board.put('/quotas/matrix', { period: YEAR, cells });
const stored = async (): Promise<Record<string, number>> => {
  const { items } = ok(await board.get(`/quotas?period=${YEAR}&page[size]=500`));
  return Object.fromEntries(
    items
      .filter(({ reserve, places }: Body) => !reserve && places > 0)
      .map(({ unit, programId, places }: Body) => [`${unit.code} ${programId === tc() ? 'TC' : 'CC'}`, places]),
  );
};

describe('a block of the matrix', () => {
  test('is written whole, over several programs', async () => {
    expect(ok(await save(cell('BIX', 0, 3), cell('KM', 0, 2), cell('BIX', 0, 1, 'CC')))).toEqual({ changed: 3 });
    expect(await stored()).toEqual({ 'BIX TC': 3, 'KM TC': 2, 'BIX CC': 1 });
  });

  test('with one wrong cell is written not at all, and names it', async () => {
    const tooMany = await save(cell('KM', 2, 1), cell('BL', 0, 4, 'CC'));
    expect([tooMany.status, tooMany.body.code]).toEqual([409, 'grant-exceeded']);
    expect(tooMany.body.errors).toEqual([expect.objectContaining({ path: 'cells.1.places', rule: 'withinGrant' })]);
    const stranger = await save(cell('KM', 2, 1), { ...cell('KM', 0, 1), unitId: NOBODY });
    expect([stranger.status, stranger.body.errors[0].path]).toEqual([404, 'cells.1.unitId']);
    const unrationed = await save(cell('KM', 2, 1), cell('KM', 0, 1, 'CNKT'));
    expect(unrationed.status).toBe(422);
    const twice = await save(cell('KM', 2, 1), cell('KM', 2, 3));
    expect([twice.status, twice.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ path: 'cells.1.unitId', rule: 'onceInList' }),
    ]);
    expect(await stored()).toEqual({ 'BIX TC': 3, 'KM TC': 2, 'BIX CC': 1 });
  });

  test('that was typed over somebody else’s change is refused, and says what the cell is now', async () => {
    const answer = await save(cell('BIX', 3, 4), cell('KM', 7, 8), cell('BL', 0, 1, 'CC'));
    expect([answer.status, answer.body.code]).toEqual([409, 'cells-changed']);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ path: 'cells.1.places', message: 'Người khác vừa sửa ô này thành 2.' }),
    ]);
    expect(await stored()).toMatchObject({ 'BIX TC': 3 });
  });

  test('two writers at once: one wins, the other is told, nothing is mixed', async () => {
    const answers = await Promise.all([
      save(cell('BL', 0, 1), cell('BL', 0, 1, 'CC')),
      save(cell('BL', 0, 2), cell('BL', 0, 2, 'CC')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const now = await stored();
    expect(now['BL TC']).toBe(now['BL CC']);
    ok(await save(cell('BL', now['BL TC'] ?? 0, 0), cell('BL', now['BL CC'] ?? 0, 0, 'CC')));
  });
});

test('a comment says who and when; a unit reads and writes on its own cells alone', async () => {
  const comment = { programId: tc(), period: YEAR, unitId: id('BIX'), text: ' Đợi tỉnh giao thêm. ' };
  ok(await board.post('/quotas/comments', comment));
  const own = ok(await bix.post('/quotas/comments', { ...comment, text: 'Xin thêm 1 chỗ.' }));
  expect(own.items.map(({ text, author }: Body) => [text, author])).toEqual([
    ['Đợi tỉnh giao thêm.', 'Ban Tổ chức Huyện ủy'],
    ['Xin thêm 1 chỗ.', expect.any(String)],
  ]);
  expect((await bix.post('/quotas/comments', { ...comment, unitId: id('KM') })).status).toBe(404);
  expect(ok(await (await app.as('xa-km')).get(`/quotas/comments?period=${YEAR}`)).items).toEqual([]);
  expect((await board.post('/quotas/comments', { ...comment, text: ' ' })).body.errors[0].path).toBe('text');
});

describe('a notice of quotas', () => {
  const draft = { period: YEAR, programIds: [] as string[], deadline: '2026-04-30', note: 'Gửi danh sách kèm hồ sơ.' };
  const document = { documentNumber: '15-TB/BTCHU', documentDate: '2026-03-02', signer: 'Trưởng ban' };
  let noticeId: string;

  test('is a draft that shows places as they stand, for the board alone', async () => {
    draft.programIds = [tc(), programs.CC ?? ''];
    const notice = ok(await board.post('/quotas/notices', draft));
    noticeId = notice.id as string;
    expect(notice).toMatchObject({ state: 'draft', documentNumber: null, called: 0, can: { publish: true } });
    const lines = (of: Body) => of.lines.map(({ unit, places }: Body) => [unit.code, places]);
    expect(lines(notice)).toEqual([
      ['BIX', 1],
      ['BIX', 3],
      ['KM', 2],
    ]);
    expect(notice.lines[0].reason).toBe('Theo quyết định phân bổ của Huyện ủy Đình Lập.');
    ok(await save(cell('KM', 2, 1)));
    expect(lines(ok(await board.get(`/quotas/notices/${noticeId}`)))[2]).toEqual(['KM', 1]);
    expect((await bix.get(`/quotas/notices/${noticeId}`)).status).toBe(404);
    const seen = ok(await bix.get('/quotas/notices')).items;
    expect(seen.map(({ id }: Body) => id)).not.toContain(noticeId);
  });

  test('is published under a number, date and signer; freezes its annex and calls the units', async () => {
    const question = { programId: tc(), period: YEAR, places: 6, method: 'dhondt' };
    const weights = { [id('BIX')]: 4, [id('KM')]: 2 };
    ok(await board.post('/quotas/proposals/apply', { ...question, weights }));
    const tomorrow = await board.post(`/quotas/notices/${noticeId}/publish`, {
      ...document,
      documentDate: '2026-03-03',
    });
    expect(tomorrow.body.errors[0]).toMatchObject({ path: 'documentDate', rule: 'notInTheFuture' });
    const notice = ok(await board.post(`/quotas/notices/${noticeId}/publish`, document));
    expect(notice).toMatchObject({ ...document, state: 'published', called: 2, seen: 0, acknowledged: 0 });
    expect(notice.lines.map(({ unit, places }: Body) => [unit.code, places])).toEqual([
      ['BIX', 1],
      ['BIX', 4],
      ['KM', 2],
    ]);
    expect(notice.lines[1].reason).toContain('Chia 6 chỗ theo tỷ lệ thì được 4.');
    ok(await save(cell('KM', 2, 1)));
    const later = ok(await board.get(`/quotas/notices/${noticeId}`));
    expect(later.lines).toEqual(notice.lines);
    expect((await board.post(`/quotas/notices/${noticeId}/publish`, document)).body.code).toBe('notice-published');
    expect((await board.delete(`/quotas/notices/${noticeId}`)).body.code).toBe('notice-published');
    await expect(
      app.database.rows('UPDATE quota_notice_lines SET places = 9 WHERE notice_id = $1', [noticeId]),
    ).rejects.toMatchObject({ constraint: 'quota_notice_published_stays' });
  });

  test('is told to each unit, which sees its own lines, and the board sees who looked and who acknowledged', async () => {
    let told: Body;
    await until('the unit is told', async () => {
      told = ok(await bix.get('/inbox')).items.find(({ link }: Body) => link === `/chi-tieu/thong-bao/${noticeId}`);
      return told !== undefined;
    });
    expect(told.title).toBe('Thông báo chỉ tiêu số 15-TB/BTCHU: đơn vị được 5 chỗ');
    expect(ok(await bix.get('/reports/home')).tasks).toContainEqual({
      kind: 'quota-notices',
      count: 1,
      link: '/chi-tieu?tab=thong-bao',
    });
    const own = ok(await bix.post(`/quotas/notices/${noticeId}/seen`));
    expect(own.lines.map(({ unit }: Body) => unit.code)).toEqual(['BIX', 'BIX']);
    expect(own).toMatchObject({ called: 1, seen: 1, acknowledged: 0, can: { publish: false, acknowledge: true } });
    app.clock.set('2026-03-02T04:00:00Z');
    expect(ok(await bix.post(`/quotas/notices/${noticeId}/acknowledge`)).can.acknowledge).toBe(false);
    ok(await bix.post(`/quotas/notices/${noticeId}/acknowledge`));
    const { calls, seen, acknowledged } = ok(await board.get(`/quotas/notices/${noticeId}`));
    expect([seen, acknowledged]).toEqual([1, 1]);
    expect(
      calls.map(({ unit, seenAt, acknowledgedAt }: Body) => [unit.code, seenAt !== null, acknowledgedAt !== null]),
    ).toEqual([
      ['BIX', true, true],
      ['KM', false, false],
    ]);
    expect(new Date(calls[0].acknowledgedAt).getTime() - new Date(calls[0].seenAt).getTime()).toBe(3_600_000);
    expect((await (await app.as('xa-bl')).get(`/quotas/notices/${noticeId}`)).status).toBe(404);
    expect((await (await app.as('xa-bl')).post(`/quotas/notices/${noticeId}/seen`)).status).toBe(404);
    expect(ok(await bix.get('/reports/home')).tasks.map(({ kind }: Body) => kind)).not.toContain('quota-notices');
  });

  test('is answered by each unit with its list, with nobody and why, or with more time, which the board gives', async () => {
    const km = await app.as('xa-km');
    const reply = (client: Client, body: Body) => client.post(`/quotas/notices/${noticeId}/answer`, body);
    const callOf = (notice: Body, code: string): Body => notice.calls.find(({ unit }: Body) => unit.code === code);
    const early = ok(await board.get(`/quotas/notices/${noticeId}`));
    expect(early.calls.map(({ standing }: Body) => standing)).toEqual(['silent', 'silent']);
    const empty = await reply(bix, { answer: 'list' });
    expect([empty.status, empty.body.errors]).toMatchObject([422, [{ path: 'answer', rule: 'someoneNominated' }]]);
    const why = await reply(bix, { answer: 'none' });
    expect([why.status, why.body.errors[0].path]).toEqual([422, 'reason']);
    const sooner = await reply(km, { answer: 'more-time', reason: 'Bận Đại hội', until: '2026-04-30' });
    expect([sooner.status, sooner.body.errors]).toMatchObject([422, [{ path: 'until', rule: 'afterDeadline' }]]);

    ok(await reply(km, { answer: 'more-time', reason: 'Bận Đại hội', until: '2026-05-10' }));
    const none = ok(await reply(bix, { answer: 'none', reason: 'Không có ai đủ điều kiện.' }));
    expect(callOf(none, 'BIX')).toMatchObject({ answer: 'none', standing: 'answered' });
    const asked = ok(await board.get(`/quotas/notices/${noticeId}`));
    expect(asked.answered).toBe(1);
    expect(callOf(asked, 'KM')).toMatchObject({
      standing: 'more-time',
      askedUntil: '2026-05-10',
      reason: 'Bận Đại hội',
    });
    const given = ok(
      await board.post(`/quotas/notices/${noticeId}/calls/${callOf(asked, 'KM').id}/extend`, {
        deadline: '2026-05-10',
      }),
    );
    expect(callOf(given, 'KM')).toMatchObject({ standing: 'silent', deadline: '2026-05-10', answer: null });
    app.clock.set('2026-05-11T03:00:00Z');
    expect(callOf(ok(await board.get(`/quotas/notices/${noticeId}`)), 'KM').standing).toBe('late');
    ok(await reply(km, { answer: 'none', reason: 'Hết người.' }));
    expect(callOf(ok(await board.get(`/quotas/notices/${noticeId}`)), 'KM').standing).toBe('answered-late');
    app.clock.set('2026-03-02T04:00:00Z');
    await expect(
      app.database.rows(`UPDATE quota_notice_calls SET answer = 'none', reason = NULL WHERE notice_id = $1`, [
        noticeId,
      ]),
    ).rejects.toMatchObject({ constraint: 'quota_notice_answer_says_enough' });
  });

  test('is a draft that can be written anew until it has its number, and a Word file in the form of a notice', async () => {
    const { id: draftId } = ok(await board.post('/quotas/notices', draft));
    const path = `/quotas/notices/${draftId}`;
    const edited = ok(await board.put(path, { programIds: [tc()], deadline: '2026-05-05', note: 'Sửa lại.' }));
    expect(edited).toMatchObject({ deadline: '2026-05-05', note: 'Sửa lại.', programs: [{ code: 'TC' }] });
    const late = await board.put(path, { programIds: [tc()], deadline: '2026-01-05' });
    expect([late.status, late.body.errors[0].path]).toEqual([422, 'deadline']);
    const published = await board.put(`/quotas/notices/${noticeId}`, { programIds: [tc()], deadline: '2026-05-05' });
    expect([published.status, published.body.code]).toEqual([409, 'notice-published']);
    expect((await board.delete(path)).status).toBe(204);

    const files = unzipSync(new Uint8Array(await board.file(`/quotas/notices/${noticeId}/document`)));
    const text = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ' ');
    for (const said of ['ĐẢNG CỘNG SẢN VIỆT NAM', '15-TB/BTCHU', 'THÔNG BÁO', 'Chia 6 chỗ theo tỷ lệ', 'Trưởng ban'])
      expect(text).toContain(said);

    // As a program that writes texts reads it: every part is named, and the annex is one table with all its lines.
    const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const kinds = part('[Content_Types].xml');
    for (const name of Object.keys(files).filter((file) => /^word\/[^/]+\.xml$/.test(file)))
      expect([name, kinds.includes(`PartName="/${name}"`)]).toEqual([name, true]);
    for (const [, target] of part('word/_rels/document.xml.rels').matchAll(/Target="([^":]+\.xml)"/g))
      expect(Object.keys(files)).toContain(`word/${target}`);
    const tables = part('word/document.xml').split('<w:tbl>').slice(1);
    const lines = tables.at(-1)?.split('</w:tbl>')[0]?.split('<w:tr>').slice(1) ?? [];
    expect(lines.map((line) => line.split('<w:tc>').length - 1)).toEqual([5, 5, 5, 5, 5]);
    expect(lines[0]).toContain('<w:tblHeader/>');
  });

  test('is handed out as a workbook, and a later one of the same program stands in its place', async () => {
    const [sheet] = await readExcelFile(await board.file(`/quotas/notices/${noticeId}/export`));
    const rows = sheet?.data as unknown[][];
    expect(rows[0]?.[0]).toBe('PHỤ LỤC THÔNG BÁO CHỈ TIÊU NĂM 2027');
    expect(rows.flat()).toContain('Thông báo số 15-TB/BTCHU ngày 02/03/2026; người ký: Trưởng ban.');
    const second = ok(await board.post('/quotas/notices', { ...draft, programIds: [tc()] }));
    const same = await board.post(`/quotas/notices/${second.id}/publish`, document);
    expect([same.status, same.body.code]).toEqual([409, 'notice-number-taken']);
    ok(await board.post(`/quotas/notices/${second.id}/publish`, { ...document, documentNumber: '16-TB/BTCHU' }));
    expect(ok(await board.get(`/quotas/notices/${noticeId}`)).replacedBy).toBe('16-TB/BTCHU');
    const third = ok(await board.post('/quotas/notices', { ...draft, programIds: [tc()] }));
    expect((await board.delete(`/quotas/notices/${third.id}`)).status).toBe(204);
    expect((await board.get(`/quotas/notices/${third.id}`)).status).toBe(404);
  });

  test.each<[string, Body, string, string]>([
    ['a deadline that has passed', { deadline: '2026-03-01' }, 'deadline', 'notInThePast'],
    ['a program that is not rationed', { programIds: () => [programs.CNKT] }, 'programIds.0', 'needsQuota'],
    ['no program', { programIds: [] }, 'programIds', 'arrayMinSize'],
  ])('with %s is refused by name', async (_, wrong, path, rule) => {
    const programIds = typeof wrong.programIds === 'function' ? wrong.programIds() : (wrong.programIds ?? [tc()]);
    const answer = await board.post('/quotas/notices', { ...draft, ...wrong, programIds });
    expect([answer.status, answer.body.errors[0]]).toEqual([422, expect.objectContaining({ path, rule })]);
  });
});

describe('foresight', () => {
  test('names places that will be left over, and who could use them; a unit is pressed by one click', async () => {
    // Three of Kiên Mộc need the program; nobody of Bính Xá does, which has places.
    const needy = (await officialsOf(app, 'KM')).slice(0, 3);
    await app.database.rows(`DELETE FROM qualifications WHERE kind = 'llct' AND official_id = ANY($1)`, [needy]);
    await app.database.rows(
      `UPDATE officials SET born_on = '1992-05-01', birth_year = NULL WHERE id = ANY($1::uuid[])`,
      [needy],
    );
    await app.database.rows(
      `INSERT INTO qualifications (id, official_id, kind, level) SELECT gen_random_uuid(), o, 'llct', 'elementary' FROM unnest($1::uuid[]) o`,
      [needy],
    );
    const needs = ok(await board.get(`/needs?programId=${tc()}&until=${YEAR}-12-31`)).rows;
    const needOf = (code: string): number => needs.find(({ unit }: Body) => unit.code === code)?.people ?? 0;
    expect(needOf('KM')).toBeGreaterThanOrEqual(2);
    app.clock.set('2027-07-15T03:00:00Z');
    const { items } = ok(await board.get(`/quotas/foresight?period=${YEAR}`));
    const of = (code: string): Body =>
      items.find(({ unit, program }: Body) => unit.code === code && program.code === 'TC');
    expect(of('BIX')).toMatchObject({ left: 4, used: 0, candidates: needOf('BIX'), surplus: 4 - needOf('BIX') });
    expect(of('BIX').next).toMatchObject({ unit: { code: 'KM' }, lacking: needOf('KM') - 1 });
    expect(of('KM')).toMatchObject({ left: 1, press: 1, surplus: 0, lastDay: `${YEAR}-12-31`, next: null });
    expect(of('DINH-LAP')).toMatchObject({ reserve: true, left: 5, surplus: 5 });
    // What Bính Xá has nobody for is offered to Kiên Mộc, and kept for it until it answers.
    const offer = {
      programId: tc(),
      period: YEAR,
      places: 1,
      answerDays: 5,
      fromUnitId: id('BIX'),
      firstUnitId: id('KM'),
    };
    const tooMany = await board.post('/quotas/offers', { ...offer, places: 5 });
    expect([tooMany.status, tooMany.body.code]).toEqual([409, 'not-enough-places']);
    const offers = ok(await board.post('/quotas/offers', offer)).items;
    expect(offers[0]).toMatchObject({ unit: { code: 'KM' }, state: 'offered', places: 1 });
    const after = ok(await board.get(`/quotas/foresight?period=${YEAR}`)).items;
    expect(after.find(({ unit, program }: Body) => unit.code === 'BIX' && program.code === 'TC').left).toBe(3);
    const press = { programId: tc(), period: YEAR, unitId: id('KM') };
    expect((await board.post('/quotas/foresight/press', press)).status).toBe(204);
    const [told] = ok(await (await app.as('xa-km')).get('/inbox')).items;
    expect(told.title).toBe('Còn 1 chỗ Trung cấp lý luận chính trị chưa có người được cử');
    expect((await board.post('/quotas/foresight/press', { ...press, unitId: id('BL') })).status).toBe(404);
  });
});

test('the history since 2015 has 19 advanced and 230 intermediate, by unit and per head, and is handed out', async () => {
  const history = ok(await board.get('/reports/places-history?from=2015&to=2019&without=2'));
  expect(history.programs.map(({ code, sent }: Body) => [code, sent])).toEqual(
    expect.arrayContaining([
      ['CC', 19],
      ['TC', 230],
    ]),
  );
  const of = (unit: Body, code: string): Body =>
    unit.programs[history.programs.findIndex((program: Body) => program.code === code)];
  // Communes, towns and the agencies of the district.
  expect(history.units.length).toBeGreaterThan(12);
  for (const code of ['CC', 'TC']) {
    const sum = history.units.reduce((total: number, unit: Body) => total + Number(of(unit, code).sent), 0);
    expect(sum).toBe(code === 'CC' ? 19 : 230);
    const byYear = history.years.reduce((total: number, year: Body) => total + Number(of(year, code).sent), 0);
    expect(byYear).toBe(sum);
  }
  const one = history.units.find(({ unit }: Body) => unit.code === 'KM');
  expect(of(one, 'TC').perHundred).toBeCloseTo((100 * of(one, 'TC').sent) / one.officials, 1);
  const km = ok(await board.get('/reports/places-history?from=2024&to=2026&without=2')).units.find(
    ({ unit }: Body) => unit.code === 'KM',
  );
  expect(km.programs.some(({ leftOut, need }: Body) => leftOut && need > 0)).toBe(true);
  expect(ok(await bix.get('/reports/places-history')).units.map(({ unit }: Body) => unit.code)).toEqual(['BIX']);
  const [sheet] = await readExcelFile(await board.file('/reports/places-history/export?from=2015&to=2019'));
  expect((sheet?.data as unknown[][])[0]?.[0]).toBe('CỬ ĐI HỌC CÁC CHƯƠNG TRÌNH CHIA CHỈ TIÊU, 2015–2019');
  expect((await board.get('/reports/places-history?from=2019&to=2015')).status).toBe(422);
});
