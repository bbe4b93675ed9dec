import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Answer, type Body, type Client, ok } from '../support/client.js';

/** The whole record of one official, over the API: what it keeps, what it refuses, who sees what, what the trail knows. */
let app: TestApp;
let board: Client;
let bix: Client;
let people: string[];
let km: string;
const TODAY = '2026-03-02';

beforeAll(async () => {
  app = await startApp();
  [board, bix] = [await app.as('board'), await app.as('xa-bix')];
  people = await officialsOf(app, 'BIX');
  km = (await officialsOf(app, 'KM'))[0]!;
});
afterAll(() => app.stop());

const at = (index: number): string => `/officials/${people[index]}`;
const profile = async (index: number, who = board): Promise<Body> => ok(await who.get(at(index)));
const trail = (id: string, action: string): Promise<{ data: Body; account_name: string }[]> =>
  app.database.rows(
    'SELECT data, account_name FROM audit_entries WHERE subject_id = $1 AND action = $2 ORDER BY at, id',
    [id, action],
  );
const refusal = ({ status, body }: Answer): unknown => ({
  status,
  errors: body.errors?.map(({ path, rule }: Body) => [path, rule]),
});

test('the clock of these tests stands where they think it does', () => {
  expect(app.clock.now().toISOString().slice(0, 10)).toBe(TODAY);
});

describe('the person', () => {
  test('null empties a field; what is left out stays', async () => {
    ok(await bix.patch(at(0), { otherName: '  Tư   Đen ', ethnicGroup: 'Tày', homePlace: 'Bính Xá' }));
    expect(await profile(0, bix)).toMatchObject({ otherName: 'Tư Đen', ethnicGroup: 'Tày', homePlace: 'Bính Xá' });
    const changed = ok(await bix.patch(at(0), { otherName: null, homePlace: null }));
    expect(changed).toMatchObject({ otherName: null, ethnicGroup: 'Tày', homePlace: null });
  });

  test('a change of what somebody else changed meanwhile is refused', async () => {
    const { headers, body } = await bix.get(at(1));
    const tag = headers.get('etag')!;
    expect(tag).toBe(`"${body.version}"`);
    const first = await bix.patch(at(1), { homePlace: 'Lạng Sơn' }, { 'if-match': tag });
    expect(first.status).toBe(200);
    expect((await board.patch(at(1), { homePlace: 'Nơi khác' }, { 'if-match': tag })).status).toBe(412);
    expect((await board.patch(at(1), { homePlace: 'Hà Nội' }, { 'if-match': first.headers.get('etag')! })).status).toBe(
      200,
    );
    expect((await board.patch(at(1), { homePlace: 'x' }, { 'if-match': 'khác' })).status).toBe(422);
  });

  test('a change of a part of the record counts as a change of the record', async () => {
    const { version } = await profile(1);
    ok(await bix.post(`${at(1)}/qualifications`, { kind: 'language', level: 'B1' }));
    expect((await bix.patch(at(1), { homePlace: 'y' }, { 'if-match': `"${version}"` })).status).toBe(412);
  });

  test('dates out of the order of a life are refused, each at its field', async () => {
    const { status, errors } = refusal(
      await bix.patch(at(0), { bornOn: '1990-01-01', probationaryOn: '1980-01-01', fullMemberOn: '1979-01-01' }),
    ) as Body;
    expect({ status, errors }).toEqual({
      status: 422,
      errors: [
        ['probationaryOn', 'afterBirth'],
        ['fullMemberOn', 'afterProbation'],
      ],
    });
  });

  test('a level can be corrected downward and taken out; what it was stays in the trail', async () => {
    ok(await bix.patch(at(2), { llctLevel: 'advanced' }));
    ok(await bix.patch(at(2), { llctLevel: 'elementary' }));
    expect((await profile(2)).llctLevel).toBe('elementary');
    const corrections = (await trail(people[2]!, 'official.changed')).map(({ data }) => data.levels);
    expect(corrections.at(-1)).toEqual([{ kind: 'llct', from: 'advanced', to: 'elementary' }]);
    ok(await bix.patch(at(2), { llctLevel: null }));
    expect((await profile(2)).llctLevel).toBeNull();
    ok(await bix.patch(at(2), { professionalLevel: 'bachelor', professionalMajor: 'Luật' }));
    expect(ok(await bix.patch(at(2), { professionalMajor: 'Luật hành chính' }))).toMatchObject({
      professionalLevel: 'bachelor',
      professionalMajor: 'Luật hành chính',
    });
  });
});

