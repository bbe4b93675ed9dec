import { startApp, type TestApp } from '../support/app.js';
import { build } from '../support/build.js';
import { type Answer, type Client, ok } from '../support/client.js';

/** Fifty classes that want one room at one time, all at the same moment. */
const CLASSES = 50;
const DAY = '2026-11-03';

/** Has every class ask for the room at a time of its own that overlaps all the others'. */
async function bookings(app: TestApp): Promise<Answer[]> {
  const board: Client = await app.as('board');
  const room = ok(await board.post('/rooms', { name: 'Hội trường', capacity: 100 }));
  const courses = await Promise.all(Array.from({ length: CLASSES }, () => build.course(app)));
  const wish = (minute: number) => ({
    startsAt: `${DAY}T07:${String(minute).padStart(2, '0')}:00+07:00`,
    endsAt: `${DAY}T09:${String(minute).padStart(2, '0')}:00+07:00`,
    roomId: room.id,
  });
  return Promise.all(courses.map(({ id }, index) => board.post(`/courses/${id}/sessions`, wish(index))));
}

/** Of that day; the demo has sessions on others. */
const laid = (app: TestApp): Promise<number> =>
  app.database.value<number>(
    `SELECT count(*)::int FROM course_sessions WHERE state = 'planned' AND starts_at::date = $1::date`,
    [DAY],
  );

test('fifty who book one room at once leave one booking, and 49 who know whose it is', async () => {
  const app = await startApp();
  try {
    const answers = await bookings(app);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(CLASSES - 1);
    const winner = answers.find(({ status }) => status === 201)?.body;
    for (const { body } of refused) {
      expect(body.clashes).toMatchObject([{ kind: 'room', sessionId: winner.id, course: { id: winner.courseId } }]);
      expect(body.freeSlots.length).toBeGreaterThan(0);
    }
    expect(await laid(app)).toBe(1);
  } finally {
    await app.stop();
  }
});

test('the twin without the constraint lets them all in', async () => {
  const app = await startApp();
  try {
    await app.database.rows('ALTER TABLE course_sessions DROP CONSTRAINT room_in_one_session_at_a_time');
    await bookings(app);
    expect(await laid(app)).toBeGreaterThan(1);
  } finally {
    await app.stop();
  }
});
