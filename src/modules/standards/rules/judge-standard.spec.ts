import fc from 'fast-check';
import { judgeStandards, type Ladders } from './judge-standard.js';

const ladders: Ladders = {
  professional: ['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'],
  llct: ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'],
};
const level = (ladder: readonly string[]) => fc.constantFrom(...ladder);
const standard = { professionalMinimum: 'intermediate', llctMinimum: 'elementary', source: 'test' };

describe('judging an official against the standard of the post', () => {
  it('meets a standard with exactly the level asked, and misses it one step below', () => {
    const verdict = judgeStandards(standard, { professionalLevel: 'intermediate', llctLevel: 'none' }, ladders);
    expect(verdict.professional.answer).toBe('met');
    expect(verdict.llct.answer).toBe('notMet');
  });

  it('never calls missing data a failure', () => {
    const verdict = judgeStandards(standard, { professionalLevel: null, llctLevel: null }, ladders);
    expect([verdict.professional.answer, verdict.llct.answer]).toEqual(['unknown', 'unknown']);
  });

  it('answers unknown when no standard is recorded for the post', () => {
    const verdict = judgeStandards(null, { professionalLevel: 'doctor', llctLevel: 'bachelor' }, ladders);
    expect([verdict.professional.answer, verdict.llct.answer, verdict.source]).toEqual(['unknown', 'unknown', null]);
  });

  it('exempts where nothing is asked', () => {
    const verdict = judgeStandards(
      { ...standard, llctMinimum: null },
      { professionalLevel: 'none', llctLevel: null },
      ladders,
    );
    expect(verdict.llct.answer).toBe('exempt');
  });

  it('climbing a ladder never turns met into not met', () => {
    fc.assert(
      fc.property(level(ladders.llct), level(ladders.llct), level(ladders.llct), (asked, lower, higher) => {
        fc.pre(ladders.llct.indexOf(lower) <= ladders.llct.indexOf(higher));
        const answer = (llctLevel: string) =>
          judgeStandards({ ...standard, llctMinimum: asked }, { professionalLevel: null, llctLevel }, ladders).llct
            .answer;
        return answer(lower) !== 'met' || answer(higher) === 'met';
      }),
    );
  });
});
