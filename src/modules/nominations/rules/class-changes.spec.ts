import fc from 'fast-check';
import { classChanges, type ClassSeen } from './class-changes.js';

const seen: fc.Arbitrary<Required<ClassSeen>> = fc.record({
  state: fc.constantFrom('open', 'closed'),
  deadline: fc.constantFrom(null, '2026-04-15', '2026-04-20'),
  capacity: fc.constantFrom(40, 50),
  startsOn: fc.constantFrom('2026-05-04', '2026-05-11'),
  endsOn: fc.constantFrom('2026-05-08', '2026-05-15'),
  free: fc.nat(3),
});

test('nothing is said of a class that is as it was, whoever took a seat that is not the last', () => {
  fc.assert(
    fc.property(seen, fc.nat(3), (before, free) => {
      const after = { ...before, free };
      expect(classChanges(before, after).map(({ field }) => field)).toEqual(
        before.free > 0 && free === 0 ? ['free'] : [],
      );
    }),
  );
});

test('whatever else differs is said, each once, as it was and as it is', () => {
  fc.assert(
    fc.property(seen, seen, (before, after) => {
      const changes = classChanges(before, after);
      for (const field of ['state', 'deadline', 'capacity', 'startsOn', 'endsOn'] as const) {
        const said = changes.filter((change) => change.field === field);
        expect(said).toHaveLength(before[field] === after[field] ? 0 : 1);
      }
      for (const { field, before: was, after: is } of changes) {
        expect([was, is]).toEqual(
          [before[field], after[field]].map((value) => (value === null ? null : String(value))),
        );
      }
    }),
  );
});

test('a list of before seats were kept with it says nothing of seats', () => {
  const { free: _, ...old } = { state: 'open', deadline: null, capacity: 5, startsOn: 'a', endsOn: 'b', free: 3 };
  expect(classChanges(old, { ...old, free: 0 })).toEqual([]);
});
