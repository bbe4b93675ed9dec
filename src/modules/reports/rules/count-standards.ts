/** One official, placed under a commune and judged. */
export interface JudgedPerson {
  readonly commune: { readonly unitId: string; readonly code: string; readonly name: string };
  readonly verdict: Readonly<Record<'professional' | 'llct' | 'management', { readonly answer: string }>>;
}

/** Numerators over `officials`. */
export interface Counts {
  readonly officials: number;
  readonly professional: number;
  readonly llct: number;
  /** State management: says something only where a standard asks for it. */
  readonly management: number;
  readonly both: number;
}

export interface CommuneCounts extends Counts {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  /** Whether every official meets both. */
  readonly allMet: boolean;
}

const NOBODY: Counts = { officials: 0, professional: 0, llct: 0, management: 0, both: 0 };

/** An official who is exempt from a standard counts as meeting it; one whose data is missing does not. */
const meets = (answer: string): boolean => answer === 'met' || answer === 'exempt';

/** Counts people commune by commune, in the order in which communes first appear by name. */
export function countStandards(people: readonly JudgedPerson[]): CommuneCounts[] {
  const communes = new Map<string, { commune: JudgedPerson['commune']; counts: Counts }>();
  for (const { commune, verdict } of people) {
    const { counts } = communes.get(commune.unitId) ?? { counts: NOBODY };
    const [professional, llct] = [meets(verdict.professional.answer), meets(verdict.llct.answer)];
    communes.set(commune.unitId, {
      commune,
      counts: add(counts, {
        officials: 1,
        professional: +professional,
        llct: +llct,
        management: +meets(verdict.management.answer),
        both: +(professional && llct),
      }),
    });
  }
  return [...communes.values()]
    .map(({ commune, counts }) => ({ ...commune, ...counts, allMet: counts.both === counts.officials }))
    .sort((a, b) => byName.compare(a.name, b.name));
}

/** Adds communes up: totals, and how many of them have everything met. */
export function sumUp(units: readonly CommuneCounts[]) {
  const totals = units.reduce<Counts>(add, NOBODY);
  return {
    ...totals,
    unitsTotal: units.length,
    unitsAllMet: units.filter(({ allMet }) => allMet).length,
    units: [...units],
  };
}

const byName = new Intl.Collator('vi');

const add = (a: Counts, b: Counts): Counts => ({
  officials: a.officials + b.officials,
  professional: a.professional + b.professional,
  llct: a.llct + b.llct,
  management: a.management + b.management,
  both: a.both + b.both,
});
