import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { Role } from './actor.js';

export const POLICY = 'access:policy';
export const PUBLIC = 'access:public';

/** What each ability asks for; filled by the modules' `*.policy.ts`, each the owner of its own names. */
const abilities = new Map<string, readonly Role[]>();

/**
 * Declares a module's abilities and the roles that have them.
 * @example export const coursesPolicy = definePolicy({ 'courses.read': ['board', 'leader'] });
 * @throws Error when another module already owns a name.
 */
export function definePolicy<T extends Record<string, readonly Role[]>>(policy: T): T {
  for (const [ability, roles] of Object.entries(policy)) {
    if (abilities.has(ability) && abilities.get(ability) !== roles)
      throw new Error(`Ability ${ability} is declared twice`);
    abilities.set(ability, roles);
  }
  return policy;
}

/** Whether a role has an ability; an unknown ability is nobody's. */
export const mayRole = (role: Role, ability: string): boolean => abilities.get(ability)?.includes(role) ?? false;

/** Every ability of a role, sorted: sent to the client, which knows no roles. */
export const abilitiesOf = (role: Role): string[] =>
  [...abilities.keys()].filter((ability) => mayRole(role, ability)).sort();

/** Whether a module declared this ability. */
export const isDeclaredAbility = (ability: string): boolean => abilities.has(ability);

/** Says who may call a route: those whose role has the ability. A route without it stops the start-up. */
export const Policy = (ability: string) => applyDecorators(SetMetadata(POLICY, ability));

/** Says that a route is open to everyone, and why. */
export const Public = (reason: string) => applyDecorators(SetMetadata(PUBLIC, reason));
