import type { Actor } from '../../platform/access/actor.js';
import { definePolicy, mayRole } from '../../platform/access/policy.js';
import type { PlanAbilities } from './dto/plan.view.js';

export const plansPolicy = definePolicy({
  // Those below the plan's unit see what was approved, for their own units.
  'plans.read': ['board', 'committee', 'leader'],
  // What is still a draft, and classes that are still being prepared.
  'plans.readDrafts': ['board', 'leader'],
  // Only the board of the plan's own unit (PlansService).
  'plans.write': ['board'],
});

/** A version as far as abilities go. */
export interface VersionStanding {
  /** The plan's unit. */
  readonly unitId: string;
  readonly state: 'draft' | 'approved' | 'superseded';
  readonly hasDraft: boolean;
}

/** What the reader may do with a version of a plan. */
export function planAbilities(actor: Pick<Actor, 'role' | 'unitId'>, version: VersionStanding): PlanAbilities {
  const own = actor.unitId === version.unitId && mayRole(actor.role, 'plans.write');
  return {
    write: own && version.state === 'draft',
    revise: own && version.state === 'approved' && !version.hasDraft,
    openClasses: own && version.state === 'approved',
  };
}
