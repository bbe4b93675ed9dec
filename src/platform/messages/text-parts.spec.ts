import fc from 'fast-check';
import i18next from 'i18next';
import { fillIn, textParts } from './text-parts.js';

const NAMES = ['who', 'on', 'rule'] as const;
const text = fc
  .array(fc.oneof(fc.string(), fc.constantFrom(...NAMES.map((name) => `{{${name}}}`), 'Không quá ')), { maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((written) => written !== '');
const facts = fc.dictionary(
  fc.constantFrom(...NAMES),
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 3 })),
);

describe('Texts taken apart', () => {
  it('are filled in as i18next fills them in', () => {
    const plain = { keySeparator: false, nsSeparator: false, initAsync: false, showSupportNotice: false } as const;
    fc.assert(
      fc.property(text, facts, (written, given) => {
        const parts = textParts(written);
        if (!parts) return;
        const i18n = i18next.createInstance();
        const resources = { vi: { translation: { key: written } } };
        void i18n.init({ ...plain, lng: 'vi', resources, interpolation: { escapeValue: false } });
        expect(fillIn(parts, (name) => given[name])).toBe(i18n.t('key', given));
      }),
    );
  });

  it.each(['{{when, date}}', '{{ who }}', 'xem $t(other)', '{{a.b}}'])('leaves %s to i18next', (written) => {
    expect(textParts(written)).toBeNull();
  });
});
