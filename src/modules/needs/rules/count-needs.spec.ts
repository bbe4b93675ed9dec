import fc from 'fast-check';
import { type CountedNeed, type PersonInNeed, sumUpNeeds } from './count-needs.js';

const UNITS = ['A', 'B', 'C'].map((code) => ({ id: code, code, name: `Xã ${code}` }));
const PROGRAMS = ['CC', 'TC'].map((code) => ({ id: code, code, name: code }));
const need = fc.record({
  kind: fc.constantFrom('llct', 'professional'),
  cause: fc.constantFrom('post-now', 'standard-coming', 'planned-post'),
  by: fc.constantFrom('2026-01-01', '2027-01-01'),
  program: fc.constantFrom(...PROGRAMS),
});
const people = fc
  .array(
    fc.record({
      unit: fc.constantFrom(...UNITS),
      leaving: fc.boolean(),
      hasStandard: fc.boolean(),
      needs: fc.array(need, { maxLength: 3 }),
      unknown: fc.array(need, { maxLength: 2 }),
    }),
  )
  .map((all) =>
    all.map(({ needs, unknown, ...person }, index): PersonInNeed => {
      const own = (one: (typeof needs)[number]): CountedNeed => ({
        ...one,
        program: one.kind === 'llct' ? one.program : null,
        officialId: String(index),
        fullName: `Người ${index}`,
        unit: person.unit,
        post: 'Bí thư',
        asked: 'advanced',
        has: null,
      });
      return {
        ...person,
        needs: person.leaving ? [] : needs.map(own),
        unknown: person.leaving ? [] : unknown.map(own),
      };
    }),
  );

describe('adding needs up', () => {
  it('counts nobody twice, and no more of a unit than it has', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { rows, totals } = sumUpNeeds(all);
        return (
          totals.officials === all.length &&
          totals.people <= all.length - totals.leaving &&
          rows.every((row) => row.people <= row.officials && row.now <= row.people && row.planned <= row.people)
        );
      }),
    );
  });

  it('gives every line its own place, unit and program', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { rows } = sumUpNeeds(all);
        const keys = rows.map(({ unit, program, kind }) => `${unit.code} ${program?.code ?? kind}`);
        return new Set(keys).size === rows.length && rows.every(({ rank }, index) => rank === index + 1);
      }),
    );
  });

  it('one program alone has the same lines as in the whole', () => {
    fc.assert(
      fc.property(people, (all) => {
        const unranked = (rows: ReturnType<typeof sumUpNeeds>['rows']) => rows.map(({ rank: _, ...row }) => row);
        const whole = sumUpNeeds(all).rows.filter(({ program }) => program?.id === 'TC');
        expect(unranked(sumUpNeeds(all, 'TC').rows)).toEqual(unranked(whole));
      }),
    );
  });
});
