import fc from 'fast-check';
import { type CallStanding, heirCalls } from './heir-calls.js';

const call = (id: string, unitId: string, answer: CallStanding['answer'], deadline: string): CallStanding => ({
  id,
  courseId: 'c',
  unitId,
  answer,
  deadline,
});
const heirs = new Map([
  ['a', ['h']],
  ['b', ['h']],
]);

test('the more advanced answer goes on, then the later deadline; the heir keeps its own when it is the best', () => {
  const silent = call('1', 'a', null, '2026-05-01');
  const late = call('2', 'b', null, '2026-06-01');
  const list = call('3', 'h', 'list', '2026-04-01');
  expect(heirCalls([silent, late], heirs)).toEqual([{ courseId: 'c', heir: 'h', source: '2', own: null }]);
  expect(heirCalls([silent, late, list], heirs)).toEqual([{ courseId: 'c', heir: 'h', source: '3', own: '3' }]);
  expect(heirCalls([call('4', 'a', 'none', '2026-01-01'), late], heirs)[0]?.source).toBe('4');
  expect(heirCalls([list], heirs)).toEqual([]);
});

test('each heir has one call to each class that a predecessor was called to', () => {
  const unit = fc.constantFrom('a', 'b', 'x', 'h', 'k');
  const some = fc.record({
    id: fc.uuid(),
    courseId: fc.constantFrom('c', 'd'),
    unitId: unit,
    answer: fc.constantFrom('list' as const, 'none' as const, 'more-time' as const, null),
    deadline: fc.constantFrom('2026-01-01', '2026-02-02'),
  });
  const split = new Map([...heirs, ['x', ['h', 'k']]]);
  const once = fc.uniqueArray(some, { selector: ({ courseId, unitId }) => `${courseId} ${unitId}` });
  fc.assert(
    fc.property(once, (calls) => {
      const expected = new Set(
        calls.flatMap(({ courseId, unitId }) => (split.get(unitId) ?? []).map((heir) => `${courseId} ${heir}`)),
      );
      const chosen = heirCalls(calls, split).map(({ courseId, heir }) => `${courseId} ${heir}`);
      expect([...chosen].sort()).toEqual([...expected].sort());
    }),
  );
});
