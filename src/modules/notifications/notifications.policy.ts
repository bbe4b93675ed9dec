import { definePolicy } from '../../platform/access/policy.js';

export const notificationsPolicy = definePolicy({
  'notifications.read': ['board', 'committee', 'cell', 'leader', 'official'],
  'notifications.readMail': ['board'],
  /** How people are reached. */
  'notifications.manageContacts': ['board'],
  /** Where the office of a unit is reached. */
  'notifications.manageOffice': ['board', 'committee'],
  /** How fast each channel goes. */
  'notifications.manageChannels': ['board'],
});