describe('numbers that the law protects', () => {
  const NUMBER = '020199004321';

  test('are sealed in the database, masked in the profile, and absent from lists and logs', async () => {
    const saved = ok(await bix.patch(at(3), { citizenId: '020 199 004 321', partyCard: '12.345678' }));
    expect(saved).toMatchObject({ citizenId: '••••••••4321', partyCard: '••••5678' });
    const [row] = await app.database.rows(
      `SELECT to_jsonb(o)::text AS text, citizen_id_sealed AS sealed FROM officials o WHERE id = $1`,
      [people[3]],
    );
    expect(row!.text).not.toContain(NUMBER);
    expect((row!.sealed as Buffer).includes(NUMBER)).toBe(false);
    const list = await bix.get('/officials?page[size]=500');
    expect(JSON.stringify(list.body)).not.toContain('4321');
    expect(
      await app.database.value('SELECT count(*)::int FROM audit_entries WHERE data::text LIKE $1', [`%${NUMBER}%`]),
    ).toBe(0);
  });

  test('stay hidden from a Party cell and from leaders', async () => {
    const inCell = await app.database.value<string>(
      `SELECT u.code FROM officials o JOIN units u ON u.id = o.cell_id WHERE o.id = $1`,
      [people[3]],
    );
    for (const who of ['leader', `chibo-${inCell.toLowerCase().replace('-cb', '-')}`]) {
      const seen = await profile(3, await app.as(who));
      expect(seen).toMatchObject({ masked: true, citizenId: null, partyCard: null, plannings: null, notes: null });
    }
  });

  test('are shown whole only for a reason, which the trail keeps', async () => {
    expect((await bix.post(`${at(3)}/reveal`, { number: 'citizenId' })).status).toBe(422);
    expect(ok(await bix.post(`${at(3)}/reveal`, { number: 'citizenId', reason: 'Làm thẻ học viên' }))).toEqual({
      number: NUMBER,
    });
    expect((await trail(people[3]!, 'official.number-revealed')).map(({ data }) => data)).toEqual([
      { number: 'citizenId', reason: 'Làm thẻ học viên' },
    ]);
    expect((await bix.post(`${at(4)}/reveal`, { number: 'citizenId', reason: 'Thử' })).body.code).toBe('no-number');
  });

  test('find the one person who has them, within the searcher’s own units', async () => {
    const search = { kind: 'citizenId', number: ' 020.199.004.321' };
    expect(ok(await board.post('/officials/find-by-number', search)).map(({ id }: Body) => id)).toEqual([people[3]]);
    expect(ok(await bix.post('/officials/find-by-number', search))).toHaveLength(1);
    expect(ok(await (await app.as('xa-km')).post('/officials/find-by-number', search))).toEqual([]);
    expect(ok(await bix.post('/officials/find-by-number', { kind: 'partyCard', number: '12345678' }))).toHaveLength(1);
    expect(await trail(people[3]!, 'official.searched-by-number')).toHaveLength(3);
  });

  test('belong to one person, also for a unit that cannot see the other one', async () => {
    const taken = await (await app.as('xa-km')).patch(`/officials/${km}`, { citizenId: NUMBER });
    expect({
      status: taken.status,
      code: taken.body.code,
      errors: taken.body.errors.map(({ path }: Body) => path),
    }).toEqual({
      status: 409,
      code: 'number-taken',
      errors: ['citizenId'],
    });
  });

  test('that are no such numbers are refused, and may be emptied', async () => {
    for (const citizenId of ['12345', 'mười hai', '0201990043210'])
      expect(refusal(await bix.patch(at(4), { citizenId }))).toEqual({
        status: 422,
        errors: [['citizenId', 'citizenIdDigits']],
      });
    ok(await bix.patch(at(4), { citizenId: '123456789' }));
    expect(ok(await bix.patch(at(4), { citizenId: null })).citizenId).toBeNull();
  });
});

