import fc from 'fast-check';
import { foresee } from './foresight.js';

const LAST = '2026-12-31';
const places = { left: 6, used: 2, since: '2026-01-01', candidates: 4 };

test('says what will be left over at this rate, and what can be done about it', () => {
  // 2 in 181 days, 184 days left: 2 more; 4 people wait, so 2 could be pressed for and 2 are of use elsewhere.
  expect(foresee(places, '2026-07-01', LAST)).toEqual({
    daysLeft: 183,
    perMonth: 0.3,
    expected: 2,
    unused: 4,
    press: 2,
    surplus: 2,
  });
});

test('calls nobody slow in the first third of the time, but says at once where there is nobody', () => {
  expect(foresee({ ...places, used: 0 }, '2026-02-01', LAST)).toMatchObject({ press: 0, surplus: 2, unused: 6 });
  expect(foresee({ ...places, used: 0 }, '2026-02-01', '2026-03-15')).toMatchObject({ press: 4, surplus: 2 });
});

test('after the last day nothing more is used', () => {
  expect(foresee({ ...places, used: 30 }, '2027-01-02', LAST)).toMatchObject({
    daysLeft: -2,
    expected: 0,
    unused: 6,
    press: 4,
  });
});

test('never speaks of more places than are left, nor of more people than there are', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.nat(30), day, day, (left, used, candidates, since, today) => {
      const { expected, unused, press, surplus } = foresee({ left, used, candidates, since }, today, LAST);
      expect(expected + unused).toBe(left);
      expect(expected).toBeLessThanOrEqual(candidates);
      expect(press + surplus).toBeLessThanOrEqual(unused);
      expect(surplus).toBe(Math.max(left - candidates, 0));
      expect(Math.min(expected, unused, press, surplus)).toBeGreaterThanOrEqual(0);
    }),
  );
});
