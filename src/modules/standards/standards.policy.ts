import { definePolicy } from '../../platform/access/policy.js';

export const standardsPolicy = definePolicy({
  'standards.read': ['board', 'committee', 'cell', 'leader'],
  // Standards are the same for everyone: of the boards, only that of the top unit may change them (StandardsAdmin).
  'standards.manage': ['board'],
  'standards.exempt': ['board'],
});
