import { definePolicy } from '../../platform/access/policy.js';

/** Who keeps the records finds out which two are one, each within the own part of the tree. */
export const duplicatesPolicy = definePolicy({
  'duplicates.manage': ['board', 'committee'],
});
