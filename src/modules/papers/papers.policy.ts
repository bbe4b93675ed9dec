import { definePolicy } from '../../platform/access/policy.js';

/** Papers are people's own: leaders, who read figures, do not see them. */
export const papersPolicy = definePolicy({
  'papers.read': ['board', 'committee', 'cell'],
  'papers.change': ['board', 'committee', 'cell'],
});
