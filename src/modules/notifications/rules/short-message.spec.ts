import fc from 'fast-check';
import { shortMessageSize, withoutMarks } from './short-message.js';

describe('the size of a short message', () => {
  it.each([
    ['', 'gsm', 0, 1],
    ['a'.repeat(160), 'gsm', 160, 1],
    ['a'.repeat(161), 'gsm', 161, 2],
    ['a'.repeat(306), 'gsm', 306, 2],
    ['a'.repeat(307), 'gsm', 307, 3],
    ['€'.repeat(80), 'gsm', 160, 1],
    // A sign of two units does not lie across two parts: 153 is odd.
    ['€'.repeat(153), 'gsm', 306, 3],
    ['ế'.repeat(70), 'ucs2', 70, 1],
    ['ế'.repeat(71), 'ucs2', 71, 2],
    ['ế'.repeat(135), 'ucs2', 135, 3],
    ['😀'.repeat(35), 'ucs2', 70, 1],
    ['😀'.repeat(67), 'ucs2', 134, 3],
  ])('%#: %.12s', (text, encoding, length, parts) => {
    expect(shortMessageSize(text)).toEqual({ encoding, length, parts });
  });

  it('never shrinks when something is added', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'grapheme' }), (text, more) => {
        const [before, after] = [shortMessageSize(text), shortMessageSize(text + more)];
        expect(after.parts).toBeGreaterThanOrEqual(before.parts);
      }),
    );
  });

  it('of a Vietnamese text without its marks is the small one', () => {
    const text = 'Nhắc: Đảng ủy xã Bính Xá chưa gửi danh sách lớp ĐTKN-01, hạn 15/04/2026.';
    expect(shortMessageSize(text).encoding).toBe('ucs2');
    expect(withoutMarks(text)).toBe('Nhac: Dang uy xa Binh Xa chua gui danh sach lop DTKN-01, han 15/04/2026.');
    expect(shortMessageSize(withoutMarks(text))).toEqual({ encoding: 'gsm', length: 72, parts: 1 });
  });
});
