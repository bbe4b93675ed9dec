import type { CourseState, NominationState, Place } from '../nomination.types.js';
import { means } from './states.js';

/** One way from state to state. */
interface Step {
  readonly from: readonly NominationState[];
  readonly to: NominationState;
  /** The ability that it asks for. */
  readonly who: string;
  /** While the class is in which states. */
  readonly while: readonly CourseState[];
  /** From which states it needs a reason. */
  readonly reasonFrom: readonly NominationState[];
  /** Taken for one nomination by itself, or as a part of something larger: a decision, the start of a class. */
  readonly alone: boolean;
  /** What else happens. */
  readonly triggers: readonly Trigger[];
}

/** What a step does besides changing the state. */
export type Trigger =
  | 'unit-told'
  | 'place-back'
  | 'waitlist-moves'
  | 'place-handed-over'
  | 'qualification-written'
  | 'qualification-undone';

const FORMING = ['open', 'closed'] as const;
const BEFORE_START = ['open', 'closed', 'confirmed'] as const;
const UNTIL_END = ['open', 'closed', 'confirmed', 'running'] as const;
const FREED = ['unit-told', 'place-back', 'waitlist-moves'] as const;

/** The steps of a nomination: from where, to where, who, while the class is what, with a reason or not, with what effect. */
export const STEPS = {
  approve: step('submitted', 'approved', 'nominations.decide', BEFORE_START, { triggers: ['unit-told'] }),
  return: step('submitted', 'returned', 'nominations.decide', FORMING, {
    reasonFrom: ['submitted'],
    triggers: ['unit-told'],
  }),
  resubmit: step('returned', 'submitted', 'nominations.submit', FORMING),
  reject: step(['submitted', 'returned'], 'rejected', 'nominations.decide', BEFORE_START, {
    reasonFrom: ['submitted', 'returned'],
    triggers: FREED,
  }),
  withdraw: step(
    ['submitted', 'returned', 'approved', 'decided', 'enrolled', 'studying'],
    'withdrawn',
    'nominations.withdraw',
    UNTIL_END,
    { reasonFrom: ['decided', 'enrolled', 'studying'], triggers: FREED },
  ),
  decide: step('approved', 'decided', 'nominations.decide', BEFORE_START, { alone: false, triggers: ['unit-told'] }),
  revoke: step(['decided', 'enrolled'], 'approved', 'nominations.decide', BEFORE_START, {
    alone: false,
    reasonFrom: ['decided', 'enrolled'],
    triggers: ['unit-told'],
  }),
  enrol: step(['approved', 'decided'], 'enrolled', 'nominations.manageRoster', ['closed', 'confirmed'], {
    alone: false,
  }),
  start: step(['approved', 'decided', 'enrolled'], 'studying', 'nominations.manageRoster', ['confirmed'], {
    alone: false,
  }),
  replace: step(
    ['approved', 'decided', 'enrolled', 'studying', 'no-show'],
    'replaced',
    'nominations.manageRoster',
    UNTIL_END,
    {
      reasonFrom: ['approved', 'decided', 'enrolled', 'studying', 'no-show'],
      triggers: ['unit-told', 'place-handed-over'],
    },
  ),
  noShow: step('studying', 'no-show', 'nominations.manageRoster', ['running'], { triggers: ['unit-told'] }),
  arrive: step('no-show', 'studying', 'nominations.manageRoster', ['running'], { triggers: ['unit-told'] }),
  complete: step('studying', 'completed', 'nominations.manageRoster', ['running', 'completed'], {
    alone: false,
    triggers: ['qualification-written'],
  }),
  fail: step('studying', 'not-completed', 'nominations.manageRoster', ['running', 'completed'], { alone: false }),
  takeBack: step(['completed', 'not-completed'], 'studying', 'nominations.manageRoster', ['running', 'completed'], {
    reasonFrom: ['completed', 'not-completed'],
    triggers: ['qualification-undone'],
  }),
  lapse: step(
    ['submitted', 'returned', 'approved', 'decided', 'enrolled', 'studying'],
    'lapsed',
    'nominations.manageRoster',
    UNTIL_END,
    { alone: false, triggers: ['place-back'] },
  ),
} as const satisfies Record<string, Step>;

export type NominationStep = keyof typeof STEPS;
export const NOMINATION_STEPS = Object.keys(STEPS) as NominationStep[];

/** Steps that somebody takes for one nomination by itself. */
export const SINGLE_STEPS = NOMINATION_STEPS.filter((name) => STEPS[name].alone);

/** What a nomination and its class are when somebody wants to take a step. */
export interface StepFacts {
  readonly state: NominationState;
  readonly place: Place;
  readonly courseState: CourseState;
  readonly reason: string | null;
}

/** Why a step cannot be taken. */
export type StepRefusal = 'wrong-state' | 'class-elsewhere' | 'waitlisted' | 'reason-missing';

export type StepVerdict = { readonly to: NominationState } | { readonly refusal: StepRefusal };

/**
 * Whether a step may be taken, and where it leads.
 * Only who has a seat can be approved: the waitlist moves up by itself when a seat is freed.
 */
export function judgeStep(name: NominationStep, { state, place, courseState, reason }: StepFacts): StepVerdict {
  const { from, to, while: during, reasonFrom } = STEPS[name];
  if (!from.includes(state)) return { refusal: 'wrong-state' };
  if (!during.includes(courseState)) return { refusal: 'class-elsewhere' };
  if (means('keeps_seat', to) && place !== 'seat') return { refusal: 'waitlisted' };
  if (reasonFrom.includes(state) && !reason?.trim()) return { refusal: 'reason-missing' };
  return { to };
}

/** Whether a step is possible at all, its reason still to be written. */
export const isPossible = (name: NominationStep, facts: Omit<StepFacts, 'reason'>): boolean =>
  'to' in judgeStep(name, { ...facts, reason: '…' });

/** Whether a step gives the nomination's place back. */
export const givesPlaceBack = (name: NominationStep): boolean => has(name, 'place-back');

export const has = (name: NominationStep, trigger: Trigger): boolean => STEPS[name].triggers.includes(trigger);

function step(
  from: NominationState | readonly NominationState[],
  to: NominationState,
  who: string,
  during: readonly CourseState[],
  rest: Partial<Pick<Step, 'reasonFrom' | 'alone' | 'triggers'>> = {},
): Step {
  const all = typeof from === 'string' ? [from] : from;
  return { from: all, to, who, while: during, reasonFrom: [], alone: true, triggers: [], ...rest };
}
