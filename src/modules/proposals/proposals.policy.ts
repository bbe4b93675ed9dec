import { definePolicy } from '../../platform/access/policy.js';

export const proposalsPolicy = definePolicy({
  'proposals.read': ['board', 'committee', 'cell', 'leader'],
  'proposals.make': ['cell'],
  'proposals.endorse': ['board', 'committee'],
  'proposals.wish': ['official'],
});
