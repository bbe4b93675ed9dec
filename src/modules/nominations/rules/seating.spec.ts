import fc from 'fast-check';
import { seatNext, type WaitingPerson } from './seating.js';
import { whyWaiting } from './waiting.js';

const person = (id: string, more: Partial<WaitingPerson> = {}): WaitingPerson => ({
  ...{ id, unitId: 'A', offer: 'none' as const, against: null },
  ...more,
});
const anyone: fc.Arbitrary<WaitingPerson> = fc.record({
  id: fc.uuid(),
  unitId: fc.constantFrom('A', 'B', 'C'),
  offer: fc.constantFrom('none', 'none', 'open', 'refused'),
  against: fc.constantFrom(null, null, 'at-work'),
});

describe('who gets the free seats', () => {
  test('comes in the order of the list', () => {
    const { next } = seatNext([person('1'), person('2'), person('3')], { free: 2, kept: new Map() });
    expect(next).toEqual(['1', '2']);
  });

  test('who may not go any more is passed over, and the next one sits', () => {
    expect(seatNext([person('1', { against: 'at-work' }), person('2')], { free: 1, kept: new Map() })).toEqual({
      ...{ next: ['2'], passed: ['1'] },
    });
  });

  test('a seat kept for a unit goes to its people alone', () => {
    const seats = { free: 1, kept: new Map([['B', 1]]) };
    expect(seatNext([person('1'), person('2', { unitId: 'B' })], seats).next).toEqual(['2']);
    expect(seatNext([person('1')], seats).next).toEqual([]);
  });

  test('never more than there are, never a kept one for another unit, never somebody out of turn', () =>
    fc.assert(
      fc.property(fc.array(anyone), fc.nat(5), fc.nat(5), (people, open, keptB) => {
        const waiting = people.map((one, n) => ({ ...one, id: String(n) }));
        const { next } = seatNext(waiting, { free: open + keptB, kept: new Map([['B', keptB]]) });
        const seated = waiting.filter(({ id }) => next.includes(id));
        expect(next.length).toBeLessThanOrEqual(open + keptB);
        expect(seated.filter(({ unitId }) => unitId !== 'B').length).toBeLessThanOrEqual(open);
        expect(seated.every(({ offer, against }) => offer === 'none' && against === null)).toBe(true);
        // Whoever could go and does not comes after all who went on open seats, but for people of B.
        const left = waiting.find(
          ({ id, offer, against, unitId }) =>
            offer === 'none' && against === null && unitId !== 'B' && !next.includes(id),
        );
        const last = seated.filter(({ unitId }) => unitId !== 'B').at(-1);
        if (left && last) expect(Number(left.id)).toBeGreaterThan(Number(last.id));
      }),
    ));
});

describe('why somebody waits', () => {
  const facts = { position: 1, ahead: 0, offer: null, passedOver: false, keptUntil: null };
  test.each([
    [{}, { why: 'next' }],
    [
      { position: 3, ahead: 2 },
      { why: 'after', ahead: 2 },
    ],
    [{ keptUntil: '2026-05-01' }, { why: 'kept', until: '2026-05-01' }],
    [{ passedOver: true, ahead: 2 }, { why: 'passed-over' }],
    [{ offer: { state: 'open' as const, until: '2026-05-01' } }, { why: 'offered', until: '2026-05-01' }],
    [
      { offer: { state: 'declined' as const, until: '2026-05-01' }, passedOver: true },
      { why: 'offer-declined', until: '2026-05-01' },
    ],
    [{ offer: { state: 'expired' as const, until: '2026-05-01' } }, { why: 'offer-expired', until: '2026-05-01' }],
  ])('%j: %j', (more, said) => expect(whyWaiting({ ...facts, ...more })).toEqual(said));
});
