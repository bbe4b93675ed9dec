/**
 * Texts that the first pages speak with: log-in, the frame, the desk, calls and choosing people. They come with the program;
 * the rest follows with the first other page. Whole areas of `vi.json`, or single branches of them.
 */
export const FIRST_TEXTS: readonly string[] = [
  'calls',
  'category',
  'common',
  'course',
  'courses',
  'decisions',
  'draft',
  'eligibility',
  'foresight',
  'home',
  'install',
  'level',
  'login',
  'nav',
  'nominate',
  'nominations',
  'notFound',
  'officials',
  'papers',
  'people',
  'proposing',
  'quotaProposals.open',
  'quotas.partOf',
  'reserves',
  'state',
  'transfer',
];

interface Texts {
  [key: string]: string | Texts;
}

/** Parts the texts of a language into those of the first pages and the rest. */
export function partTexts(all: Texts): { first: Texts; rest: Texts } {
  const [first, rest] = [{}, structuredClone(all)];
  for (const branch of FIRST_TEXTS) move(branch.split('.'), rest, first);
  return { first, rest };
}

function move([key = '', ...below]: string[], from: Texts, to: Texts): void {
  const found = from[key];
  if (found === undefined) throw new Error(`No texts "${key}", which src/web/i18n/first-texts.ts names`);
  if (typeof found === 'string' || below.length === 0) {
    to[key] = found;
    Reflect.deleteProperty(from, key);
    return;
  }
  const branch = (to[key] ??= {});
  if (typeof branch !== 'string') move(below, found, branch);
}
