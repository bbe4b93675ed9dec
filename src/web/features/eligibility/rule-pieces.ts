import type { RuleKind } from './api';

/** A part of a rule's sentence: words, or a gap to fill. */
export type Piece =
  | { readonly words: string }
  | { readonly number: string }
  | { readonly choice: string; readonly of: readonly string[]; readonly texts: string }
  | { readonly choices: string; readonly of: readonly string[]; readonly texts: string }
  | { readonly titles: string }
  | { readonly units: string }
  | { readonly flag: string };

const LLCT = ['elementary', 'intermediate', 'advanced', 'bachelor'];
const PROFESSIONAL = ['elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'];
const CATEGORIES = ['cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other'];

/** The kinds of rules there are, in the order in which they are offered, each as the sentence that its gaps make. */
export const SENTENCES: Readonly<Record<RuleKind, readonly Piece[]>> = {
  age: [
    { words: 'ageMen' },
    { number: 'minMale' },
    { words: 'ageTo' },
    { number: 'maxMale' },
    { words: 'ageWomen' },
    { number: 'minFemale' },
    { words: 'ageTo' },
    { number: 'maxFemale' },
  ],
  'party-membership': [
    { words: 'membership' },
    { choice: 'atLeast', of: ['probationary', 'full'], texts: 'eligibility.membership' },
    { words: 'membershipYears' },
    { number: 'years' },
    { words: 'years' },
  ],
  'not-party-member': [{ words: 'notPartyMember' }, { flag: 'recognised' }],
  category: [{ words: 'category' }, { choices: 'categories', of: CATEGORIES, texts: 'category' }],
  post: [{ words: 'post' }, { titles: 'titles' }, { flag: 'orPlanned' }],
  'years-in-post': [{ words: 'yearsInPost' }, { number: 'years' }, { words: 'years' }],
  schooling: [
    { words: 'schooling' },
    { choice: 'atLeast', of: ['primary', 'lower-secondary', 'upper-secondary'], texts: 'level.schooling' },
    { words: 'orHigher' },
  ],
  qualification: [
    { words: 'qualification' },
    { choice: 'atLeast', of: PROFESSIONAL, texts: 'standards.level.professional' },
    { words: 'orHigher' },
    { flag: 'minoritiesUpperSecondary' },
  ],
  'llct-at-least': [
    { words: 'llctAtLeast' },
    { choice: 'level', of: LLCT, texts: 'standards.level.llct' },
    { words: 'orHigher' },
  ],
  'llct-not-yet': [{ words: 'llctNotYet' }, { choice: 'level', of: LLCT, texts: 'standards.level.llct' }],
  unit: [{ words: 'unit' }, { units: 'unitIds' }],
  health: [{ words: 'health' }, { number: 'months' }, { words: 'months' }],
  evaluation: [
    { words: 'evaluation' },
    { number: 'years' },
    { words: 'evaluationRated' },
    { choice: 'atLeast', of: ['completed', 'good', 'excellent'], texts: 'eligibility.ratings' },
    { words: 'orHigher' },
  ],
  'not-sent-within': [{ words: 'notSent' }, { number: 'years' }, { words: 'years' }],
  'not-studying-elsewhere': [{ words: 'notStudying' }],
};

export const KINDS = Object.keys(SENTENCES) as RuleKind[];
