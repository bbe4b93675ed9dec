import type { StandardKind } from '../need.types.js';
import type { Need } from './find-needs.js';
import { compareRows } from './rank-needs.js';

interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A need with the program that gives it and whose it is. */
export interface CountedNeed extends Need {
  readonly officialId: string;
  readonly fullName: string;
  readonly unit: Named;
  readonly program: Named | null;
}

/** One official with what they need. */
export interface PersonInNeed {
  readonly unit: Named;
  readonly leaving: boolean;
  readonly hasStandard: boolean;
  readonly needs: readonly CountedNeed[];
  readonly unknown: readonly CountedNeed[];
}

/** A line of the table: see `NeedsRow`. */
export interface NeedsLine {
  readonly rank: number;
  readonly unit: Named;
  readonly kind: StandardKind;
  readonly program: Named | null;
  readonly people: number;
  readonly now: number;
  readonly planned: number;
  readonly unknown: number;
  readonly officials: number;
  readonly earliest: string | null;
}

/** Counts people per unit and program, ranks the lines, and adds people up, each once. @param programId only this one. */
export function sumUpNeeds(people: readonly PersonInNeed[], programId?: string) {
  const asked = ({ program }: CountedNeed): boolean => programId === undefined || program?.id === programId;
  const needy = people.map((person) => ({
    ...person,
    needs: person.needs.filter(asked),
    unknown: person.unknown.filter(asked),
  }));
  const officials = groupBy(people, ({ unit }) => unit.id);
  const lines = [...groupBy(needy.flatMap(both), ({ need }) => keyOf(need)).values()].flatMap((entries) =>
    lineOf(entries, officials),
  );
  const rows = lines
    .sort((a, b) => compareRows(rankedAs(a), rankedAs(b)))
    .map((line, index): NeedsLine => ({ ...line, rank: index + 1 }));
  const totals = {
    officials: people.length,
    people: needy.filter(({ needs }) => needs.length > 0).length,
    unknown: needy.filter(({ needs, unknown }) => needs.length === 0 && unknown.length > 0).length,
    leaving: people.filter(({ leaving }) => leaving).length,
    withoutStandard: people.filter(({ leaving, hasStandard }) => !leaving && !hasStandard).length,
  };
  return { rows, totals };
}

interface Entry {
  readonly need: CountedNeed;
  readonly known: boolean;
}

const both = ({ needs, unknown }: PersonInNeed): Entry[] => [
  ...needs.map((need) => ({ need, known: true })),
  ...unknown.map((need) => ({ need, known: false })),
];

const programKey = ({ program, kind }: { program: Named | null; kind: StandardKind }): string => program?.code ?? kind;
const keyOf = (need: CountedNeed): string => `${need.unit.id} ${programKey(need)}`;

function lineOf(entries: readonly Entry[], officials: ReadonlyMap<string, readonly unknown[]>): NeedsLine[] {
  const [first] = entries;
  if (!first) return [];
  const { unit, kind, program } = first.need;
  const of = (accepts: (entry: Entry) => boolean): number =>
    new Set(entries.filter(accepts).map(({ need }) => need.officialId)).size;
  const days = entries.filter(({ known }) => known).map(({ need }) => need.by);
  return [
    {
      rank: 0,
      unit,
      kind,
      program,
      people: of(({ known }) => known),
      now: of(({ known, need }) => known && need.cause === 'post-now'),
      planned: of(({ known, need }) => known && need.cause === 'planned-post'),
      unknown: of(({ known }) => !known),
      officials: officials.get(unit.id)?.length ?? 0,
      earliest: days.sort()[0] ?? null,
    },
  ];
}

const rankedAs = (line: NeedsLine) => ({ ...line, unitCode: line.unit.code, programKey: programKey(line) });

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
