import fc from 'fast-check';
import { digitsOf, isSecretNumber, maskNumber } from './numbers.js';

const number = fc.oneof(fc.stringMatching(/^\d{9}$/), fc.stringMatching(/^\d{12}$/));

describe('numbers of a person', () => {
  it('are the same however they are spaced', () => {
    fc.assert(
      fc.property(number, fc.constantFrom(' ', '.', '-', '\u00a0'), fc.nat({ max: 8 }), (digits, gap, at) => {
        expect(digitsOf(` ${digits.slice(0, at)}${gap}${digits.slice(at)} `)).toBe(digits);
      }),
    );
  });

  it('show their last four digits and nothing else', () => {
    fc.assert(
      fc.property(number, (digits) => {
        const masked = maskNumber(digits);
        expect(masked).toHaveLength(digits.length);
        expect(masked.replace(/•/g, '')).toBe(digits.slice(-4));
      }),
    );
  });

  it('are 9 or 12 digits on an identity card', () => {
    fc.assert(fc.property(number, (digits) => isSecretNumber('citizenId', digits)));
    for (const wrong of ['', '12345678', '1234567890', '0012030000011', '00120300000a'])
      expect([wrong, isSecretNumber('citizenId', wrong)]).toEqual([wrong, false]);
  });
});
