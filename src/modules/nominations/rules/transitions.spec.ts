import fc from 'fast-check';
import { NOMINATION_STATES, PLACES } from '../nomination.types.js';
import { givesPlaceBack, HOLDING, isPossible, judgeStep, NOMINATION_STEPS } from './transitions.js';

const state = fc.constantFrom(...NOMINATION_STATES);
const place = fc.constantFrom(...PLACES);
const step = fc.constantFrom(...NOMINATION_STEPS);

describe('the way of a nomination', () => {
  it('is submitted, returned, submitted again and approved', () => {
    expect(judgeStep('return', 'submitted', 'seat', 'Thiếu bằng')).toEqual({ to: 'returned' });
    expect(judgeStep('resubmit', 'returned', 'seat', null)).toEqual({ to: 'submitted' });
    expect(judgeStep('approve', 'submitted', 'seat', null)).toEqual({ to: 'approved' });
  });

  it('is returned or rejected only with a reason', () => {
    expect(judgeStep('return', 'submitted', 'seat', '  ')).toEqual({ refusal: 'reason-missing' });
    expect(judgeStep('reject', 'submitted', 'seat', null)).toEqual({ refusal: 'reason-missing' });
  });

  it('is not approved from the waitlist', () => {
    expect(judgeStep('approve', 'submitted', 'waitlist', null)).toEqual({ refusal: 'waitlisted' });
  });

  it('does not leave an end: rejected, withdrawn, lapsed, completed', () => {
    fc.assert(
      fc.property(
        step,
        state,
        place,
        fc.string(),
        (next, from, at, reason) => HOLDING.includes(from) || !('to' in judgeStep(next, from, at, reason)),
      ),
    );
  });

  it('approving or withdrawing never ends in a rejection', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('approve' as const, 'withdraw' as const),
        state,
        place,
        fc.string(),
        (next, from, at, reason) => {
          const verdict = judgeStep(next, from, at, reason);
          return !('to' in verdict) || verdict.to !== 'rejected';
        },
      ),
    );
  });

  it('gives a place back exactly when it ends', () => {
    expect(NOMINATION_STEPS.filter(givesPlaceBack)).toEqual(['reject', 'withdraw']);
  });

  it('what is shown as possible is possible once a reason is written', () => {
    fc.assert(
      fc.property(
        step,
        state,
        place,
        (next, from, at) => isPossible(next, from, at) === 'to' in judgeStep(next, from, at, 'vì'),
      ),
    );
  });
});
