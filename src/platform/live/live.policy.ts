import { ROLES } from '../access/actor.js';
import { definePolicy } from '../access/policy.js';

/** Everybody may hear; what they hear is kept to their own part of the tree. */
export const livePolicy = definePolicy({ 'live.listen': ROLES });
