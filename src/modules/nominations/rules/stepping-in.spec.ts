import fc from 'fast-check';
import { COURSE_STATES, NOMINATION_STATES, PLACES } from '../nomination.types.js';
import { means, placesOf } from './states.js';
import { HANDED_BY, judgeHandOver } from './stepping-in.js';

const facts = fc.record({
  state: fc.constantFrom(...NOMINATION_STATES),
  place: fc.constantFrom(...PLACES),
  courseState: fc.constantFrom(...COURSE_STATES),
  reason: fc.constantFrom('Ốm', null),
});
const by = fc.constantFrom(...HANDED_BY);

describe('stepping in', () => {
  it('never goes farther than the one who left was, and fits the place that is kept', () => {
    fc.assert(
      fc.property(by, facts, (how, one) => {
        const over = judgeHandOver(how, one);
        if ('refusal' in over) return true;
        const farther = means('is_accepted', over.newcomer) && means('is_undecided', one.state);
        return !farther && placesOf(over.leaver).includes('none') && placesOf(over.newcomer).includes('seat');
      }),
    );
  });

  it('is reviewed from the beginning unless the board replaces; a withdrawal stays one, a rejection too', () => {
    const one = { place: 'seat', courseState: 'open', reason: 'Ốm' } as const;
    expect(judgeHandOver('withdraw', { ...one, state: 'approved' })).toEqual({
      leaver: 'withdrawn',
      newcomer: 'submitted',
    });
    expect(judgeHandOver('reject', { ...one, state: 'submitted' })).toEqual({
      leaver: 'rejected',
      newcomer: 'submitted',
    });
    expect(judgeHandOver('replace', { ...one, state: 'decided' })).toEqual({ leaver: 'replaced', newcomer: 'decided' });
    expect(judgeHandOver('replace', { ...one, courseState: 'running', state: 'no-show' })).toEqual({
      leaver: 'replaced',
      newcomer: 'studying',
    });
  });

  it('by withdrawal is over once the list is fixed', () => {
    expect(
      judgeHandOver('withdraw', { state: 'enrolled', place: 'seat', courseState: 'confirmed', reason: 'Ốm' }),
    ).toEqual({ refusal: 'class-elsewhere' });
  });
});
