import fc from 'fast-check';
import { addDays } from '../../../kernel/plain-date.js';
import { faultsOfPastDay, faultsOfPerson, faultsOfSpan, overlap, type Span } from './record-dates.js';

const TODAY = '2026-03-02';
const day = fc.integer({ min: -30_000, max: 3_000 }).map((days) => addDays(TODAY, days));
const span: fc.Arbitrary<Span> = fc
  .tuple(fc.option(day), fc.option(fc.nat({ max: 4_000 })), fc.option(day))
  .map(([from, days, to]) => ({ from, to: days === null ? null : from === null ? to : addDays(from, days) }));
const isOn = ({ from, to }: Span, on: string): boolean => (from === null || from <= on) && (to === null || on <= to);

describe('dates of a person', () => {
  it('in the order of a life have no fault', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 3, maxLength: 3 }), (days) => {
        const [bornOn, probationaryOn, fullMemberOn] = [...days].sort();
        fc.pre(bornOn! <= TODAY);
        expect(faultsOfPerson({ bornOn, probationaryOn, fullMemberOn }, TODAY)).toEqual([]);
      }),
    );
  });

  it('out of order always name the field that is wrong', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        fc.pre(one < other && other <= TODAY);
        expect(faultsOfPerson({ bornOn: other, probationaryOn: one }, TODAY)).toContainEqual({
          path: 'probationaryOn',
          rule: 'afterBirth',
        });
        expect(faultsOfPerson({ probationaryOn: other, fullMemberOn: one }, TODAY)).toContainEqual({
          path: 'fullMemberOn',
          rule: 'afterProbation',
        });
        expect(faultsOfPerson({ bornOn: other, fullMemberOn: one }, TODAY)).toContainEqual({
          path: 'fullMemberOn',
          rule: 'afterBirth',
        });
      }),
    );
  });

  it('that are not known are no fault', () => {
    expect(faultsOfPerson({ bornOn: null, birthYear: 1980, probationaryOn: '1999-01-01' }, TODAY)).toEqual([]);
    expect(faultsOfPerson({}, TODAY)).toEqual([]);
  });

  it('know the year of a birth date', () => {
    expect(faultsOfPerson({ bornOn: '1980-05-05', birthYear: 1981 }, TODAY)).toEqual([
      { path: 'birthYear', rule: 'yearOfBirthDate' },
    ]);
    expect(faultsOfPerson({ birthYear: 2027 }, TODAY)).toEqual([{ path: 'birthYear', rule: 'notInTheFuture' }]);
  });
});

describe('spans', () => {
  it('overlap exactly when some day lies in both', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        fc.pre([a, b].every(({ from, to }) => from === null || to === null || from <= to));
        const edges = [a.from, a.to, b.from, b.to].filter((edge) => edge !== null);
        const days = edges.length === 0 ? [TODAY] : edges;
        expect(overlap(a, b)).toBe(days.some((on) => isOn(a, on) && isOn(b, on)));
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
    );
  });

  it('that end before they begin, or begin before birth, are faults', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(faultsOfSpan({ from, to }, null).length > 0).toBe(to < from);
        expect(faultsOfSpan({ from, to: null }, to).length > 0).toBe(from < to);
      }),
    );
  });

  it('of what has happened do not lie ahead', () => {
    expect(faultsOfPastDay('obtainedOn', '2026-03-03', null, TODAY)).toEqual([
      { path: 'obtainedOn', rule: 'notInTheFuture' },
    ]);
    expect(faultsOfPastDay('obtainedOn', '1979-01-01', '1980-01-01', TODAY)).toEqual([
      { path: 'obtainedOn', rule: 'afterBirth' },
    ]);
    expect(faultsOfPastDay('obtainedOn', undefined, null, TODAY)).toEqual([]);
  });
});