describe('posts', () => {
  const post = async (index: number, body: object): Promise<Answer> =>
    bix.post(`${at(index)}/posts`, { category: 'cadre', unitId: await unitId(app, 'BIX'), main: true, ...body });

  test('a new main post ends the old one the day before', async () => {
    ok(await post(5, { title: 'Chủ tịch UBND xã', from: '2026-02-01' }));
    const { posts, post: title } = await profile(5);
    expect(title).toBe('Chủ tịch UBND xã');
    expect(posts.map(({ to, main }: Body) => [to, main])).toEqual([
      [null, true],
      ['2026-01-31', true],
    ]);
  });

  test('others are held beside it; a post ends on a day', async () => {
    const other = ok(await post(5, { title: 'Đại biểu HĐND xã', main: false, from: '2026-02-10' }));
    expect((await profile(5)).posts.filter(({ to }: Body) => to === null)).toHaveLength(2);
    ok(await bix.patch(`${at(5)}/posts/${other.id}`, { to: '2026-03-01' }));
    const ended = (await profile(5)).posts.find(({ id }: Body) => id === other.id);
    expect(ended).toMatchObject({ title: 'Đại biểu HĐND xã', from: '2026-02-10', to: '2026-03-01' });
    expect((await bix.delete(`${at(5)}/posts/${other.id}`)).status).toBe(204);
  });

  test('two main posts never overlap', async () => {
    for (const body of [{ from: '2026-01-10', to: '2026-02-20' }, { from: '2026-02-01' }, { from: null }]) {
      const answer = await post(5, { title: 'Phó Bí thư', ...body });
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 409, code: 'main-posts-overlap' });
    }
    expect((await profile(5)).posts).toHaveLength(2);
  });

  test('twenty that begin at once leave one main post at a time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => post(6, { title: `Chức vụ ${index}`, from: '2026-02-15' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  test('that end before they begin, or begin tomorrow, are refused', async () => {
    expect(refusal(await post(5, { title: 'x', from: '2026-03-01', to: '2026-02-01' }))).toEqual({
      status: 422,
      errors: [['to', 'notBeforeFrom']],
    });
    expect(refusal(await post(5, { title: 'x', from: '2026-03-03' }))).toEqual({
      status: 422,
      errors: [['from', 'notInTheFuture']],
    });
  });

  test('of somebody else are not there', async () => {
    const [{ id }] = (await profile(5)).posts;
    expect((await bix.patch(`${at(6)}/posts/${id}`, { main: false })).status).toBe(404);
  });

  test('a main post in another unit moves the person there', async () => {
    ok(
      await board.post(`${at(7)}/posts`, {
        title: 'Bí thư',
        category: 'cadre',
        unitId: await unitId(app, 'KM'),
        main: true,
        from: TODAY,
      }),
    );
    expect((await profile(7)).unit.code).toBe('KM');
  });
});

describe('qualifications', () => {
  test('of every kind are kept with their paper, and corrected', async () => {
    const paper = {
      school: 'Học viện Hành chính',
      certificateNumber: 'QLNN-01',
      note: 'Bản sao',
      obtainedOn: '2019-06-01',
    };
    const made = ok(
      await bix.post(`${at(8)}/qualifications`, { kind: 'state-management', level: 'principal', ...paper }),
    );
    expect(made).toMatchObject({ kind: 'state-management', level: 'principal', ...paper, file: null });
    expect(
      ok(await bix.patch(`${at(8)}/qualifications/${made.id}`, { level: 'specialist', note: null })),
    ).toMatchObject({
      level: 'specialist',
      note: null,
      school: paper.school,
    });
    expect((await trail(people[8]!, 'official.qualification-changed')).at(-1)!.data.before).toMatchObject({
      level: 'principal',
    });
    expect((await bix.delete(`${at(8)}/qualifications/${made.id}`)).status).toBe(204);
    expect((await profile(8)).qualifications.map(({ id }: Body) => id)).not.toContain(made.id);
  });

  test('a level that is no step of the ladder, or a day to come, is refused', async () => {
    const add = (body: object): Promise<Answer> => bix.post(`${at(8)}/qualifications`, body);
    expect(refusal(await add({ kind: 'state-management', level: 'doctor' }))).toEqual({
      status: 422,
      errors: [['level', 'levelOfKind']],
    });
    expect(refusal(await add({ kind: 'it', level: 'MOS', obtainedOn: '2026-03-03' }))).toEqual({
      status: 422,
      errors: [['obtainedOn', 'notInTheFuture']],
    });
    expect(ok(await add({ kind: 'language', level: 'Tiếng Tày: giao tiếp tốt' })).level).toBe(
      'Tiếng Tày: giao tiếp tốt',
    );
  });

  const PDF = '%PDF-1.7 bằng tốt nghiệp';
  const handIn = async (path: string, name: string, content: string): Promise<Answer> => {
    const form = new FormData();
    form.append('file', new Blob([content], { type: 'application/pdf' }), name);
    return bix.send('PUT', path, form);
  };

  test('a scan is kept, given back as a download, and replaced', async () => {
    const { id } = ok(await bix.post(`${at(9)}/qualifications`, { kind: 'it', level: 'Cơ bản' }));
    const path = `${at(9)}/qualifications/${id}/file`;
    expect((await bix.get(path)).status).toBe(404);
    expect(ok(await handIn(path, 'Chứng chỉ.pdf', PDF)).file).toMatchObject({
      name: 'Chứng chỉ.pdf',
      mediaType: 'application/pdf',
    });
    const got = await bix.get(path);
    expect(got.body).toBe(PDF);
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Ch/);
    expect(got.headers.get('content-type')).toBe('application/pdf');
    ok(await handIn(path, 'Bản mới.pdf', `${PDF} 2`));
    expect(await app.database.value('SELECT count(*)::int FROM stored_files')).toBe(1);
    expect((await (await app.as('xa-km')).get(path)).status).toBe(404);
    expect((await bix.delete(path)).status).toBe(204);
    expect(await app.database.value('SELECT count(*)::int FROM stored_files')).toBe(0);
  });

  test('a file that is not what it says is refused', async () => {
    const { id } = ok(await bix.post(`${at(9)}/qualifications`, { kind: 'it', level: 'Cơ bản' }));
    const path = `${at(9)}/qualifications/${id}/file`;
    expect(refusal(await handIn(path, 'a.pdf', '<html>'))).toEqual({ status: 422, errors: [['file', 'pdfOrPicture']] });
    expect(refusal(await handIn(path, 'a.png', PDF))).toEqual({ status: 422, errors: [['file', 'nameOfItsContent']] });
    expect(refusal(await handIn(path, 'a.pdf', PDF + ' '.repeat(10 * 1024 * 1024)))).toEqual({
      status: 422,
      errors: [['file', 'atMostTenMegabytes']],
    });
    expect(await app.database.value('SELECT count(*)::int FROM stored_files')).toBe(0);
  });
});

