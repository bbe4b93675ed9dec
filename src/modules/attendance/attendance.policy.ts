import { definePolicy } from '../../platform/access/policy.js';

/**
 * Boards, which hold classes, record who was there; leaders read, units read of their own people, officials of themselves.
 * That somebody cannot come is said beforehand by whoever knows: the unit, or the person.
 */
export const attendancePolicy = definePolicy({
  'attendance.read': ['board', 'leader', 'committee', 'cell'],
  'attendance.record': ['board'],
  'attendance.apologise': ['board', 'committee', 'cell', 'official'],
  'attendance.readOwn': ['official'],
});
