import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { type Body, ok } from './client.js';

export interface CourseWishes {
  readonly program?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly capacity?: number;
  readonly minimum?: number;
  readonly title?: string;
}

/** Real rows with sensible defaults, made through the API. */
export const build = {
  async program(app: TestApp, code: string): Promise<Body> {
    return ok(await (await app.as('board')).get('/programs')).items.find((program: Body) => program.code === code);
  },

  /** A class in draft; nothing else of the demo lies in November. */
  async course(app: TestApp, wishes: CourseWishes = {}): Promise<Body> {
    const {
      program = 'CNKT',
      startsOn = '2026-11-02',
      endsOn = '2026-11-06',
      capacity = 50,
      minimum = 0,
      title = 'Lớp thử',
    } = wishes;
    const { id: programId } = await build.program(app, program);
    const code = `T-${randomUUID().slice(0, 8)}`;
    return ok(
      await (await app.as('board')).post('/courses', { code, title, programId, startsOn, endsOn, capacity, minimum }),
    );
  },

  /** A class to which all communes, or these units, are called. */
  async openCourse(app: TestApp, wishes: CourseWishes & { deadline?: string; unitIds?: string[] } = {}): Promise<Body> {
    const { deadline = '2026-04-15', unitIds, ...rest } = wishes;
    const { id } = await build.course(app, rest);
    return ok(await (await app.as('board')).post(`/courses/${id}/open-nominations`, { deadline, unitIds }));
  },

  /** Places that the province gives. */
  async grant(app: TestApp, programId: string, places: number, period = 2026): Promise<Body> {
    const document = { documentNumber: '01-TB/BTCTU', documentDate: '2026-01-05' };
    return ok(await (await app.as('board')).post('/quotas/grants', { programId, period, places, ...document }));
  },

  async quota(app: TestApp, program: string, places: Record<string, number>, period = 2026): Promise<Body> {
    const { id: programId } = await build.program(app, program);
    const sum = Object.values(places).reduce((total, count) => total + count, 0);
    if (sum > 0) await build.grant(app, programId, sum, period);
    const allocations = await Promise.all(
      Object.entries(places).map(async ([code, count]) => ({ unitId: await unitId(app, code), places: count })),
    );
    return ok(await (await app.as('board')).put(`/quotas?programId=${programId}&period=${period}`, { allocations }));
  },
};

/** Id of a unit by its code, e.g. `BIX`. */
export const unitId = (app: TestApp, code: string): Promise<string> =>
  app.database.value<string>('SELECT id FROM units WHERE code = $1', [code]);

/** Ids of a commune's officials, in the order of names. */
export const officialsOf = async (app: TestApp, code: string): Promise<string[]> => {
  const rows = await app.database.rows<{ id: string }>(
    'SELECT o.id FROM officials o JOIN units u ON u.id = o.unit_id WHERE u.code = $1 ORDER BY o.given_name, o.id',
    [code],
  );
  return rows.map(({ id }) => id);
};

/** Id of a unit's part of a class's call. */
export const callOf = (app: TestApp, courseId: string, code: string): Promise<string> =>
  app.database.value<string>(
    'SELECT uc.id FROM unit_calls uc JOIN units u ON u.id = uc.unit_id WHERE uc.course_id = $1 AND u.code = $2',
    [courseId, code],
  );
