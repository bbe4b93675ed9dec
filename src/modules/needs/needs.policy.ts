import { definePolicy } from '../../platform/access/policy.js';

export const needsPolicy = definePolicy({ 'needs.read': ['board', 'committee', 'leader'] });
