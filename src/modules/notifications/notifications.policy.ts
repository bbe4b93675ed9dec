import { definePolicy } from '../../platform/access/policy.js';

export const notificationsPolicy = definePolicy({
  'notifications.read': ['board', 'committee', 'cell', 'leader', 'official'],
  'notifications.readMail': ['board'],
});
