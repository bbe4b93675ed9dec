import fc from 'fast-check';
import { compareVietnameseNames, foldVietnamese, nameSortKey, toNfc } from './vietnamese-text.js';

const word = fc.constantFrom(
  'Đặng',
  'Nguyễn',
  'Thị',
  'Văn',
  'Ngọc',
  'Ánh',
  'An',
  'Đào',
  'Dũng',
  'Ước',
  'Yến',
  'Hòa',
  'Uỷ',
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('Vietnamese text', () => {
  it('is found without accents', () => {
    expect(foldVietnamese('Đặng Thị Đào')).toBe('dang thi dao');
    expect(foldVietnamese('  Huyện   ỦY ')).toBe('huyen uy');
  });

  it('does not care where the tone stands', () => {
    expect(foldVietnamese('Uỷ ban, hoà bình')).toBe(foldVietnamese('Ủy ban, hòa bình'));
  });

  it('does not care how the letters are composed, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(
        name,
        (text) =>
          foldVietnamese(text.normalize('NFD')) === foldVietnamese(text) &&
          foldVietnamese(foldVietnamese(text)) === foldVietnamese(text),
      ),
    );
  });

  it('folding twice changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => foldVietnamese(foldVietnamese(text)) === foldVietnamese(text),
      ),
    );
  });

  it('takes the dashes, quotes and đ of any keyboard for the same', () => {
    expect(foldVietnamese('Trường học – “Trạm” Y tế’s Ðình')).toBe('truong hoc - "tram" y te\'s dinh');
  });

  it('is stored composed', () => {
    expect(toNfc('Nguyễn'.normalize('NFD'))).toBe('Nguyễn');
  });

  it('sorts by given name, then middle, then family name, đ after d', () => {
    const sorted = ['Đinh Thị Đào', 'Nguyễn Văn An', 'Lê Văn Dũng', 'Bùi Văn An', 'Lê Thị An'].sort(
      compareVietnameseNames,
    );
    expect(sorted).toEqual(['Lê Thị An', 'Bùi Văn An', 'Nguyễn Văn An', 'Lê Văn Dũng', 'Đinh Thị Đào']);
    expect(nameSortKey('Nguyễn Thị Kim Nga')).toEqual(['Nga', 'Thị Kim', 'Nguyễn']);
    expect(nameSortKey(' Páo ')).toEqual(['Páo', '', '']);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        const antisymmetric = Math.sign(compareVietnameseNames(a, b)) === -Math.sign(compareVietnameseNames(b, a));
        const transitive =
          !(compareVietnameseNames(a, b) <= 0 && compareVietnameseNames(b, c) <= 0) ||
          compareVietnameseNames(a, c) <= 0;
        return antisymmetric && transitive;
      }),
    );
  });
});
