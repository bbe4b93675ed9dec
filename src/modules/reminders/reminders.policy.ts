import { definePolicy } from '../../platform/access/policy.js';

export const remindersPolicy = definePolicy({
  'reminders.read': ['board', 'committee', 'cell', 'leader'],
  'reminders.readPolicies': ['board', 'leader'],
  'reminders.manage': ['board'],
});
