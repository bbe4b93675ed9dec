import { definePolicy } from '../../platform/access/policy.js';

export const quotasPolicy = definePolicy({
  'quotas.read': ['board', 'committee', 'cell', 'leader'],
  'quotas.set': ['board'],
  'quotas.grant': ['board'],
  'quotas.readGrants': ['board', 'leader'],
});
