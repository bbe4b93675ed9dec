import fc from 'fast-check';
import { MARKS } from '../attendance.types.js';
import { changesBetween, type MarkLine } from './sheet-changes.js';

const sheet: fc.Arbitrary<MarkLine[]> = fc.uniqueArray(
  fc.record({ nominationId: fc.constantFrom(...'abcdefgh'), mark: fc.constantFrom(...MARKS) }),
  { selector: ({ nominationId }) => nominationId },
);
const sorted = (lines: readonly MarkLine[]): MarkLine[] =>
  [...lines].sort((one, other) => one.nominationId.localeCompare(other.nominationId));

test('the changes make the one sheet of the other', () => {
  fc.assert(
    fc.property(sheet, sheet, (before, after) => {
      const { added, changed, removed } = changesBetween(before, after);
      const gone = new Set(removed.map(({ nominationId }) => nominationId));
      const now = new Map(changed.map(({ nominationId, mark }) => [nominationId, mark]));
      const made = before
        .filter(({ nominationId }) => !gone.has(nominationId))
        .map(({ nominationId, mark }) => ({ nominationId, mark: now.get(nominationId) ?? mark }));
      expect(sorted([...made, ...added])).toEqual(sorted(after));
      expect(changed.every(({ mark, before: was }) => mark !== was)).toBe(true);
    }),
  );
});

test('the same sheet sent again changes nothing', () => {
  fc.assert(
    fc.property(sheet, (lines) => {
      expect(changesBetween(lines, [...lines].reverse())).toEqual({ added: [], changed: [], removed: [] });
    }),
  );
});
