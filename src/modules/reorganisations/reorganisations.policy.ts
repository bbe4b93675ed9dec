import { definePolicy } from '../../platform/access/policy.js';

export const reorganisationsPolicy = definePolicy({ 'reorganisations.manage': ['board'] });
