import { failureKind } from './failure-kind.js';

it('a failure is told by its words', () => {
  const kinds = [
    'connect ECONNREFUSED 127.0.0.1:25',
    'Invalid login: 535 Authentication failed',
    "Can't send mail - all recipients were rejected: 451 not now",
    'deadlock detected',
    'No handler is named reminders.due:Old.send',
    'something else',
  ].map(failureKind);
  expect(kinds).toEqual(['unreachable', 'login', 'refused', 'database', 'unknown-work', 'other']);
});
