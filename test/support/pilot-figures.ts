import fs from 'node:fs';
import path from 'node:path';
import { type Body, type Client, ok } from './client.js';

/** The day that the article speaks of. */
export const PILOT_DAY = '2019-12-14';

/** What the pilot's workbooks must add up to, in the shape of `pilotFigures`. */
export const pilotExpected: Body = JSON.parse(
  fs.readFileSync(path.resolve(__dirname, '../fixtures/pilot/expected.json'), 'utf8'),
);

/** The numbers of the article as the reports give them, as of its day and for each unit. */
export async function pilotFigures(board: Client): Promise<Body> {
  const standards = ok(await board.get(`/reports/standards?asOf=${PILOT_DAY}`));
  const years = ok(await board.get('/reports/courses-by-year?from=2015&to=2019'));
  const sent = ok(await board.get('/reports/sent-to-theory?from=2015&to=2019'));
  return {
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
      standards.units.map(({ name, officials, professional, llct }: Body) => [name, { officials, professional, llct }]),
    ),
  };
}
