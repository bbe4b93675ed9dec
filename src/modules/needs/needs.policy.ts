import { definePolicy } from '../../platform/access/policy.js';

export const needsPolicy = definePolicy({
  'needs.read': ['board', 'committee', 'leader'],
  // Who is planned for which post is the board's own business; to others such needs are not even counted.
  'needs.readPlanned': ['board'],
});
