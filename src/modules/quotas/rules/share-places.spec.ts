import fc from 'fast-check';
import { type Share, sharePlaces } from './share-places.js';

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
const heirs = (...weights: number[]): Share[] =>
  weights.map((weight, index) => ({ to: String(index), takes: 0, weight }));
const places = (left: number, shares: Share[]): number[] =>
  sharePlaces(left, 0, shares).parts.map((part) => part.places);

test('places left go by officials, and the rest to the largest remainder', () => {
  expect(places(4, heirs(10, 13))).toEqual([2, 2]);
  expect(places(5, heirs(1, 1, 1))).toEqual([2, 2, 1]);
  expect(places(3, heirs(0, 0))).toEqual([2, 1]);
});
test('what finished nominations used stays; what is still held follows', () => {
  const shares = [
    { to: 'a', takes: 1, weight: 0 },
    { to: 'b', takes: 0, weight: 0, asked: 2 },
  ];
  expect(sharePlaces(5, 3, shares)).toEqual({
    staying: 2,
    parts: [
      { to: 'a', places: 1, taken: 1 },
      { to: 'b', places: 2, taken: 0 },
    ],
  });
});

test('no place is lost or made, whoever the heirs are', () => {
  const share = fc.record({
    to: fc.uuid(),
    takes: fc.nat(20),
    weight: fc.nat(300),
    asked: fc.option(fc.nat(20), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 6 }), fc.nat(30), fc.nat(60), (shares, finished, left) => {
      const taken = finished + sum(shares.map(({ takes }) => takes));
      const { staying, parts } = sharePlaces(taken + left, taken, shares);
      expect(staying).toBe(finished);
      expect(staying + sum(parts.map(({ places }) => places))).toBe(taken + left);
      expect(staying + sum(parts.map((part) => part.taken))).toBe(taken);
      expect(parts.every((part) => part.taken >= 0 && part.places >= part.taken)).toBe(true);
    }),
  );
});
