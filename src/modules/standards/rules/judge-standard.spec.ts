import fc from 'fast-check';
import { type HeldFacts, judgeStandards, type Ladders } from './judge-standard.js';

const ladders: Ladders = {
  professional: ['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'],
  llct: ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'],
  management: ['none', 'officer', 'specialist', 'principal', 'senior'],
};
const level = (ladder: readonly string[]) => fc.constantFrom(...ladder);
const minimum = { professional: 'intermediate', llct: 'elementary', management: null };
const person = (held: Partial<HeldFacts['held']> = {}, exempted: HeldFacts['exempted'] = []): HeldFacts => ({
  held: { professional: null, llct: null, management: null, ...held },
  exempted,
});

describe('judging an official against the standard of the post', () => {
  it('meets a standard with exactly the level asked, and misses it one step below', () => {
    const verdict = judgeStandards({ minimum }, person({ professional: 'intermediate', llct: 'none' }), ladders);
    expect(verdict.professional.answer).toBe('met');
    expect(verdict.llct.answer).toBe('notMet');
  });

  it('never calls missing data a failure', () => {
    const verdict = judgeStandards({ minimum }, person(), ladders);
    expect([verdict.professional.answer, verdict.llct.answer]).toEqual(['unknown', 'unknown']);
  });

  it('answers unknown when no standard is recorded for the post', () => {
    const verdict = judgeStandards(null, person({ professional: 'doctor', llct: 'bachelor' }), ladders);
    expect(Object.values(verdict).map(({ answer }) => answer)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('exempts where nothing is asked', () => {
    expect(judgeStandards({ minimum }, person(), ladders).management.answer).toBe('exempt');
  });

  it('exempts whom a decision frees, from that ladder alone, and still says met of who meets it', () => {
    const held = { professional: 'none', llct: 'none' };
    expect(judgeStandards({ minimum }, person(held, ['llct']), ladders)).toMatchObject({
      professional: { answer: 'notMet' },
      llct: { answer: 'exempt', asked: 'elementary', has: 'none' },
    });
    expect(judgeStandards({ minimum }, person({ llct: 'advanced' }, ['llct']), ladders).llct.answer).toBe('met');
  });

  it('climbing a ladder never turns met into not met', () => {
    fc.assert(
      fc.property(level(ladders.llct), level(ladders.llct), level(ladders.llct), (asked, lower, higher) => {
        fc.pre(ladders.llct.indexOf(lower) <= ladders.llct.indexOf(higher));
        const answer = (llct: string) =>
          judgeStandards({ minimum: { ...minimum, llct: asked } }, person({ llct }), ladders).llct.answer;
        return answer(lower) !== 'met' || answer(higher) === 'met';
      }),
    );
  });
});
