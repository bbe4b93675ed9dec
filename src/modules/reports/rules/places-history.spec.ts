import fc from 'fast-check';
import { historyOfUnits, type SentRow } from './places-history.js';

const unit = (id: string, officials = 20, closed = false) => ({ unit: { id, code: id, name: id }, officials, closed });
const asked = { from: 2015, to: 2019, programIds: ['cc'], without: 3 };

test('counts by year and per head, and tells who is in need and was not sent for so many years', () => {
  const rows = [
    { year: 2015, programId: 'cc', unitId: 'a', sent: 2 },
    { year: 2018, programId: 'cc', unitId: 'b', sent: 1 },
    { year: 2014, programId: 'cc', unitId: 'b', sent: 9 },
  ];
  const [a, b, c, d] = historyOfUnits(
    [unit('a'), unit('b', 0), unit('c'), unit('d', 5, true)],
    rows,
    (id) => (id === 'b' ? 0 : 3),
    asked,
  );
  expect(a?.programs).toEqual([
    {
      programId: 'cc',
      sent: 2,
      byYear: [2, 0, 0, 0, 0],
      perHundred: 10,
      lastYear: 2015,
      yearsWithout: 4,
      need: 3,
      leftOut: true,
    },
  ]);
  expect(b?.programs[0]).toMatchObject({ sent: 1, perHundred: null, lastYear: 2018, yearsWithout: 1, leftOut: false });
  expect(c?.programs[0]).toMatchObject({ sent: 0, lastYear: null, yearsWithout: 5, leftOut: true });
  expect(d?.programs[0]).toMatchObject({ leftOut: false });
});

test('nobody who was sent is lost, whatever the rows', () => {
  const row = fc.record({
    year: fc.integer({ min: 2015, max: 2019 }),
    programId: fc.constantFrom('cc', 'tc'),
    unitId: fc.constantFrom('a', 'b', 'c'),
    sent: fc.integer({ min: 1, max: 9 }),
  });
  const keyOf = ({ unitId, programId, year }: SentRow): string => `${unitId} ${programId} ${year}`;
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: keyOf }), (rows) => {
      const units = historyOfUnits([unit('a'), unit('b'), unit('c')], rows, () => 1, {
        ...asked,
        programIds: ['cc', 'tc'],
      });
      const programs = units.flatMap((one) => one.programs);
      const total = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);
      expect(total(programs.map(({ sent }) => sent))).toBe(total(rows.map(({ sent }) => sent)));
      for (const { sent, byYear, yearsWithout, leftOut } of programs) {
        expect(total([...byYear])).toBe(sent);
        expect(leftOut).toBe(byYear.slice(-3).every((count) => count === 0));
        expect(yearsWithout).toBe(sent === 0 ? 5 : [...byYear].reverse().findIndex((count) => count > 0));
      }
    }),
  );
});
