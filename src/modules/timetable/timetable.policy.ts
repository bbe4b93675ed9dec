import { definePolicy } from '../../platform/access/policy.js';

export const timetablePolicy = definePolicy({
  'timetable.read': ['board', 'committee', 'cell', 'leader'],
  'timetable.manage': ['board'],
});
