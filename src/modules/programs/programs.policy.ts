import { definePolicy } from '../../platform/access/policy.js';

export const programsPolicy = definePolicy({ 'programs.read': ['board', 'committee', 'cell', 'leader'] });