describe('status over time', () => {
  const statuses = async (index: number): Promise<unknown> =>
    (await profile(index)).statuses.map(({ status, from, to }: Body) => [status, from, to]);

  test('one follows another, and the present one is the person’s', async () => {
    expect(await statuses(10)).toEqual([['working', null, null]]);
    const seconded = ok(
      await bix.post(`${at(10)}/statuses`, { status: 'seconded', from: '2025-01-01', note: 'Biệt phái về huyện' }),
    );
    ok(await bix.post(`${at(10)}/statuses`, { status: 'working', from: '2026-01-01' }));
    expect((await profile(10)).status).toBe('working');
    ok(await bix.patch(`${at(10)}/statuses/${seconded.id}`, { from: '2025-03-01' }));
    expect(await statuses(10)).toEqual([
      ['working', '2026-01-01', null],
      ['seconded', '2025-03-01', '2025-12-31'],
      ['working', null, '2025-02-28'],
    ]);
  });

  test('a status in the record itself begins today', async () => {
    ok(await bix.patch(at(11), { status: 'retired' }));
    expect(await statuses(11)).toEqual([
      ['retired', TODAY, null],
      ['working', null, '2026-03-01'],
    ]);
    const [{ id }] = (await profile(11)).statuses;
    expect((await bix.delete(`${at(11)}/statuses/${id}`)).status).toBe(204);
    expect((await profile(11)).status).toBe('working');
  });

  test('two cannot begin on one day, and the only one cannot be taken out', async () => {
    ok(await bix.post(`${at(12)}/statuses`, { status: 'rotated', from: '2025-01-01' }));
    const again = await bix.post(`${at(12)}/statuses`, { status: 'left', from: '2025-01-01' });
    expect([again.status, again.body.code]).toEqual([409, 'status-begins-that-day']);
    const [{ id }] = (await profile(13)).statuses;
    expect((await bix.delete(`${at(13)}/statuses/${id}`)).body.code).toBe('only-status');
  });

  test('somebody new is at work from the beginning', async () => {
    const made = ok(
      await bix.post('/officials', {
        unitId: await unitId(app, 'BIX'),
        fullName: 'Nông Thị Thử',
        gender: 'female',
        post: 'Văn phòng',
        category: 'civil-servant',
      }),
    );
    expect(made.statuses).toMatchObject([{ status: 'working', from: null, to: null }]);
  });
});

