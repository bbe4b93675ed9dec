import { definePolicy } from '../../platform/access/policy.js';

export const reportsPolicy = definePolicy({ 'reports.read': ['board', 'committee', 'cell', 'leader'] });
