import { definePolicy } from '../../platform/access/policy.js';

export const decisionsPolicy = definePolicy({
  'decisions.read': ['board', 'committee', 'leader'],
  'decisions.manage': ['board'],
});
