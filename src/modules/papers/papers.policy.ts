import { definePolicy } from '../../platform/access/policy.js';

/** Papers are people's own: leaders, who read figures, do not see them. */
export const papersPolicy = definePolicy({
  'papers.read': ['board', 'committee', 'cell'],
  'papers.readAsked': ['board', 'committee', 'cell', 'leader'],
  'papers.ask': ['board'],
  'papers.change': ['board', 'committee', 'cell'],
});
