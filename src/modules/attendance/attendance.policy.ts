import { definePolicy } from '../../platform/access/policy.js';

/** Boards, which hold classes, record who was there; leaders read, units read of their own people, officials of themselves. */
export const attendancePolicy = definePolicy({
  'attendance.read': ['board', 'leader', 'committee', 'cell'],
  'attendance.record': ['board'],
  'attendance.readOwn': ['official'],
});
