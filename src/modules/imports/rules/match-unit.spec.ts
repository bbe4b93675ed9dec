import fc from 'fast-check';
import { type NamedUnit, unitFinder } from './match-unit.js';

const unit = (id: string, name: string, more: Partial<NamedUnit> = {}): NamedUnit => ({
  id,
  code: id.toUpperCase(),
  name,
  formerNames: [],
  parentName: 'Huyện ủy Đình Lập',
  within: true,
  closed: false,
  heirs: [],
  ...more,
});

const UNITS = [
  unit('dl-tt', 'Thị trấn Đình Lập'),
  unit('dl', 'Xã Đình Lập'),
  unit('bix', 'Xã Bính Xá'),
  unit('km', 'Xã Kiên Mộc', { within: false }),
  unit('th', 'Xã Thái Bình', { formerNames: ['Xã Đồng Thắng'] }),
  unit('cs', 'Xã Châu Sơn', { closed: true, heirs: ['Xã Kiên Mộc'] }),
];
const find = unitFinder(UNITS);
const rule = (text: string): unknown => {
  const match = find(text);
  return 'unit' in match ? match.unit.id : match.rule;
};

test.each([
  ['Xã Bính Xá', 'bix'],
  ['xa binh xa', 'bix'],
  ['Bính Xá', 'bix'],
  ['Đảng ủy xã Bính Xá', 'bix'],
  ['UBND xã Bính Xá', 'bix'],
  ['TT Đình Lập', 'dl-tt'],
  ['DL-TT', 'dl-tt'],
  ['Đồng Thắng', 'th'],
  ['Đình Lập', 'unit-ambiguous'],
  ['Xã Kiên Mộc', 'unit-outside'],
  ['Xã Châu Sơn', 'unit-closed'],
  ['Xã Lâm Ca', 'unit-unknown'],
])('%s is %s', (text, answer) => {
  expect(rule(text)).toBe(answer);
});

test('an ambiguous name lists its choices, an unknown one those that look like it', () => {
  expect(find('Đình Lập')).toMatchObject({ facts: { choices: expect.stringContaining('Thị trấn Đình Lập (DL-TT') } });
  expect(find('Xã Bình Xá Mới')).toMatchObject({ facts: { choices: 'Xã Bính Xá' } });
});

test('every unit is found by its own name, however it is written, unless another bears it too', () => {
  const name = fc.array(fc.constantFrom('Bính', 'Xá', 'Lâm', 'Ca', 'Đồng', 'Thắng'), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.uniqueArray(
        name.map((words) => `Xã ${words.join(' ')}`),
        { minLength: 1 },
      ),
      (names) => {
        const units = names.map((each, index) => unit(`u${index}`, each));
        const finder = unitFinder(units);
        for (const each of units) {
          for (const written of [each.name, each.name.toUpperCase(), each.name.normalize('NFD'), ` ${each.name}  `]) {
            const match = finder(written);
            expect('unit' in match && match.unit.id).toBe(each.id);
          }
        }
      },
    ),
  );
});
