import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, officialsOf, unitId } from '../support/build.js';
import { type Body, ok } from '../support/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const callFor = async (courseId: string, code: string, as = 'board'): Promise<Body> =>
  ok(await (await app.as(as)).get(`/calls?courseId=${courseId}&page[size]=200`)).items.find(
    ({ unit }: Body) => unit.code === code,
  );

describe('calls', () => {
  test('a call carries its document, the number expected of each unit, and the papers of the program', async () => {
    const board = await app.as('board');
    const [bix, km] = [await unitId(app, 'BIX'), await unitId(app, 'KM')];
    const course = await build.course(app, { program: 'TC' });
    ok(
      await board.post(`/courses/${course.id}/open-nominations`, {
        deadline: '2026-04-15',
        documentNumber: '15-CV/BTCHU',
        unitIds: [bix, km],
        expected: [{ unitId: bix, people: 3 }],
      }),
    );
    expect(await callFor(course.id, 'BIX', 'xa-bix')).toMatchObject({
      expected: 3,
      sent: 0,
      documentNumber: '15-CV/BTCHU',
      papers: ['application', 'cv', 'degree', 'health'],
    });
    expect(await callFor(course.id, 'KM')).toMatchObject({ expected: null, sent: 0 });

    ok(await board.put(`/calls/${await callOf(app, course.id, 'KM')}/expected`, { people: 2 }));
    expect(await callFor(course.id, 'KM')).toMatchObject({ expected: 2 });
    const refused = await board.put(`/calls/${await callOf(app, course.id, 'KM')}/expected`, { people: -1 });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'people', rule: 'min' }] } });
  });

  test('a number for a unit that is not called is refused, and nothing is opened', async () => {
    const course = await build.course(app);
    const answer = await (
      await app.as('board')
    ).post(`/courses/${course.id}/open-nominations`, {
      deadline: '2026-04-15',
      unitIds: [await unitId(app, 'BIX')],
      expected: [{ unitId: await unitId(app, 'KM'), people: 3 }],
    });
    expect(answer).toMatchObject({ status: 404, body: { errors: [{ path: 'expected.0', rule: 'exists' }] } });
    expect(ok(await (await app.as('board')).get(`/courses/${course.id}`)).state).toBe('draft');
  });

  test('who sent people is counted by unit, and who withdrew is not', async () => {
    const { id: courseId } = await build.openCourse(app);
    const bix = await app.as('xa-bix');
    const officialIds = (await officialsOf(app, 'BIX')).slice(0, 6);
    const { items } = ok(await bix.post('/nominations', { courseId, officialIds }));
    const taken = items.filter(({ nominationId }: Body) => nominationId);
    expect(taken.length).toBeGreaterThan(1);
    expect((await callFor(courseId, 'BIX')).sent).toBe(taken.length);
    ok(await bix.post(`/nominations/${taken[0].nominationId}/withdraw`, {}));
    expect((await callFor(courseId, 'BIX')).sent).toBe(taken.length - 1);
    expect((await callFor(courseId, 'KM')).sent).toBe(0);
  });

  test('the board refuses more time with a reason, once; the unit reads it and owes its answer again', async () => {
    const { id: courseId } = await build.openCourse(app, { deadline: '2026-04-15' });
    const call = await callOf(app, courseId, 'BIX');
    const [board, bix] = [await app.as('board'), await app.as('xa-bix')];
    expect((await board.post(`/calls/${call}/refuse-time`, { reason: 'Không' })).status).toBe(409);
    ok(await bix.post(`/calls/${call}/ask-more-time`, { until: '2026-04-30', reason: 'Chờ họp chi bộ.' }));
    expect((await callFor(courseId, 'BIX')).can.refuseTime).toBe(true);
    expect((await board.post(`/calls/${call}/refuse-time`, { reason: ' ' })).status).toBe(422);
    ok(await board.post(`/calls/${call}/refuse-time`, { reason: 'Trường đã chốt danh sách.' }));
    expect(await callFor(courseId, 'BIX', 'xa-bix')).toMatchObject({
      answer: null,
      status: 'awaiting',
      deadline: '2026-04-15',
      timeRefused: 'Trường đã chốt danh sách.',
      can: { answer: true, refuseTime: false },
    });
    expect((await board.post(`/calls/${call}/refuse-time`, { reason: 'Lần nữa' })).status).toBe(409);
    ok(await board.post(`/calls/${call}/extend`, { deadline: '2026-05-01' }));
    expect((await callFor(courseId, 'BIX')).timeRefused).toBeNull();
  });

  test('which papers a program asks for is data; a new version starts with those of the one before', async () => {
    const board = await app.as('board');
    const { id } = await build.program(app, 'TC');
    const [version] = ok(await board.get(`/programs/${id}/versions`)).items;
    const wrong = await board.put(`/program-versions/${version.id}/papers`, { papers: ['cv', 'benh-an'] });
    expect(wrong.status).toBe(422);
    const papers = ['degree', 'application', 'health'];
    expect(ok(await board.put(`/program-versions/${version.id}/papers`, { papers })).papers).toEqual(papers);
    const later = ok(await board.post(`/programs/${id}/versions`, { from: '2031-01-01', level: 'intermediate' }));
    expect(later.papers).toEqual(papers);
    expect(ok(await board.put(`/program-versions/${later.id}/papers`, { papers: [] })).papers).toEqual([]);
    const { steps } = ok(await board.get(`/programs/${id}/versions`));
    expect(steps[0]).toMatchObject({ action: 'program.papersSet', data: { before: papers, after: [] } });
  });
});
