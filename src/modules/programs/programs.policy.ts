import { definePolicy } from '../../platform/access/policy.js';

export const programsPolicy = definePolicy({
  'programs.read': ['board', 'committee', 'cell', 'leader'],
  // Programs are the same for everyone: of the boards, only that of the top unit may change them (ProgramsAdmin).
  'programs.manage': ['board'],
});
