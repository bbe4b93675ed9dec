import type { Actor } from '../../platform/access/actor.js';
import { definePolicy, mayRole } from '../../platform/access/policy.js';
import type { CourseState } from '../courses/index.js';
import type { NominationAbilities } from './dto/nomination.view.js';
import type { NominationState, Place } from './nomination.types.js';
import { isPossible, type NominationStep, STEPS } from './rules/transitions.js';

export const nominationsPolicy = definePolicy({
  'nominations.read': ['board', 'committee', 'cell', 'leader'],
  'nominations.submit': ['board', 'committee', 'cell'],
  'nominations.withdraw': ['board', 'committee', 'cell'],
  'nominations.decide': ['board'],
  'nominations.manageRoster': ['board'],
  'nominations.readOwn': ['official'],
});

/** What a nomination is to the one who looks at it. */
export interface NominationStanding {
  readonly state: NominationState;
  readonly place: Place;
  readonly courseState: CourseState;
  /** Whether the unit it was made for stands in the reader's subtree; a cell also sees what others made for its people. */
  readonly own: boolean;
  /** Whether the reader is the person: nobody decides about themselves. */
  readonly self?: boolean;
}

/** Abilities of those who decide about others. */
const DECIDES: readonly string[] = ['nominations.decide', 'nominations.manageRoster'];

/** Whether the reader may take a step, its reason still to be written. */
export const mayStep = (
  actor: Pick<Actor, 'role'>,
  step: NominationStep,
  { own, self = false, ...facts }: NominationStanding,
): boolean => own && !(self && decides(step)) && mayRole(actor.role, STEPS[step].who) && isPossible(step, facts);

/** Whether a step decides about somebody, so that they may not take it themselves. */
export const decides = (step: NominationStep): boolean => DECIDES.includes(STEPS[step].who);

/** Whether the reader may send the person to another class of the program: whoever is accepted and has not begun. */
const mayTransfer = (actor: Pick<Actor, 'role'>, standing: NominationStanding): boolean =>
  ['approved', 'decided', 'enrolled'].includes(standing.state) &&
  mayStep(actor, 'replace', standing) &&
  mayStep(actor, 'withdraw', standing);

/** Everything the reader may do with a nomination as it stands now. */
export const nominationAbilities = (actor: Pick<Actor, 'role'>, standing: NominationStanding): NominationAbilities => ({
  approve: mayStep(actor, 'approve', standing),
  return: mayStep(actor, 'return', standing),
  reject: mayStep(actor, 'reject', standing),
  withdraw: mayStep(actor, 'withdraw', standing),
  resubmit: mayStep(actor, 'resubmit', standing),
  noShow: mayStep(actor, 'noShow', standing),
  arrive: mayStep(actor, 'arrive', standing),
  replace: mayStep(actor, 'replace', standing),
  transfer: mayTransfer(actor, standing),
});
