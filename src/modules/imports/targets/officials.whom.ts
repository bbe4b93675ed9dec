import { isId } from '../../../kernel/ids.js';
import type { NumberHolder, OfficialFacts } from '../../officials/index.js';
import type { RowProblem, SourceRow, Values } from '../import.types.js';
import { byNumberFirst, matchPerson, personKey } from '../rules/match-official.js';
import { problem } from './target.js';
import { isWorkplace, type Workplace } from './workplace.js';

/** A row with where its person works. */
export interface Draft {
  readonly row: SourceRow;
  readonly place: Workplace | RowProblem;
}

/** Somebody recorded, with their numbers as digits; null where there is none, or none that can be read. */
export interface Person extends OfficialFacts {
  readonly citizenId: string | null;
  readonly partyCard: string | null;
}

/** Everybody whom the rows of a batch may mean. */
export interface Known {
  readonly byId: ReadonlyMap<string, Person>;
  readonly byName: ReadonlyMap<string, Person[]>;
  readonly citizenIds: ReadonlyMap<string, NumberHolder>;
  readonly partyCards: ReadonlyMap<string, NumberHolder>;
}

/** A field of rows, wherever it says something. */
export const saidOf = (drafts: readonly Draft[], field: string): string[] =>
  drafts.flatMap(({ row: { values } }) => ((values[field] ?? null) === null ? [] : [String(values[field])]));

export const namesOf = (drafts: readonly Draft[]): { unitId: string; fullName: string }[] =>
  drafts.flatMap(({ row: { values }, place }) =>
    isWorkplace(place) && values.fullName ? [{ unitId: place.unitId, fullName: String(values.fullName) }] : [],
  );

export const recordIdsOf = (drafts: readonly Draft[]): string[] => saidOf(drafts, 'recordId').filter(isId);

export const birthOf = ({ bornOn, birthYear }: Values) => ({
  bornOn: (bornOn ?? null) as string | null,
  birthYear: (birthYear ?? null) as number | null,
});

/** Whom a row means: by the citizen id, by the number that our own lists carry, else by name, birth and unit. */
export function whoIs(draft: Draft, known: Known): { person: Person | null } | RowProblem {
  const { row } = draft;
  const otherwise = byRecordOrName(draft, known);
  const number = row.values.citizenId ?? null;
  if (number === null) return otherwise;
  const found = known.citizenIds.get(String(number));
  const holder = found ? (found.within && known.byId.get(found.id)) || 'elsewhere' : null;
  // Whoever has the number is nobody else of that name.
  if (!('person' in otherwise) && !(holder !== null && otherwise.rule === 'import.person-ambiguous')) return otherwise;
  const meant = 'person' in otherwise ? otherwise.person : null;
  const who = byNumberFirst(holder, meant, mayReplace(row, meant, String(number)));
  if ('person' in who) return who;
  return problem(row, 'citizenId', who.rule, {
    name: who.holder?.fullName ?? '',
    born: bornWords(who.holder),
    other: who.meant?.fullName ?? '',
  });
}

/** A number takes another's place where the record itself is named, and when it is the new card's after the old one's. */
function mayReplace(row: SourceRow, meant: Person | null, number: string): boolean {
  const before = meant?.citizenId ?? null;
  const isNamed = (row.values.recordId ?? null) !== null;
  return isNamed || before === null || before === number || before.length < number.length;
}

const bornWords = (person: Person | null): string => String(person?.bornOn ?? person?.birthYear ?? '—');

function byRecordOrName({ row, place }: Draft, { byId, byName }: Known): { person: Person | null } | RowProblem {
  const { recordId, fullName } = row.values;
  if ((recordId ?? null) !== null) {
    const person = byId.get(String(recordId));
    return person ? { person } : problem(row, 'recordId', 'import.record-unknown');
  }
  if (!isWorkplace(place) || (fullName ?? null) === null) return { person: null };
  const sameName = byName.get(personKey({ fullName: String(fullName), unitId: place.unitId })) ?? [];
  const match = matchPerson(birthOf(row.values), sameName);
  if ('person' in match) return match;
  const years = match.several.map(({ bornOn, birthYear }) => bornOn ?? birthYear ?? '—').join('; ');
  return problem(row, 'fullName', 'import.person-ambiguous', { choices: years });
}

/** A Party card is one person's too. */
export function cardTaken(row: SourceRow, recorded: Person | null, { partyCards }: Known): RowProblem[] {
  const holder = partyCards.get(String(row.values.partyCard ?? ''));
  return holder && holder.id !== recorded?.id ? [problem(row, 'partyCard', 'import.card-of-another')] : [];
}
