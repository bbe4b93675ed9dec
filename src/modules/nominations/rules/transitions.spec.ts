import fs from 'node:fs';
import fc from 'fast-check';
import { ROLES } from '../../../platform/access/actor.js';
import { COURSE_STATES, NOMINATION_STATES, type NominationState, PLACES } from '../nomination.types.js';
import { mayStep } from '../nominations.policy.js';
import { wayPicture, wayTable } from './picture.js';
import { MEANINGS, means, placesOf } from './states.js';
import {
  givesPlaceBack,
  has,
  isPossible,
  judgeStep,
  NOMINATION_STEPS,
  type NominationStep,
  STEPS,
} from './transitions.js';

const state = fc.constantFrom(...NOMINATION_STATES);
const place = fc.constantFrom(...PLACES);
const step = fc.constantFrom(...NOMINATION_STEPS);
const courseState = fc.constantFrom(...COURSE_STATES);
const open = { place: 'seat', courseState: 'open' } as const;
const ENDS: readonly NominationState[] = ['rejected', 'withdrawn', 'lapsed', 'replaced'];

/**
 * What the board may do in each state of a nomination while its class is open, closed, confirmed, running and completed:
 * written by hand, so that the table of steps has something to disagree with.
 */
const FREELY = ['approve', 'return', 'reject', 'withdraw', 'lapse'];
const ON_HOLD = ['resubmit', 'reject', 'withdraw', 'lapse'];
const BOARD: Record<NominationState, Record<string, string[]>> = {
  submitted: {
    open: FREELY,
    closed: FREELY,
    confirmed: ['approve', 'reject', 'withdraw', 'lapse'],
    running: ['withdraw', 'lapse'],
  },
  returned: {
    open: ON_HOLD,
    closed: ON_HOLD,
    confirmed: ['reject', 'withdraw', 'lapse'],
    running: ['withdraw', 'lapse'],
  },
  approved: {
    open: ['withdraw', 'decide', 'replace', 'lapse'],
    closed: ['withdraw', 'decide', 'enrol', 'replace', 'lapse'],
    confirmed: ['withdraw', 'decide', 'enrol', 'start', 'replace', 'lapse'],
    running: ['withdraw', 'replace', 'lapse'],
  },
  decided: {
    open: ['withdraw', 'revoke', 'replace', 'lapse'],
    closed: ['withdraw', 'revoke', 'enrol', 'replace', 'lapse'],
    confirmed: ['withdraw', 'revoke', 'enrol', 'start', 'replace', 'lapse'],
    running: ['withdraw', 'replace', 'lapse'],
  },
  enrolled: {
    open: ['withdraw', 'revoke', 'replace', 'lapse'],
    closed: ['withdraw', 'revoke', 'replace', 'lapse'],
    confirmed: ['withdraw', 'revoke', 'start', 'replace', 'lapse'],
    running: ['withdraw', 'replace', 'lapse'],
  },
  studying: {
    open: ['withdraw', 'replace', 'lapse'],
    closed: ['withdraw', 'replace', 'lapse'],
    confirmed: ['withdraw', 'replace', 'lapse'],
    running: ['withdraw', 'replace', 'noShow', 'complete', 'fail', 'lapse'],
    completed: ['complete', 'fail'],
  },
  completed: { running: ['takeBack'], completed: ['takeBack'] },
  'not-completed': { running: ['takeBack'], completed: ['takeBack'] },
  'no-show': { open: ['replace'], closed: ['replace'], confirmed: ['replace'], running: ['replace', 'arrive'] },
  rejected: {},
  withdrawn: {},
  lapsed: {},
  replaced: {},
};
/** Of these a unit may do, with its own people: */
const UNITS: readonly NominationStep[] = ['withdraw', 'resubmit'];
const UNIT_ROLES: readonly string[] = ['committee', 'cell'];

