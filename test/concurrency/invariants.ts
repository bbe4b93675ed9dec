import type { TestDatabase } from '../support/database.js';

/** What must hold for a class at every instant, whatever happens at once. */
export interface Standing {
  capacity: number;
  seatsTaken: number;
  waitlisted: number;
  /** Counted from the rows. */
  seated: number;
  waiting: number;
}

export async function standingOf(database: TestDatabase, courseId: string): Promise<Standing> {
  const [row] = await database.rows<Standing>(
    `SELECT c.capacity, c.seats_taken AS "seatsTaken", c.waitlisted,
       (SELECT count(*)::int FROM nominations n WHERE n.course_id = c.id AND n.place = 'seat') AS seated,
       (SELECT count(*)::int FROM nominations n WHERE n.course_id = c.id AND n.place = 'waitlist') AS waiting
     FROM courses c WHERE c.id = $1`,
    [courseId],
  );
  if (!row) throw new Error(`No class ${courseId}`);
  return row;
}

/** Quotas whose counter does not agree with the nominations that hold their places. */
export const quotasOutOfStep = (database: TestDatabase): Promise<object[]> =>
  database.rows(
    `SELECT q.id, q.places, q.reserved + q.taken AS used, held.count FROM quotas q CROSS JOIN LATERAL (
       SELECT count(*)::int AS count FROM nominations n WHERE n.quota_id = q.id AND n.place <> 'none'
     ) held WHERE q.period >= 2020 AND q.reserved + q.taken <> held.count OR q.free < 0`,
  );

export function expectAgreement({ capacity, seatsTaken, waitlisted, seated, waiting }: Standing): void {
  expect({ seatsTaken, waitlisted }).toEqual({ seatsTaken: seated, waitlisted: waiting });
  expect(seatsTaken).toBeLessThanOrEqual(capacity);
  if (waitlisted > 0) expect(seatsTaken).toBe(capacity);
}