describe('what the board alone keeps', () => {
  test('planned posts', async () => {
    const planning = ok(
      await board.post(`${at(14)}/plannings`, {
        title: 'Phó Bí thư Đảng ủy',
        category: 'cadre',
        unitId: await unitId(app, 'BIX'),
        mustMeetBy: '2027-12-31',
      }),
    );
    expect(planning).toMatchObject({ unit: { code: 'BIX' }, mustMeetBy: '2027-12-31', confirmedOn: null });
    ok(await board.patch(`${at(14)}/plannings/${planning.id}`, { confirmedOn: '2026-01-15' }));
    expect((await profile(14)).plannings).toMatchObject([{ title: 'Phó Bí thư Đảng ủy', confirmedOn: '2026-01-15' }]);
    expect((await profile(14, bix)).plannings).toBeNull();
    expect((await board.delete(`${at(14)}/plannings/${planning.id}`)).status).toBe(204);
  });

  test('notes, with what the person says to them', async () => {
    const note = ok(
      await board.post(`${at(14)}/notes`, { text: 'Ba lần xin hoãn lớp trung cấp.', notedOn: '2026-02-20' }),
    );
    expect(note).toMatchObject({ notedOn: '2026-02-20', notedBy: 'Ban Tổ chức Huyện ủy', reply: null });
    const early = await board.post(`${at(14)}/notes/${note.id}/reply`, { reply: 'x', repliedOn: '2026-02-19' });
    expect(refusal(early)).toEqual({ status: 422, errors: [['repliedOn', 'notBeforeFrom']] });
    ok(await board.post(`${at(14)}/notes/${note.id}/reply`, { reply: 'Tôi phải chăm mẹ ốm.' }));
    expect((await profile(14)).notes).toMatchObject([{ reply: 'Tôi phải chăm mẹ ốm.', repliedOn: TODAY }]);
    expect((await profile(14, bix)).notes).toBeNull();
    ok(await board.patch(`${at(14)}/notes/${note.id}`, { text: 'Hai lần xin hoãn.' }));
    expect((await board.delete(`${at(14)}/notes/${note.id}`)).status).toBe(204);
  });

  test('and the trail tells its committee nothing of either', async () => {
    const actions = async (who: Client): Promise<string[]> =>
      ok(await who.get(`${at(14)}/history`)).items.map(({ action }: Body) => action);
    expect(await actions(board)).toEqual(expect.arrayContaining(['official.note-added', 'official.planning-added']));
    const seen = await actions(bix);
    expect(seen).toContain('official.viewed');
    expect(seen.filter((action) => /note|planning/.test(action))).toEqual([]);
  });
});

test('training lists the classes that run or are over, with their result', async () => {
  const course = await build.openCourse(app, {
    startsOn: '2026-05-04',
    endsOn: '2026-05-08',
    deadline: '2026-04-01',
    title: 'Lớp để học',
  });
  const [line] = ok(await bix.post('/nominations', { courseId: course.id, officialIds: [people[15]] })).items;
  ok(await board.post(`/nominations/${line.nominationId}/approve`, { reason: 'Đã xem hồ sơ.' }));
  ok(await board.post(`/courses/${course.id}/close-nominations`));
  ok(await board.post(`/courses/${course.id}/confirm`, { reason: 'Học theo lịch của trường.' }));
  const before: number = ok(await bix.get(`${at(15)}/training`)).items.length;
  app.clock.set('2026-05-04T01:00:00Z');
  ok(await board.post(`/courses/${course.id}/start`));
  const running = ok(await bix.get(`${at(15)}/training`)).items;
  expect(running).toHaveLength(before + 1);
  expect(running[0]).toMatchObject({
    course: { title: 'Lớp để học' },
    state: 'running',
    startsOn: '2026-05-04',
    result: null,
  });
  app.clock.set('2026-05-09T01:00:00Z');
  ok(await board.post(`/courses/${course.id}/complete`, {}));
  expect(ok(await bix.get(`${at(15)}/training`)).items[0]).toMatchObject({ state: 'completed', result: 'completed' });
});

test('a record that was merged into another leads to that one, and is nowhere else', async () => {
  await app.database.rows('UPDATE officials SET merged_into = $2 WHERE id = $1', [people[16], people[17]]);
  expect(ok(await board.get(at(16)))).toMatchObject({ id: people[17], mergedFrom: people[16] });
  expect((await board.patch(at(16), { homePlace: 'x' })).status).toBe(404);
  expect((await board.get(`${at(16)}/training`)).status).toBe(404);
  const list = ok(await bix.get('/officials?page[size]=500')).items.map(({ id }: Body) => id);
  expect(list).not.toContain(people[16]);
});
