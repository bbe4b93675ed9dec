import type { Actor } from '../../platform/access/actor.js';
import { definePolicy, mayRole } from '../../platform/access/policy.js';
import type { CourseState } from '../courses/index.js';
import type { NominationAbilities } from './dto/nomination.view.js';
import type { NominationState, Place } from './nomination.types.js';
import { isPossible, type NominationStep } from './rules/transitions.js';

export const nominationsPolicy = definePolicy({
  'nominations.read': ['board', 'committee', 'cell', 'leader'],
  'nominations.submit': ['board', 'committee', 'cell'],
  'nominations.withdraw': ['board', 'committee', 'cell'],
  'nominations.decide': ['board'],
  'nominations.manageRoster': ['board'],
});

/** Which ability a step asks for, and while the class is in which states it may be taken. */
export const STEP_TERMS: Record<NominationStep, { ability: string; while: readonly CourseState[] }> = {
  approve: { ability: 'nominations.decide', while: ['open', 'closed', 'confirmed'] },
  return: { ability: 'nominations.decide', while: ['open', 'closed'] },
  reject: { ability: 'nominations.decide', while: ['open', 'closed', 'confirmed'] },
  withdraw: { ability: 'nominations.withdraw', while: ['open', 'closed', 'confirmed', 'running'] },
  resubmit: { ability: 'nominations.submit', while: ['open', 'closed'] },
};

/** What a nomination is to the one who looks at it. */
export interface NominationStanding {
  readonly state: NominationState;
  readonly place: Place;
  readonly courseState: CourseState;
  /** Whether the unit it was made for stands in the reader's subtree; a cell also sees what others made for its people. */
  readonly own: boolean;
}

/** Whether the reader may take a step, its reason still to be written. */
export const mayStep = (
  actor: Pick<Actor, 'role'>,
  step: NominationStep,
  { state, place, courseState, own }: NominationStanding,
): boolean =>
  own &&
  mayRole(actor.role, STEP_TERMS[step].ability) &&
  STEP_TERMS[step].while.includes(courseState) &&
  isPossible(step, state, place);

/** Everything the reader may do with a nomination as it stands now. */
export const nominationAbilities = (actor: Pick<Actor, 'role'>, standing: NominationStanding): NominationAbilities => ({
  approve: mayStep(actor, 'approve', standing),
  return: mayStep(actor, 'return', standing),
  reject: mayStep(actor, 'reject', standing),
  withdraw: mayStep(actor, 'withdraw', standing),
  resubmit: mayStep(actor, 'resubmit', standing),
});
