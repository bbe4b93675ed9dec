import { definePolicy } from '../../platform/access/policy.js';

export const eligibilityPolicy = definePolicy({
  'eligibility.read': ['board', 'committee', 'cell', 'leader'],
  // Rules are the same for everyone: of the boards, only that of the top unit may change them (RuleSetsService).
  'eligibility.manage': ['board'],
  'eligibility.try': ['board'],
  'eligibility.waive': ['board'],
  // Waivers name people: those who nominate and those who decide see them, each of their own units.
  'eligibility.readWaivers': ['board', 'committee', 'leader'],
});
