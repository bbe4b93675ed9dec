import { definePolicy } from '../../platform/access/policy.js';

export const soundnessPolicy = definePolicy({ 'dataChecks.read': ['board'] });
