import {
  CATEGORIES,
  LLCT_LEVELS,
  PROFESSIONAL_LEVELS,
  RATINGS,
  type RuleKind,
  SCHOOLINGS,
} from '../eligibility.types.js';

/** What a parameter may be. */
type Parameter =
  | { readonly type: 'number'; readonly min: number; readonly max: number }
  | { readonly type: 'choice'; readonly of: readonly string[] }
  | { readonly type: 'choices'; readonly of: readonly string[] }
  | { readonly type: 'texts' }
  | { readonly type: 'ids' }
  | { readonly type: 'flag' };

interface Shape {
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** These must be given. */
  readonly required?: readonly string[];
  /** Of these at least one must be given. */
  readonly someOf?: readonly string[];
}

const age = { type: 'number', min: 16, max: 80 } as const;
const years = { type: 'number', min: 1, max: 40 } as const;
const above = (ladder: readonly string[]): Parameter => ({ type: 'choice', of: ladder.slice(1) });
const AGES = ['minMale', 'maxMale', 'minFemale', 'maxFemale'] as const;

/** Which parameters a rule of a kind has. */
export const SHAPES: Readonly<Record<RuleKind, Shape>> = {
  age: { parameters: { minMale: age, maxMale: age, minFemale: age, maxFemale: age }, someOf: AGES },
  'party-membership': {
    parameters: { atLeast: { type: 'choice', of: ['probationary', 'full'] }, years },
    required: ['atLeast'],
  },
  'not-party-member': { parameters: { recognised: { type: 'flag' } } },
  category: { parameters: { categories: { type: 'choices', of: CATEGORIES } }, required: ['categories'] },
  post: { parameters: { titles: { type: 'texts' }, orPlanned: { type: 'flag' } }, required: ['titles'] },
  'years-in-post': { parameters: { years }, required: ['years'] },
  schooling: { parameters: { atLeast: { type: 'choice', of: SCHOOLINGS } }, required: ['atLeast'] },
  qualification: {
    parameters: { atLeast: above(PROFESSIONAL_LEVELS), minoritiesUpperSecondary: { type: 'flag' } },
    required: ['atLeast'],
  },
  'llct-at-least': { parameters: { level: above(LLCT_LEVELS) }, required: ['level'] },
  'llct-not-yet': { parameters: { level: above(LLCT_LEVELS) }, required: ['level'] },
  unit: { parameters: { unitIds: { type: 'ids' } }, required: ['unitIds'] },
  health: { parameters: { months: { type: 'number', min: 1, max: 60 } } },
  evaluation: {
    parameters: { atLeast: { type: 'choice', of: RATINGS.slice(1) }, years: { type: 'number', min: 1, max: 5 } },
    required: ['atLeast', 'years'],
  },
  'not-sent-within': { parameters: { years }, required: ['years'] },
  'not-studying-elsewhere': { parameters: {} },
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST_ENTRIES = 100;

/** One thing wrong with a rule's parameters. */
export interface ParameterFault {
  readonly path: string;
  readonly rule: string;
  readonly facts?: Record<string, unknown>;
}

/** What is wrong with the parameters of a rule; paths are relative to them. */
export function parameterFaults(kind: RuleKind, given: Readonly<Record<string, unknown>>): ParameterFault[] {
  const { parameters, required = [], someOf = [] } = SHAPES[kind];
  const faults = Object.entries(given).flatMap(([path, value]): ParameterFault[] => {
    const parameter = parameters[path];
    if (!parameter) return [{ path, rule: 'whitelistValidation' }];
    const fault = value === null || value === undefined ? null : valueFault(parameter, value);
    return fault ? [{ path, ...fault }] : [];
  });
  for (const path of required) if (isMissing(given[path])) faults.push({ path, rule: 'required' });
  if (someOf.length > 0 && someOf.every((path) => isMissing(given[path]))) {
    faults.push({ path: someOf[0] ?? '', rule: 'asksSomeAge' });
  }
  return faults.length > 0 || kind !== 'age' ? faults : crossedAges(given);
}

const isMissing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

function crossedAges(given: Readonly<Record<string, unknown>>): ParameterFault[] {
  return ['Male', 'Female'].flatMap((who) => {
    const [min, max] = [given[`min${who}`], given[`max${who}`]];
    return typeof min === 'number' && typeof max === 'number' && min > max
      ? [{ path: `min${who}`, rule: 'notAboveUpperAge' }]
      : [];
  });
}

function valueFault(parameter: Parameter, value: unknown): Omit<ParameterFault, 'path'> | null {
  switch (parameter.type) {
    case 'number':
      if (!Number.isInteger(value)) return { rule: 'isInt' };
      if ((value as number) < parameter.min) return { rule: 'min', facts: { 0: parameter.min } };
      return (value as number) > parameter.max ? { rule: 'max', facts: { 0: parameter.max } } : null;
    case 'flag':
      return typeof value === 'boolean' ? null : { rule: 'isBoolean' };
    case 'choice':
      return parameter.of.includes(value as string) ? null : { rule: 'isIn', facts: { 0: parameter.of.join(', ') } };
    case 'choices':
    case 'texts':
    case 'ids':
      return listFault(parameter, value);
  }
}

function listFault(parameter: Parameter, value: unknown): Omit<ParameterFault, 'path'> | null {
  if (!Array.isArray(value)) return { rule: 'isArray' };
  if (value.length > MOST_ENTRIES) return { rule: 'arrayMaxSize', facts: { 0: MOST_ENTRIES } };
  const sound = value.every((entry: unknown) => {
    if (typeof entry !== 'string' || entry.trim() === '') return false;
    if (parameter.type === 'choices') return parameter.of.includes(entry);
    return parameter.type === 'ids' ? UUID.test(entry) : entry.length <= 200;
  });
  if (sound) return null;
  return parameter.type === 'choices' ? { rule: 'isIn', facts: { 0: parameter.of.join(', ') } } : { rule: 'unknown' };
}
