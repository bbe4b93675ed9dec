import fc from 'fast-check';
import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { heirVenues } from './heir-venues.js';

const name = fc.constantFrom('Hội trường', 'hoi truong', 'Trung tâm', 'Hội trường (Xã A)', 'Hội trường (Xã A, 2)');
const moving = fc
  .array(fc.record({ heirId: fc.constantFrom('H', 'K'), name, from: fc.constantFrom('Xã A', 'Xã B') }), {
    maxLength: 8,
  })
  .map((all) => all.map((one, n) => ({ ...one, id: String(n) })));
const kept = fc.dictionary(fc.constantFrom('H', 'K'), fc.uniqueArray(name, { selector: foldVietnamese }));

describe('places that go to heirs', () => {
  it('all go, and no two of one heir have one name', () => {
    fc.assert(
      fc.property(moving, kept, (all, had) => {
        const gone = heirVenues(all, new Map(Object.entries(had)));
        expect(gone.map(({ id, heirId }) => [id, heirId])).toEqual(all.map(({ id, heirId }) => [id, heirId]));
        for (const heir of ['H', 'K']) {
          const names = [...(had[heir] ?? []), ...gone.flatMap((one) => (one.heirId === heir ? [one.name] : []))];
          expect(new Set(names.map(foldVietnamese)).size).toBe(names.length);
        }
      }),
    );
  });

  it('keep their name where they can', () => {
    const one = { id: '1', heirId: 'H', name: 'Hội trường', from: 'Xã A' };
    expect(heirVenues([one], new Map())).toMatchObject([{ name: 'Hội trường' }]);
    expect(heirVenues([one], new Map([['H', ['Hội trường']]]))).toMatchObject([{ name: 'Hội trường (Xã A)' }]);
  });
});
