import { closingProgram } from './closing-program.js';

const LADDER = ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'];
const programs = [
  { code: 'CC', confersLlctLevel: 'advanced' },
  { code: 'TC', confersLlctLevel: 'intermediate' },
  { code: 'SC', confersLlctLevel: 'elementary' },
  { code: 'CNKT', confersLlctLevel: null },
];

describe('the program that closes a gap', () => {
  it.each([
    ['elementary', 'SC'],
    ['intermediate', 'TC'],
    ['advanced', 'CC'],
  ])('of %s is %s: enough, and no more', (asked, code) => {
    expect(closingProgram('llct', asked, programs, LADDER)?.code).toBe(code);
  });

  it('is none of ours above the highest, nor for a degree or for state management', () => {
    expect(closingProgram('llct', 'bachelor', programs, LADDER)).toBeNull();
    expect(closingProgram('professional', 'college', programs, LADDER)).toBeNull();
    expect(closingProgram('management', 'officer', programs, LADDER)).toBeNull();
  });
});
