import { foldVietnamese } from '../../../kernel/vietnamese-text.js';

/** A unit as a row may name it. */
export interface NamedUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What it was called before. */
  readonly formerNames: readonly string[];
  /** Name of the unit above, to tell two of one name apart. */
  readonly parentName: string | null;
  /** Whether it stands in the subtree of the one who imports. */
  readonly within: boolean;
  /** Whether it has ended, and what became of it. */
  readonly closed: boolean;
  readonly heirs: readonly string[];
}

export type UnitMatch<Unit extends NamedUnit> =
  { readonly unit: Unit } | { readonly rule: UnitRule; readonly facts: Readonly<Record<string, unknown>> };

type UnitRule = 'unit-unknown' | 'unit-ambiguous' | 'unit-outside' | 'unit-closed';

/** Suggestions for a name that nobody bears. */
const SUGGESTED = 3;
/** Names less alike than this are no suggestion. */
const ALIKE = 0.45;

/** Looks a unit up by its code or by any way of writing its name, accents and case aside. */
export type UnitFinder<Unit extends NamedUnit> = (text: string) => UnitMatch<Unit>;

/** Prepares the look-up for a whole file; each way of writing a name is judged once. */
export function unitFinder<Unit extends NamedUnit>(units: readonly Unit[]): UnitFinder<Unit> {
  const tiers = [
    index(units, ({ code }) => [plainName(code)]),
    index(units, ({ name }) => [plainName(name)]),
    index(units, ({ formerNames }) => formerNames.map(plainName)),
    index(units, ({ name, formerNames }) => [name, ...formerNames].map((known) => withoutKind(plainName(known)))),
  ];
  const answers = new Map<string, UnitMatch<Unit>>();
  return (text) => {
    const key = plainName(text);
    const known = answers.get(key) ?? decide(text, key, units, tiers);
    answers.set(key, known);
    return known;
  };
}

function decide<Unit extends NamedUnit>(
  text: string,
  key: string,
  units: readonly Unit[],
  tiers: readonly ReadonlyMap<string, readonly Unit[]>[],
): UnitMatch<Unit> {
  // The present one of a name goes before those that ended; within the reach before outside.
  const found = tiers.flatMap((tier) => {
    const all = tier.get(key) ?? [];
    const open = all.filter(({ closed }) => !closed);
    return [open.filter(({ within }) => within), open.filter(({ within }) => !within)];
  });
  const [best] = found.filter((group) => group.length > 0);
  const [unit, ...others] = best ?? [];
  if (!unit) return noneOpen(text, key, units, tiers);
  if (others.length > 0 && best)
    return { rule: 'unit-ambiguous', facts: { unit: text, choices: best.map(described).join('; ') } };
  return unit.within ? { unit } : { rule: 'unit-outside', facts: { unit: unit.name } };
}

function noneOpen<Unit extends NamedUnit>(
  text: string,
  key: string,
  units: readonly Unit[],
  tiers: readonly ReadonlyMap<string, readonly Unit[]>[],
): UnitMatch<Unit> {
  const ended = tiers.map((tier) => tier.get(key)?.[0]).find((unit) => unit !== undefined);
  if (ended) return { rule: 'unit-closed', facts: { unit: ended.name, heirs: ended.heirs.join('; ') || '—' } };
  const choices = units
    .filter(({ within, closed }) => within && !closed)
    .map((unit) => ({ name: unit.name, alike: likeness(withoutKind(key), withoutKind(plainName(unit.name))) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, SUGGESTED);
  return { rule: 'unit-unknown', facts: { unit: text, choices: choices.map(({ name }) => name).join('; ') || '—' } };
}

const described = ({ name, code, parentName }: NamedUnit): string =>
  parentName === null ? `${name} (${code})` : `${name} (${code}, ${parentName})`;

function index<Unit>(units: readonly Unit[], keysOf: (unit: Unit) => readonly string[]): Map<string, Unit[]> {
  const byKey = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const key of new Set(keysOf(unit))) byKey.set(key, [...(byKey.get(key) ?? []), unit]);
  }
  return byKey;
}

const ABBREVIATED: readonly [RegExp, string][] = [
  [/^(?:tt|t\.t)[. ]\s*/, 'thi tran '],
  [/^x\. ?/, 'xa '],
  [/^p\. ?/, 'phuong '],
];
/** The commune stands behind its committees: what an office writes for "works there". */
const BODY = /^(?:dang uy|dang bo|ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan) (?=(?:xa|thi tran|phuong) )/;

/** A name as it is compared: marks, case and dashes aside, usual short forms written out. */
export function plainName(text: string): string {
  const folded = foldVietnamese(text).replace(/ ?- ?/g, ' - ');
  const full = ABBREVIATED.reduce((name, [short, long]) => name.replace(short, long), folded);
  return full.replace(BODY, '');
}

const withoutKind = (plain: string): string => plain.replace(/^(?:xa|thi tran|phuong|huyen uy|tinh uy) /, '');

/** Share of pairs of letters that two names have in common (Dice), from 0 to 1. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.size + right.size === 0) return 0;
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / (left.size + right.size);
}

const pairs = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
