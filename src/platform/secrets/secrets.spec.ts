import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { readDataKeys } from './data-key.js';
import { Secrets, Unreadable } from './secrets.js';

const newKey = (): string => randomBytes(32).toString('base64');
const secretsOf = (text: string): Secrets => new Secrets(readDataKeys(text)!);
const secrets = secretsOf(newKey());
const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^\d{12}$/));

describe('sealed texts', () => {
  it('give back what was sealed', () => {
    fc.assert(fc.property(text, (x) => secrets.unseal(secrets.seal(x, 'test'), 'test') === x));
  });

  it('never look alike, even of the same text', () => {
    fc.assert(fc.property(text, (x) => !secrets.seal(x, 'test').equals(secrets.seal(x, 'test'))));
  });

  it('do not contain the text', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{9,12}$/), (x) => !secrets.seal(x, 'test').includes(Buffer.from(x))));
  });

  it('notice a change of any of their bits', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 0, max: 7 }), (x, at, bit) => {
        const sealed = secrets.seal(x, 'test');
        const index = at % sealed.length;
        sealed[index] = (sealed[index] ?? 0) ^ (1 << bit);
        expect(() => secrets.unseal(sealed, 'test')).toThrow(Unreadable);
      }),
    );
  });

  it('notice that they were cut short', () => {
    fc.assert(
      fc.property(text, fc.nat(), (x, at) => {
        const sealed = secrets.seal(x, 'test');
        expect(() => secrets.unseal(sealed.subarray(0, at % sealed.length), 'test')).toThrow(Unreadable);
      }),
    );
  });

  it('cannot be read for another purpose, nor with another key', () => {
    const sealed = secrets.seal('001203000001', 'one');
    expect(() => secrets.unseal(sealed, 'other')).toThrow(Unreadable);
    expect(() => secretsOf(newKey()).unseal(sealed, 'one')).toThrow(Unreadable);
  });

  it('can be read after the key was changed, while the old one is still named', () => {
    const [old, fresh] = [newKey(), newKey()];
    const sealed = secretsOf(old).seal('001203000001', 'test');
    const both = secretsOf(`${fresh}, ${old}`);
    expect(both.unseal(sealed, 'test')).toBe('001203000001');
    expect(both.hashes('001203000001', 'test')).toContainEqual(secretsOf(old).hash('001203000001', 'test'));
    expect(() => secretsOf(old).unseal(both.seal('x', 'test'), 'test')).toThrow(Unreadable);
  });
});

describe('hashes to find by', () => {
  it('are the same for the same text and differ for others, for other purposes and under other keys', () => {
    fc.assert(
      fc.property(text, text, (x, y) => {
        expect(secrets.hash(x, 'test').equals(secrets.hash(y, 'test'))).toBe(x === y);
      }),
    );
    expect(secrets.hash('1', 'one')).not.toEqual(secrets.hash('1', 'other'));
    expect(secrets.hash('1', 'one')).not.toEqual(secretsOf(newKey()).hash('1', 'one'));
  });
});

describe('the setting', () => {
  it.each(['', 'ngắn', randomBytes(31).toString('base64'), `${newKey()},`, `${newKey()},abc`])(
    'is refused when it is not keys of 32 bytes: %s',
    (setting) => {
      expect(readDataKeys(setting)).toBeNull();
    },
  );
});
