import fs from 'node:fs';
import path from 'node:path';
import { startApp, type TestApp } from '../support/app.js';
import { type Body, type Client, ok } from '../support/client.js';
import { applied, pilotFile, previewOf, rowsOf } from '../support/imports.js';

jest.setTimeout(120_000);

const expected = JSON.parse(fs.readFileSync(path.resolve(__dirname, '../fixtures/pilot/expected.json'), 'utf8'));
const DAY = '2019-12-14';
const NOTHING = { new: 0, changed: 0, unchanged: 0, problems: 0 };

/** Leaves the units, and nobody and nothing in them. */
export async function emptied(app: TestApp): Promise<void> {
  await app.database
    .rows(`TRUNCATE officials, official_posts, qualifications, past_sendings, courses, unit_calls, nominations,
    reminders, quotas, journal_entries CASCADE`);
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
    const standards = ok(await board.get(`/reports/standards?asOf=${DAY}`));
    const years = ok(await board.get('/reports/courses-by-year?from=2015&to=2019'));
    const sent = ok(await board.get('/reports/sent-to-theory?from=2015&to=2019'));
    expect({
      officials: standards.officials,
      professionalStandard: standards.professional,
      llctStandard: standards.llct,
      unitsAllMet: standards.unitsAllMet,
      classes: years.courses,
      trainees: years.trainees,
      sentAdvanced: sent.advanced,
      sentIntermediate: sent.intermediate,
      classesPerYear: Object.fromEntries(years.items.map(({ year, courses }: Body) => [year, courses])),
      perUnit: Object.fromEntries(
        standards.units.map(({ name, officials, professional, llct }: Body) => [
          name,
          { officials, professional, llct },
        ]),
      ),
    }).toEqual(expected);
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
