import fc from 'fast-check';
import { countStandards, type JudgedPerson, sumUp } from './count-standards.js';

const answer = fc.constantFrom('met', 'notMet', 'unknown', 'exempt');
const person: fc.Arbitrary<JudgedPerson> = fc.record({
  commune: fc.constantFrom('A', 'B', 'C').map((code) => ({ unitId: code, code, name: `Xã ${code}` })),
  verdict: fc.record({
    professional: fc.record({ answer }),
    llct: fc.record({ answer }),
    management: fc.record({ answer }),
  }),
});

describe('counting who meets the standards', () => {
  it('counts everyone once, and nobody meets both who does not meet each', () => {
    fc.assert(
      fc.property(fc.array(person), (people) => {
        const report = sumUp(countStandards(people));
        return (
          report.officials === people.length &&
          report.units.every(
            (unit) => unit.both <= Math.min(unit.professional, unit.llct) && unit.professional <= unit.officials,
          )
        );
      }),
    );
  });

  it('a commune has all met exactly when nobody in it misses or lacks data', () => {
    fc.assert(
      fc.property(fc.array(person), (people) =>
        countStandards(people).every(
          (unit) =>
            unit.allMet ===
            people
              .filter(({ commune }) => commune.code === unit.code)
              .every(
                ({ verdict }) =>
                  ['met', 'exempt'].includes(verdict.professional.answer) &&
                  ['met', 'exempt'].includes(verdict.llct.answer),
              ),
        ),
      ),
    );
  });
});