describe('the way of a nomination', () => {
  it.each(NOMINATION_STATES)('of one that is %s: every step, class and role', (from) => {
    for (const during of COURSE_STATES) {
      for (const role of ROLES) {
        const theirs = NOMINATION_STEPS.filter((name) =>
          mayStep({ role }, name, { state: from, place: 'seat', courseState: during, own: true }),
        );
        const all = (BOARD[from][during] ?? []) as NominationStep[];
        const expected =
          role === 'board' ? all : UNIT_ROLES.includes(role) ? all.filter((name) => UNITS.includes(name)) : [];
        expect({ during, role, steps: theirs }).toEqual({ during, role, steps: expected });
      }
    }
  });

  it('nobody takes a step with what is not theirs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        step,
        state,
        place,
        courseState,
        (role, name, from, at, during) =>
          !mayStep({ role }, name, { state: from, place: at, courseState: during, own: false }),
      ),
    );
  });

  it('nobody decides about themselves, and whoever is put forward may still leave', () => {
    const steps = NOMINATION_STEPS.filter((name) =>
      NOMINATION_STATES.some((from) =>
        COURSE_STATES.some((during) =>
          mayStep({ role: 'board' }, name, { state: from, place: 'seat', courseState: during, own: true, self: true }),
        ),
      ),
    );
    expect(steps).toEqual(['resubmit', 'withdraw']);
  });

  it('is returned or rejected only with a reason; a decided one is withdrawn only with a reason', () => {
    for (const [name, from] of [
      ['return', 'submitted'],
      ['reject', 'submitted'],
      ['withdraw', 'decided'],
      ['replace', 'approved'],
    ] as const) {
      expect(judgeStep(name, { ...open, state: from, reason: '  ' })).toEqual({ refusal: 'reason-missing' });
      expect(judgeStep(name, { ...open, state: from, reason: 'vì' })).toEqual({ to: STEPS[name].to });
    }
    expect(judgeStep('withdraw', { ...open, state: 'submitted', reason: null })).toEqual({ to: 'withdrawn' });
  });

  it('is not approved from the waitlist', () => {
    expect(judgeStep('approve', { ...open, state: 'submitted', place: 'waitlist', reason: null })).toEqual({
      refusal: 'waitlisted',
    });
  });

  it('does not leave an end: rejected, withdrawn, lapsed, replaced', () => {
    fc.assert(
      fc.property(
        step,
        fc.constantFrom(...ENDS),
        place,
        courseState,
        fc.string(),
        (name, from, at, during, reason) =>
          'refusal' in judgeStep(name, { state: from, place: at, courseState: during, reason }),
      ),
    );
  });

  it('approving or withdrawing never ends in a rejection, and every step leads where its state may have a place', () => {
    expect(NOMINATION_STEPS.filter((name) => STEPS[name].to === 'rejected')).toEqual(['reject']);
    for (const name of NOMINATION_STEPS) {
      expect({ name, gives: givesPlaceBack(name) || has(name, 'place-handed-over') }).toEqual({
        name,
        gives: placesOf(STEPS[name].to).includes('none'),
      });
    }
  });

  it('what is shown as possible is possible once a reason is written', () => {
    fc.assert(
      fc.property(step, state, place, courseState, (name, from, at, during) => {
        const facts = { state: from, place: at, courseState: during };
        return isPossible(name, facts) === 'to' in judgeStep(name, { ...facts, reason: 'vì' });
      }),
    );
  });

  it('every state is reached, and every meaning is of states that there are', () => {
    const reached = new Set<string>(['submitted', ...NOMINATION_STEPS.map((name) => STEPS[name].to)]);
    expect([...reached].sort()).toEqual([...NOMINATION_STATES].sort());
    expect(
      Object.values(MEANINGS)
        .flat()
        .every((of) => NOMINATION_STATES.includes(of)),
    ).toBe(true);
    expect(NOMINATION_STATES.filter((of) => means('holds_place', of) && !means('bars_nomination', of))).toEqual([]);
  });

  it('is drawn in docs/way-of-a-nomination.md: else run this with DRAW=true', () => {
    const file = 'docs/way-of-a-nomination.md';
    const before = fs.readFileSync(file, 'utf8');
    const between = (text: string, mark: string, drawn: string): string =>
      text.replace(
        new RegExp(`(<!-- ${mark}:[^\\n]*-->\\n)[^]*?(\\n<!-- end of ${mark} -->)`),
        (_, begin: string, end: string) => `${begin}\n${drawn}\n${end}`,
      );
    const drawn = between(between(before, 'way', `\`\`\`mermaid\n${wayPicture()}\n\`\`\``), 'steps', wayTable());
    if (process.env.DRAW === 'true') fs.writeFileSync(file, drawn);
    else expect(before).toBe(drawn);
    expect(drawn).toContain(wayPicture());
    expect(drawn).toContain(wayTable());
  });
});
