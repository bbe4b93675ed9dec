import fc from 'fast-check';
import { OFFICIAL_STATUSES } from '../official.types.js';
import { type BulkChange, type BulkFacts, judgeBulkChange } from './bulk-change.js';

const day = fc.constantFrom('2019-01-01', '2024-06-30', '2025-07-01', '2026-03-16');
const unit = fc.constantFrom('a', 'b', 'c');
const title = fc.constantFrom('Bí thư', 'Chủ tịch');
const facts: fc.Arbitrary<BulkFacts> = fc.record({
  unitId: unit,
  cellId: fc.option(unit),
  status: fc.constantFrom(...OFFICIAL_STATUSES),
  mainPost: fc.option(fc.record({ title, from: fc.option(day), to: fc.option(day) })),
});
const change: fc.Arbitrary<BulkChange> = fc.oneof(
  fc.record({ action: fc.constant('cell' as const), cellId: fc.option(unit) }),
  fc.record({ action: fc.constant('status' as const), status: fc.constantFrom(...OFFICIAL_STATUSES) }),
  fc.record({ action: fc.constant('move' as const), unitId: unit, post: title, from: day }),
);

/** What the person is like after it was done. */
const after = (person: BulkFacts, done: BulkChange): BulkFacts => {
  if (done.action === 'cell') return { ...person, cellId: done.cellId };
  if (done.action === 'status') return { ...person, status: done.status };
  return { ...person, unitId: done.unitId, mainPost: { title: done.post, from: done.from, to: null } };
};

test('done twice, the second time changes nothing', () => {
  fc.assert(
    fc.property(facts, change, (person, asked) => {
      if (judgeBulkChange(person, asked).outcome !== 'changed') return;
      expect(judgeBulkChange(after(person, asked), asked)).toEqual({ outcome: 'unchanged' });
    }),
  );
});

test('nobody is moved on or before the day on which a main post begins, and for no other reason is anyone left out', () => {
  fc.assert(
    fc.property(facts, change, (person, asked) => {
      const verdict = judgeBulkChange(person, asked);
      const begins = person.mainPost?.from ?? null;
      if (verdict.outcome === 'refused') expect([asked.action, verdict.reason]).toEqual(['move', 'postBeginsLater']);
      if (asked.action === 'move' && verdict.outcome === 'changed')
        expect(begins === null || begins < asked.from).toBe(true);
    }),
  );
});

test('who holds that very post there stays, who held it once is moved', () => {
  const asked: BulkChange = { action: 'move', unitId: 'a', post: 'Bí thư', from: '2026-01-01' };
  const person: BulkFacts = {
    unitId: 'a',
    cellId: null,
    status: 'working',
    mainPost: { title: 'Bí thư', from: null, to: null },
  };
  expect(judgeBulkChange(person, asked).outcome).toBe('unchanged');
  expect(judgeBulkChange({ ...person, unitId: 'b' }, asked).outcome).toBe('changed');
  expect(
    judgeBulkChange({ ...person, mainPost: { title: 'Bí thư', from: null, to: '2025-01-01' } }, asked).outcome,
  ).toBe('changed');
});
