import { definePolicy } from '../../platform/access/policy.js';

/** Party membership and ethnic group are sensitive by law: only those who work with the files see them. Planned
 * posts and notes on those who avoid study are the board's alone. */
export const officialsPolicy = definePolicy({
  'officials.read': ['board', 'committee', 'cell', 'leader'],
  'officials.readSensitive': ['board', 'committee'],
  'officials.manage': ['board', 'committee'],
  'officials.managePlannings': ['board'],
  'officials.manageNotes': ['board'],
  'officials.manageAccounts': ['board'],
  'officials.readOwn': ['official'],
});
