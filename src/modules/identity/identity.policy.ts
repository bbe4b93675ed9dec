import { definePolicy } from '../../platform/access/policy.js';

export const identityPolicy = definePolicy({
  'identity.self': ['board', 'committee', 'cell', 'leader', 'official'],
  'identity.manageAccounts': ['board'],
});
