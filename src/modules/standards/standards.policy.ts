import { definePolicy } from '../../platform/access/policy.js';

export const standardsPolicy = definePolicy({ 'standards.read': ['board', 'committee', 'cell', 'leader'] });
