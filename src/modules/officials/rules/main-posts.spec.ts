import fc from 'fast-check';
import { addDays } from '../../../kernel/plain-date.js';
import { type MainPost, placeMainPost } from './main-posts.js';
import { overlap, type Span } from './record-dates.js';

const START = '2000-01-01';

/** Main posts one after another, with gaps, the last perhaps still held. */
const posts: fc.Arbitrary<MainPost[]> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 2000 })), { maxLength: 5 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([pieces, openEnd, openStart]) => {
    let day = START;
    return pieces.map(([gap, length], index) => {
      const from = addDays(day, gap);
      const to = addDays(from, length);
      day = to;
      return {
        id: String(index),
        from: openStart && index === 0 ? null : from,
        to: openEnd && index === pieces.length - 1 ? null : to,
      };
    });
  });
const wanted: fc.Arbitrary<Span> = fc
  .tuple(fc.option(fc.integer({ min: 0, max: 8000 })), fc.option(fc.integer({ min: 0, max: 3000 })))
  .map(([at, length]) => {
    const from = at === null ? null : addDays(START, at);
    return { from, to: length === null ? null : addDays(from ?? START, length) };
  });

describe('placing a main post', () => {
  it('never leaves two at once, and ends no post but one that was open', () => {
    fc.assert(
      fc.property(posts, wanted, (others, post) => {
        const placement = placeMainPost(others, post);
        if (!placement.possible) return;
        const after = others.map((other) =>
          other.id === placement.ends?.id ? { ...other, to: placement.ends.on } : other,
        );
        expect(after.filter((other) => overlap(other, post))).toEqual([]);
        const ended = others.find(({ id }) => id === placement.ends?.id);
        if (ended) {
          expect(ended.to).toBeNull();
          expect(placement.ends!.on).toBe(addDays(post.from!, -1));
          expect(ended.from === null || ended.from <= placement.ends!.on).toBe(true);
        }
      }),
    );
  });

  it('is refused only when something stands in the way', () => {
    fc.assert(
      fc.property(posts, wanted, (others, post) => {
        if (!placeMainPost(others, post).possible) expect(others.some((other) => overlap(other, post))).toBe(true);
      }),
    );
  });

  it('ends the present one the day before', () => {
    const present = { id: 'a', from: null, to: null };
    expect(placeMainPost([present], { from: '2026-04-01', to: null })).toEqual({
      possible: true,
      ends: { id: 'a', on: '2026-03-31' },
    });
    expect(placeMainPost([{ ...present, from: '2026-04-01' }], { from: '2026-04-01', to: null })).toEqual({
      possible: false,
    });
  });
});
