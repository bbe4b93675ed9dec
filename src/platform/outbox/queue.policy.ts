import { definePolicy } from '../access/policy.js';

export const queuePolicy = definePolicy({ 'queue.handle': ['board'] });
