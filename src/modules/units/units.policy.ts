import { definePolicy } from '../../platform/access/policy.js';

/** Everybody sees the part of the tree below them; the board shapes it. */
export const unitsPolicy = definePolicy({
  'units.read': ['board', 'committee', 'cell', 'leader'],
  'units.manage': ['board'],
});
