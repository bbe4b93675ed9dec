import { definePolicy } from '../../platform/access/policy.js';

export const schedulingPolicy = definePolicy({
  'schedules.propose': ['board'],
});
