import { newId } from '../../src/kernel/ids.js';
import { MERGED_TABLES } from '../../src/modules/duplicates/merge.repository.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, unitId } from '../support/build.js';
import { type Answer, type Body, ok } from '../support/client.js';

let app: TestApp;
let bix: string;
beforeAll(async () => {
  app = await startApp();
  bix = await unitId(app, 'BIX');
});
afterAll(() => app.stop());

interface Person {
  readonly unit?: string;
  readonly bornOn?: string | null;
  readonly birthYear?: number;
  readonly gender?: string;
  readonly post?: string;
  readonly llct?: string;
  readonly homePlace?: string;
  readonly citizenId?: string;
}

/** A record as an import may leave it. */
async function add(name: string, person: Person = {}): Promise<string> {
  const {
    unit = bix,
    bornOn = '1971-05-06',
    birthYear,
    gender = 'female',
    post = 'Công chức',
    llct,
    homePlace,
    citizenId,
  } = person;
  const id = newId();
  const key = citizenId === undefined ? null : Buffer.from(citizenId);
  await app.database.rows(
    `INSERT INTO officials (id, unit_id, full_name, gender, born_on, birth_year, home_place, citizen_id_sealed, citizen_id_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [id, unit, name, gender, bornOn, birthYear ?? null, homePlace ?? null, key],
  );
  await app.database.rows(
    `INSERT INTO official_posts (id, official_id, unit_id, title, category, main, held) VALUES ($1, $2, $3, $4, 'civil-servant', true, '[2020-01-01,)')`,
    [newId(), id, unit, post],
  );
  if (llct)
    await app.database.rows(`INSERT INTO qualifications (id, official_id, kind, level) VALUES ($1, $2, 'llct', $3)`, [
      newId(),
      id,
      llct,
    ]);
  return id;
}

const list = async (query = '', who = 'board'): Promise<Body[]> =>
  ok(await (await app.as(who)).get(`/duplicates?page[size]=500${query}`)).items;
const pairOf = async (a: string, b: string, who?: string): Promise<Body> =>
  (await list('', who)).find(({ first, second }) => [first.id, second.id].sort().join() === [a, b].sort().join());
const post = async (path: string, body?: unknown, who = 'board'): Promise<Answer> =>
  (await app.as(who)).post(path, body);
const merge = (keepId: string, mergeId: string, fields?: object, who?: string) =>
  post('/duplicates/merge', { keepId, mergeId, ...(fields && { fields }) }, who);

/** Everything a merger can touch. */
const everything = async (): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    await Promise.all(
      ['officials', ...MERGED_TABLES].map(async (table) => [
        table,
        await app.database.rows(`SELECT to_jsonb(t) - 'version' AS row FROM ${table} t ORDER BY t.id`),
      ]),
    ),
  );

describe('finding', () => {
  test('other accents, a typo, a year alone and one citizen id are found, each with its reasons; brothers are not', async () => {
    const one = await add('Trịnh Thị Khuyên', { citizenId: 'a' });
    const accents = await add('Trinh Thi Khuyến', { unit: await unitId(app, 'KM') });
    const typo = await add('Trình Thi Khuyn');
    const year = await add('TRỊNH THỊ KHUYÊN', { bornOn: null, birthYear: 1971 });
    const sister = await add('Trịnh Thị Nguyệt');
    const renamed = await add('Lý Thị Xa', { unit: await unitId(app, 'DL'), bornOn: '1990-01-01' });
    await app.database.rows('DROP INDEX official_citizen_id_once');
    await app.database.rows(`UPDATE officials SET citizen_id_sealed = 'a', citizen_id_key = 'a' WHERE id = $1`, [
      renamed,
    ]);

    expect(await pairOf(one, accents)).toMatchObject({
      certainty: 'likely',
      reasons: ['otherAccents', 'sameBirthDate', 'neighbouringUnit'],
    });
    expect(await pairOf(one, typo)).toMatchObject({
      certainty: 'possible',
      reasons: ['oneTypo', 'sameBirthDate', 'sameUnit'],
    });
    expect(await pairOf(one, year)).toMatchObject({
      certainty: 'likely',
      reasons: ['sameName', 'sameBirthYear', 'sameUnit'],
    });
    expect(await pairOf(one, renamed)).toMatchObject({ certainty: 'certain', reasons: ['sameCitizenId'] });
    expect(await pairOf(one, sister)).toBeUndefined();
    expect((await list())[0].certainty).toBe('certain');
    await app.database.rows('UPDATE officials SET citizen_id_sealed = NULL, citizen_id_key = NULL');

    // A committee sees pairs of its own people alone.
    expect(await pairOf(one, typo, 'xa-bix')).toBeDefined();
    expect(await pairOf(one, accents, 'xa-bix')).toBeUndefined();
    expect(await list('', 'xa-km')).toEqual([]);
    expect((await list(`&unitId=${await unitId(app, 'KM')}`)).map(({ certainty }) => certainty)).toContain('likely');
  });

  test('the pages of the list give every pair once', async () => {
    const whole = await list();
    expect(whole.length).toBeGreaterThan(2);
    const walked: Body[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Body = ok(
        await (await app.as('board')).get(`/duplicates?page[size]=2${after && `&page[after]=${after}`}`),
      );
      expect(page.total).toBe(whole.length);
      walked.push(...page.items);
      after = page.next;
    }
    expect(walked).toEqual(whole);
  });

  test('a pair that is none is remembered', async () => {
    const [pair] = await list('', 'xa-bix');
    const path = `/duplicates/${pair.first.id}/${pair.second.id}/dismiss`;
    expect((await post(path, undefined, 'xa-km')).status).toBe(404);
    expect((await post(path, undefined, 'xa-bix')).status).toBe(204);
    expect((await post(path)).status).toBe(204);
    expect(await pairOf(pair.first.id, pair.second.id)).toBeUndefined();
    expect((await post(`/duplicates/${pair.first.id}/${pair.first.id}/dismiss`)).status).toBe(422);
  });

  test('who is about to be recorded is looked for first, within the own part of the tree', async () => {
    const id = await add('Bế Văn Thành', { gender: 'male', bornOn: '1988-08-08' });
    const ask = async (body: object, who?: string) =>
      ok(await post('/officials/similar', { unitId: bix, ...body }, who)).items;
    const found = await ask({ fullName: 'be van thanh', bornOn: '1988-08-08' });
    expect(found).toEqual([
      expect.objectContaining({ certainty: 'likely', reasons: ['otherAccents', 'sameBirthDate', 'sameUnit'] }),
    ]);
    expect(found[0].official).toMatchObject({ id, fullName: 'Bế Văn Thành' });
    expect(await ask({ fullName: 'Bế Văn Thàng', bornOn: '1988-08-08' })).toHaveLength(1);
    expect(await ask({ fullName: 'Bế Văn Thành', birthYear: 1988 }, 'xa-bix')).toHaveLength(1);
    expect(await ask({ fullName: 'Bế Văn Thành' })).toEqual([]);
    expect(await ask({ fullName: 'Bế Văn Hùng', bornOn: '1988-08-08' })).toEqual([]);
    const own = await unitId(app, 'KM');
    expect(await ask({ fullName: 'Bế Văn Thành', bornOn: '1988-08-08', unitId: own }, 'xa-km')).toEqual([]);
    expect((await post('/officials/similar', { fullName: 'X', unitId: bix }, 'xa-km')).status).toBe(404);
  });
});

describe('merging', () => {
  test('two become one: what was chosen is taken, gaps are filled, everything follows; undone to the last row', async () => {
    const keep = await add('Hà Thị Thắm', { post: 'Văn thư', llct: 'elementary' });
    const double = await add('Hà Thi Thăm', { post: 'Thủ quỹ', llct: 'intermediate', homePlace: 'Bính Xá' });
    await app.database.rows(
      `INSERT INTO past_sendings (id, official_id, full_name, unit_id, program_id, year) SELECT $1, $2, 'x', $3, id, 2018 FROM programs LIMIT 1`,
      [newId(), double, bix],
    );
    await app.database.rows(
      `INSERT INTO official_notes (id, official_id, noted_on, text) VALUES ($1, $2, '2020-01-01', 'x')`,
      [newId(), double],
    );
    await app.database.rows(`UPDATE officials SET status = 'rotated' WHERE id = $1`, [double]);
    const before = await everything();

    const seen = ok(await post('/duplicates/preview', { keepId: keep, mergeId: double }));
    expect(await everything()).toEqual(before);
    const field = (name: string) => seen.fields.find((one: Body) => one.field === name);
    expect(field('fullName')).toMatchObject({
      keep: 'Hà Thị Thắm',
      merge: 'Hà Thi Thăm',
      differs: true,
      taken: 'keep',
    });
    expect(field('homePlace')).toMatchObject({ keep: null, merge: 'Bính Xá', taken: 'merge' });
    expect(field('birth')).toMatchObject({ differs: false });
    expect(seen.follows).toEqual(
      ['posts', 'qualifications', 'pastSendings', 'notes'].map((kind) => ({ kind, count: 1 })),
    );
    expect(seen.clashes).toEqual([expect.objectContaining({ kind: 'mainPost', blocking: false })]);

    const { id } = ok(await merge(keep, double, { status: 'merge', mainPost: 'merge' }));
    const board = await app.as('board');
    const profile = ok(await board.get(`/officials/${keep}`));
    expect(profile).toMatchObject({
      fullName: 'Hà Thị Thắm',
      homePlace: 'Bính Xá',
      status: 'rotated',
      post: 'Thủ quỹ',
      llctLevel: 'intermediate',
    });
    expect(profile.posts.map(({ title, main }: Body) => [title, main]).sort()).toEqual([
      ['Thủ quỹ', true],
      ['Văn thư', false],
    ]);
    expect(profile.pastSendings).toHaveLength(1);
    expect(await app.database.value('SELECT count(*) FROM official_notes WHERE official_id = $1', [keep])).toBe(1);
    // The merged record is in no list any more, and its address leads to the kept one.
    expect(ok(await board.get('/officials?q=ha thi tham&status=all')).items.map((one: Body) => one.id)).toEqual([keep]);
    expect(ok(await board.get(`/officials/${double}`))).toMatchObject({ id: keep, mergedFrom: double });
    expect(ok(await board.get('/duplicates/merges')).items[0]).toMatchObject({
      id,
      keptId: keep,
      mergedId: double,
      undoneAt: null,
    });

    expect((await post(`/duplicates/merges/${id}/undo`, undefined, 'xa-km')).status).toBe(404);
    expect((await post(`/duplicates/merges/${id}/undo`, undefined, 'xa-bix')).status).toBe(204);
    expect(await everything()).toEqual(before);
    expect((await post(`/duplicates/merges/${id}/undo`)).body.code).toBe('merge-undone');
    const trail = await app.database.rows(
      `SELECT action FROM audit_entries WHERE data ->> 'operationId' = $1 ORDER BY at, id`,
      [id],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'official.merged',
      'official.merged',
      'official.mergeUndone',
      'official.mergeUndone',
    ]);
  });

  test('the same post and the same certificate are kept once, the other stays readable with the merged record', async () => {
    const keep = await add('Vi Thị Mơ', { post: 'Kế toán', llct: 'intermediate' });
    const double = await add('Vi Thị Mơ', { post: 'Kế Toán', llct: 'intermediate', bornOn: null, birthYear: 1971 });
    expect(ok(await post('/duplicates/preview', { keepId: keep, mergeId: double })).clashes[0].kind).toBe('samePost');
    ok(await merge(keep, double));
    const profile = ok(await (await app.as('board')).get(`/officials/${keep}`));
    expect([profile.posts.length, profile.qualifications.length, profile.bornOn]).toEqual([1, 1, '1971-05-06']);
    for (const table of ['official_posts', 'qualifications'])
      expect(await app.database.value(`SELECT count(*) FROM ${table} WHERE official_id = $1`, [double])).toBe(1);
  });

  test('both nominated to one class: said beforehand, refused, and possible once one is withdrawn', async () => {
    const [keep, double] = [await add('Mã Thị Lụa'), await add('Mã Thị Lụa')];
    const course = await build.openCourse(app, { startsOn: '2026-11-02', endsOn: '2026-11-06' });
    const bixCommittee = await app.as('xa-bix');
    const lines = ok(
      await bixCommittee.post('/nominations', { courseId: course.id, officialIds: [keep, double] }),
    ).items;
    const { clashes } = ok(await post('/duplicates/preview', { keepId: keep, mergeId: double }));
    expect(clashes[0]).toMatchObject({ kind: 'nomination', blocking: true });
    expect((await merge(keep, double)).body.code).toBe('nominations-clash');
    ok(await bixCommittee.post(`/nominations/${lines[0].nominationId}/withdraw`, {}));
    const { id } = ok(await merge(keep, double));
    expect(await app.database.value('SELECT count(*) FROM nominations WHERE official_id = $1', [keep])).toBe(2);
    expect((await post(`/duplicates/merges/${id}/undo`)).status).toBe(204);
    expect(await app.database.value('SELECT count(*) FROM nominations WHERE official_id = $1', [keep])).toBe(1);
  });

  test('a number that only the merged record had comes along, and a chain of mergers leads to its end', async () => {
    const [a, b, c] = [await add('Tô Thị Ba'), await add('Tô Thị Ba', { citizenId: 'b' }), await add('Tô Thị Ba')];
    ok(await merge(a, b));
    expect(await app.database.value('SELECT citizen_id_key IS NOT NULL FROM officials WHERE id = $1', [a])).toBe(true);
    ok(await merge(c, a));
    expect(ok(await (await app.as('board')).get(`/officials/${b}`))).toMatchObject({ id: c });
    expect(await app.database.value('SELECT count(*) FROM officials WHERE merged_into = $1', [c])).toBe(2);
  });

  test('what changed since keeps a merger from being undone', async () => {
    const [keep, double] = [await add('Lã Thị Sen', { homePlace: 'A' }), await add('Lã Thị Sen', { homePlace: 'B' })];
    const { id } = ok(await merge(keep, double, { homePlace: 'merge' }));
    ok(await (await app.as('board')).patch(`/officials/${keep}`, { homePlace: 'C' }));
    expect((await post(`/duplicates/merges/${id}/undo`)).body.code).toBe('changed-since');
  });

  test('a committee merges its own people alone', async () => {
    const [own, other] = [await add('Âu Thị Na'), await add('Âu Thị Na', { unit: await unitId(app, 'KM') })];
    expect((await merge(own, other, undefined, 'xa-bix')).status).toBe(404);
    expect((await merge(own, await add('Âu Thị Na'), undefined, 'xa-bix')).status).toBe(200);
    for (const who of ['leader', 'chibo-bix-1']) expect((await merge(own, other, undefined, who)).status).toBe(403);
  });

  test.each<[string, object, string]>([
    ['no record', {}, 'keepId'],
    ['a record that is none', { keepId: 'x', mergeId: 'y' }, 'keepId'],
    ['a field that is none', { keepId: newId(), mergeId: newId(), fields: { salary: 'keep' } }, 'fields'],
    ['a side that is none', { keepId: newId(), mergeId: newId(), fields: { fullName: 'both' } }, 'fields'],
    ['fields that are none', { keepId: newId(), mergeId: newId(), fields: null }, 'fields'],
  ])('%s is refused by its field', async (_, body, path) => {
    const answer = await post('/duplicates/merge', body);
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, path]);
  });

  test('a record with itself is none', async () => {
    const id = await add('Nông Thị Một');
    expect((await merge(id, id)).body.errors).toEqual([
      expect.objectContaining({ path: 'mergeId', rule: 'anotherOfficial' }),
    ]);
  });
});

test('two mergers of one record at once: one is made, the other finds it gone; nobody waits for ever', async () => {
  const ids = [];
  for (let index = 0; index < 4; index += 1) ids.push(await add('Chu Thị Đua', { llct: 'elementary' }));
  const [a, b, c, d] = ids as [string, string, string, string];
  const before = await app.database.value<number>(`SELECT count(*) FROM official_posts WHERE official_id = ANY($1)`, [
    ids,
  ]);
  const answers = await Promise.all([merge(a, d), merge(b, d), merge(c, d), merge(d, a), merge(a, b), merge(b, a)]);
  const made = answers.filter(({ status }) => status === 200).map(({ body }) => body);
  expect(answers.every(({ status }) => [200, 404].includes(status))).toBe(true);
  expect(new Set(made.map(({ mergedId }) => mergedId)).size).toBe(made.length);
  // Whoever was merged leads to somebody who was not, and no post was lost or doubled.
  expect(
    await app.database.value(
      `SELECT count(*) FROM officials m JOIN officials k ON k.id = m.merged_into WHERE m.id = ANY($1) AND k.merged_into IS NOT NULL`,
      [ids],
    ),
  ).toBe(0);
  expect(
    await app.database.value('SELECT count(*) FROM officials WHERE merged_into IS NOT NULL AND id = ANY($1)', [ids]),
  ).toBe(made.length);
  expect(await app.database.value(`SELECT count(*) FROM official_posts WHERE official_id = ANY($1)`, [ids])).toBe(
    before,
  );
});

test('every table that speaks of officials is taken along, or says why not', async () => {
  const rows = await app.database.rows<{ name: string }>(
    `SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c WHERE c.contype = 'f' AND c.confrelid = 'officials'::regclass`,
  );
  // The merger itself, the pairs that are none, and the pointer to the kept record, which accounts go along with.
  const own = ['officials', 'official_merges', 'duplicate_dismissals', 'accounts'];
  expect(rows.map(({ name }) => name).sort()).toEqual([...MERGED_TABLES, ...own].sort());
});
