import { definePolicy } from '../../platform/access/policy.js';

/** Everybody keeps views of their own; a shared one shows nothing that its reader may not see otherwise. */
export const viewsPolicy = definePolicy({
  'views.keep': ['board', 'committee', 'cell', 'leader'],
});
