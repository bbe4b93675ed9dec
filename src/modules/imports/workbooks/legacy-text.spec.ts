import fc from 'fast-check';
import { convert, convertCell, encodingOf, isSyllable, TCVN3, VNI } from './legacy-text.js';

const SYLLABLES =
  'Nguyễn Văn Thị Trần Lê Phạm Hoàng Đặng Bùi Đỗ Hồ Ngô Dương Lý Vũ Đinh Đào Nông Triệu Hứa Lương Lộc Chu Mạc Vi Hà Tô Bế Lâm Thủy Hương Quyết Nghĩa Khuê Đức Tuấn Nguyệt Ánh Hằng Ước Yến Phượng Hiệp Thảo Xuân Kiều Oanh Cường Giang Bích Trinh Quỳnh Ngân Huệ Thường trực Đảng ủy Bí thư Chủ tịch Phó Trưởng phòng xã phường thị trấn đại học trung cấp kế toán';
const word = fc.constantFrom(...SYLLABLES.split(' '));
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const small = text.map((words) => words.toLowerCase());

const written = (letters: string, table: ReadonlyMap<string, string>): string =>
  [...letters].map((letter) => table.get(letter) ?? letter).join('');

describe('texts of before Unicode', () => {
  it('known sentences of the fonts come out right', () => {
    expect(convert('Céng hßa x· héi chñ nghÜa ViÖt Nam', 'tcvn3')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
    expect(convert('§¶ng ñy thÞ trÊn §×nh LËp', 'tcvn3')).toBe('Đảng ủy thị trấn Đình Lập');
    expect(convert('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'vni')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
    expect(convert('Ñoäc laäp - Töï do - Haïnh phuùc', 'vni')).toBe('Độc lập - Tự do - Hạnh phúc');
    expect(convert('COÄNG HOØA ÑAÛNG', 'vni')).toBe('CỘNG HÒA ĐẢNG');
  });

  it('the capital fonts of TCVN3 draw what was typed small', () => {
    expect(convert('NGUYÔN V¡N óT', 'tcvn3')).toBe('NGUYỄN VĂN ÚT');
    expect(convert('L· Hµ', 'tcvn3')).toBe('Lã Hà');
  });

  it('what is written in a table is read back by it', () => {
    fc.assert(fc.property(small, (letters) => convert(written(letters, TCVN3), 'tcvn3') === letters));
    fc.assert(fc.property(text, (letters) => convert(written(letters, VNI), 'vni') === letters));
  });

  it('every Vietnamese letter has its signs in both', () => {
    const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) =>
      ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => `${vowel}${tone}`.normalize('NFC')),
    );
    for (const letter of [...vowels, 'đ'].filter((sign) => sign > '\u007f')) {
      expect([letter, convert(written(letter, TCVN3), 'tcvn3')]).toEqual([letter, letter]);
      expect([letter, convert(written(letter, VNI), 'vni')]).toEqual([letter, letter]);
      const capital = letter.toUpperCase();
      expect([capital, convert(written(capital, VNI), 'vni')]).toEqual([capital, capital]);
    }
  });

  it('a sheet is told by its words, and Unicode is left as it is', () => {
    const sheet = fc.array(text, { minLength: 8, maxLength: 20 });
    fc.assert(
      fc.property(sheet, (texts) => {
        // A few words that are written the same way in every encoding tell nothing.
        const letters = ['Đảng ủy thị trấn', 'Nguyễn Thị Thường', ...texts];
        expect(encodingOf(letters)).toEqual({ encoding: 'unicode', mixed: false });
        expect(encodingOf(letters.map((one) => one.normalize('NFD')))).toEqual({ encoding: 'unicode', mixed: false });
        expect(encodingOf(letters.map((one) => written(one, TCVN3)))?.encoding).toBe('tcvn3');
        expect(encodingOf(letters.map((one) => written(one, VNI)))?.encoding).toBe('vni');
      }),
    );
  });

  it('a Unicode text within an old sheet stays, and an old one within a Unicode sheet is converted', () => {
    expect(convertCell('Nguyễn Văn Út', { encoding: 'tcvn3', mixed: false })).toBe('Nguyễn Văn Út');
    expect(convertCell('Lâm Bé', { encoding: 'tcvn3', mixed: true })).toBe('Lâm Bé');
    expect(convertCell('NguyÔn V¨n Nhµn', { encoding: 'tcvn3', mixed: true })).toBe('Nguyễn Văn Nhàn');
  });

  it('says so when it does not know the letters', () => {
    const strange = Array.from({ length: 25 }, () => 'Þ±t Þßþ²ng');
    expect(encodingOf(strange)).toBeNull();
  });

  it('knows a syllable from a jumble', () => {
    expect(['Nguyễn', 'khuỷu', 'Đình', 'quyết', 'ủy', 'giếng', 'H', 'ước'].map(isSyllable)).toEqual([
      ...Array(6).fill(true),
      false,
      true,
    ]);
    expect(['NguyÔn', 'V¨n', 'xaõ', 'bàc', 'đườc', 'zá'].map(isSyllable)).toEqual(Array(6).fill(false));
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const encoding = encodingOf(texts) ?? { encoding: 'vni' as const, mixed: false };
        for (const one of texts) convertCell(one, encoding);
      }),
    );
  });
});
