import { startApp, type TestApp } from '../support/app.js';
import { build, unitId } from '../support/build.js';
import { type Answer, type Body, type Client, ok } from '../support/client.js';

/**
 * Every step of a nomination × who asks → status, on the way from the list to the result. Whoever is refused asks first,
 * and changes nothing; then each who may takes the step, everyone with a nomination of their own to take it with.
 */
type Asker = 'board' | 'self' | 'leader' | 'own' | 'parent' | 'foreign' | 'foreignCell' | 'memberCell' | 'official';
type Expected = Readonly<Partial<Record<Asker, number>>>;

const DONE = 200;
/** Of those who look after people; whoever has another role never comes so far as to be told that it is not theirs. */
const BOARD_ALONE: Expected = {
  ...{ board: DONE, self: 403, leader: 403, own: 403, parent: 403, foreign: 403 },
  ...{ foreignCell: 403, memberCell: 403, official: 403 },
};
/** The unit in whose name somebody goes, those above it, and whoever is put forward themselves. */
const UNITS_TOO: Expected = {
  ...{ board: DONE, self: DONE, leader: 403, own: DONE, parent: DONE, foreign: 404 },
  ...{ foreignCell: 404, memberCell: 403, official: 403 },
};
/** Steps of the whole class; a member of the board may take them though they are on the list. */
const OF_THE_CLASS: Expected = { ...BOARD_ALONE, self: DONE };

/** Who asks, when a commune is called and when a cell is. */
const CALLED: Readonly<Record<'BIX' | 'BIX-CB1', Readonly<Partial<Record<Asker, string>>>>> = {
  BIX: {
    ...{ board: 'board', self: 'board', leader: 'leader', own: 'xa-bix', foreign: 'xa-km' },
    ...{ memberCell: 'chibo-bix-1', foreignCell: 'chibo-bix-2', official: 'can-bo' },
  },
  'BIX-CB1': {
    ...{ board: 'board', self: 'board', leader: 'leader', own: 'chibo-bix-1', parent: 'xa-bix' },
    ...{ foreign: 'xa-km', foreignCell: 'chibo-bix-2', official: 'can-bo' },
  },
};

let app: TestApp;
let members: string[];
beforeAll(async () => {
  app = await startApp();
  const rows = await app.database.rows<{ id: string }>('SELECT id FROM officials WHERE cell_id = $1 ORDER BY id', [
    await unitId(app, 'BIX-CB1'),
  ]);
  members = rows.map(({ id }) => id);
});
afterAll(() => app.stop());

/** The board's account is of this official while somebody asks as the person that it is about. */
async function asking<T>(asker: Asker, officialId: string, ask: () => Promise<T>): Promise<T> {
  if (asker !== 'self') return ask();
  await app.database.rows(`UPDATE accounts SET official_id = $1 WHERE username = 'board'`, [officialId]);
  try {
    return await ask();
  } finally {
    await app.database.rows(`UPDATE accounts SET official_id = NULL WHERE username = 'board'`);
  }
}

