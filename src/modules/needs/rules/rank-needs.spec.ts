import fc from 'fast-check';
import { NEED_CAUSES } from './find-needs.js';
import { comparePeople, compareRows, type RankedPerson, type RankedRow } from './rank-needs.js';

const day = fc.constantFrom('2026-01-01', '2026-06-30', '2027-12-31');
const rows = fc.uniqueArray(
  fc
    .record({
      people: fc.nat(5),
      now: fc.nat(5),
      earliest: fc.option(day),
      unitCode: fc.constantFrom('A', 'B', 'C', 'D'),
      programKey: fc.constantFrom('CC', 'TC', 'professional'),
    })
    .map((row): RankedRow => ({ ...row, now: Math.min(row.now, row.people) })),
  { selector: ({ unitCode, programKey }) => `${unitCode} ${programKey}` },
);
const LADDER = ['none', 'elementary', 'intermediate', 'advanced'];
const people = fc.uniqueArray(
  fc.record({
    officialId: fc.uuid(),
    cause: fc.constantFrom(...NEED_CAUSES),
    by: day,
    asked: fc.constantFrom(...LADDER.slice(1)),
    has: fc.option(fc.constantFrom(...LADDER)),
  }),
  { selector: ({ officialId }) => officialId },
);

/** Whether an order never contradicts itself and leaves nothing undecided. */
const isTotalOrder = <T>(items: readonly T[], compare: (a: T, b: T) => number): boolean =>
  items.every((a) =>
    items.every(
      (b) =>
        (a === b) === (compare(a, b) === 0) &&
        Math.sign(compare(a, b)) + Math.sign(compare(b, a)) === 0 &&
        items.every((c) => !(compare(a, b) < 0 && compare(b, c) < 0) || compare(a, c) < 0),
    ),
  );

describe('the order of needs', () => {
  it('is a total order of lines', () => {
    fc.assert(fc.property(rows, (all) => isTotalOrder(all, compareRows)));
  });

  it('is a total order of people', () => {
    fc.assert(fc.property(people, (all) => isTotalOrder<RankedPerson>(all, (a, b) => comparePeople(a, b, LADDER))));
  });

  it('one more person in need never moves a line down', () => {
    fc.assert(
      fc.property(rows, fc.nat(), day, fc.boolean(), (all, pick, by, lacksToday) => {
        const row = all[pick % Math.max(1, all.length)];
        if (!row) return;
        const more: RankedRow = {
          ...row,
          people: row.people + 1,
          now: row.now + (lacksToday ? 1 : 0),
          earliest: row.earliest !== null && row.earliest < by ? row.earliest : by,
        };
        const place = (of: RankedRow, among: RankedRow[]): number => [...among].sort(compareRows).indexOf(of);
        const changed = all.map((other) => (other === row ? more : other));
        expect(place(more, changed)).toBeLessThanOrEqual(place(row, all));
      }),
    );
  });
});