describe.each(['BIX', 'BIX-CB1'] as const)('a nomination for a class to which %s is called', (code) => {
  const who = CALLED[code];
  let board: Client;
  let course: string;
  let other: string;
  let week = code === 'BIX' ? 0 : 8;
  /** Nominations of five people, and whose they are. */
  let people: { id: string; officialId: string }[];

  const open = async (program: string): Promise<string> => {
    const day = new Date(Date.UTC(2027, 0, 4 + 7 * week++)).toISOString().slice(0, 10);
    const wishes = { program, startsOn: day, endsOn: day, unitIds: [await unitId(app, code)] };
    return (await build.openCourse(app, wishes)).id as string;
  };
  const ask = async (asker: Asker, to: (client: Client) => Promise<Answer>, officialId: string): Promise<Answer> =>
    asking(asker, officialId, async () => to(await app.as(who[asker] ?? '')));

  /** Each who asks for a step, those refused first. @returns the answers of those who took it. */
  async function everybody(
    expected: Expected,
    to: (client: Client, id: string) => Promise<Answer>,
    own: readonly { id: string; officialId: string }[] = people,
  ): Promise<Body[]> {
    const askers = (Object.keys(who) as Asker[]).filter((asker) => expected[asker] !== undefined);
    const may = askers.filter((asker) => expected[asker] === DONE);
    const [first] = own as [{ id: string; officialId: string }];
    const refused: Expected = Object.fromEntries(
      await Promise.all(
        askers
          .filter((asker) => !may.includes(asker) && asker !== 'self')
          .map(async (asker) => [asker, (await ask(asker, (client) => to(client, first.id), first.officialId)).status]),
      ),
    );
    const self =
      !askers.includes('self') || may.includes('self')
        ? {}
        : { self: (await ask('self', (client) => to(client, first.id), first.officialId)).status };
    const wanted = Object.fromEntries(
      askers.filter((asker) => !may.includes(asker)).map((one) => [one, expected[one]]),
    );
    expect({ ...refused, ...self }).toEqual(wanted);
    const taken: Body[] = [];
    for (const [index, asker] of may.entries()) {
      const mine = own[index];
      if (mine) taken.push(ok(await ask(asker, (client) => to(client, mine.id), mine.officialId)));
    }
    return taken;
  }
  const step =
    (path: string, rest: object = {}) =>
    (client: Client, id: string) =>
      client.post(`/nominations/${id}/${path}`, { reason: 'Vì công việc', ...rest });
  const ofClass = (path: string) => (client: Client) => client.post(`/courses/${course}/${path}`, { reason: 'Thử' });
  const one = (index: number) => people.slice(index, index + 1);

  beforeAll(async () => {
    board = await app.as('board');
    const program = `LOI-${code}`;
    const steps = { from: '2020-01-01', decisionStep: true };
    ok(
      await board.post('/programs', {
        code: program,
        name: program,
        kind: 'professional',
        needsQuota: false,
        ...steps,
      }),
    );
    [course, other] = [await open(program), await open(program)];
    const officialIds = members.slice(0, 5);
    const { items } = ok(await (await app.as(who.own ?? '')).post('/nominations', { courseId: course, officialIds }));
    people = items.map(({ nominationId, officialId }: Body) => ({ id: nominationId as string, officialId }));
    await Promise.all(Object.values(who).map((username) => app.as(username)));
  });

  test('is nominated by the board and the called unit, for their own people', async () => {
    const [person] = members.slice(6, 7);
    const body = { courseId: course, officialIds: [person] };
    const nominate = (client: Client): Promise<Answer> => client.post('/nominations', body);
    const statuses: Record<string, number> = {};
    for (const asker of Object.keys(who) as Asker[])
      if (!['board', 'self', 'own', 'parent', 'memberCell'].includes(asker))
        statuses[asker] = (await ask(asker, nominate, person ?? '')).status;
    expect(statuses).toEqual({ leader: 403, foreign: 404, foreignCell: 404, official: 403 });
  });

  test('is returned by the board alone, and sent again by its unit', async () => {
    await everybody(BOARD_ALONE, step('return'));
    for (const { id } of people.slice(1)) ok(await step('return')(board, id));
    await everybody(UNITS_TOO, step('resubmit'));
    for (const { id } of people) await step('resubmit')(board, id);
  });

  test('is refused and approved by the board alone', async () => {
    await everybody(BOARD_ALONE, step('reject'), one(4));
    await everybody(BOARD_ALONE, step('approve'));
    for (const { id } of people.slice(1, 4)) ok(await step('approve')(board, id));
    const items = people.slice(0, 1).map(({ id }) => ({ id, version: 1 }));
    await everybody({ ...BOARD_ALONE, self: DONE }, (client) =>
      client.post('/nominations/decisions', { step: 'approve', items, reason: 'Vì công việc' }),
    );
  });

  test('is decided on and no longer by the board alone, and nobody sends themselves', async () => {
    const drafted = await board.post('/decisions', { courseIds: [course] });
    const path = `/decisions/${ok(drafted).id as string}`;
    const paper = { number: `1-QĐ/${code}`, decidedOn: '2026-03-02', signer: 'Trưởng ban' };
    await everybody(BOARD_ALONE, (client) => client.post(`${path}/issue`, paper));
    await everybody(BOARD_ALONE, (client) => client.post(`${path}/revoke`, { reason: 'Sai căn cứ' }));
    const again = ok(await board.post('/decisions', { courseIds: [course] }));
    ok(await board.post(`/decisions/${again.id}/issue`, { ...paper, number: `2-QĐ/${code}` }));
  });

  test('is moved to another class, and handed to another person, by the board alone', async () => {
    await everybody(BOARD_ALONE, step('transfer', { courseId: other }), one(3));
    const [newcomer] = await everybody(BOARD_ALONE, step('replace', { officialId: members[5] }), one(2));
    people[2] = { id: newcomer.id as string, officialId: members[5] ?? '' };
  });

  test('is put on the fixed list, begins, stays away, comes and ends by the board alone', async () => {
    ok(await board.post(`/courses/${course}/close-nominations`));
    await everybody({ ...OF_THE_CLASS, self: undefined }, ofClass('confirm'));
    await everybody({ ...OF_THE_CLASS, self: undefined }, ofClass('start'));
    await everybody(BOARD_ALONE, step('no-show'));
    await everybody(BOARD_ALONE, step('arrive'));
    const result = (classification: string) => (client: Client, nominationId: string) =>
      client.put(`/courses/${course}/results`, { results: [{ nominationId, classification }] });
    await everybody(BOARD_ALONE, result('good'));
    await everybody(BOARD_ALONE, result('failed'), one(1));
    await everybody(BOARD_ALONE, step('take-back-result'));
    ok(await step('take-back-result')(board, people[1]?.id ?? ''));
  });

  test('is withdrawn by its unit and those above it, and lapses with the class by the board alone', async () => {
    const left = ok(await board.get(`/nominations?courseId=${course}&state=studying`)).items.map(
      ({ id, official }: Body) => ({ id: id as string, officialId: official.id as string }),
    );
    expect(left.length).toBeGreaterThanOrEqual(3);
    await everybody(UNITS_TOO, step('withdraw'), left);
    await everybody({ ...OF_THE_CLASS, self: undefined }, ofClass('cancel'));
  });
});
