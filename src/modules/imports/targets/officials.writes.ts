import {
  type BulkCertificate,
  type BulkChange,
  type BulkLevel,
  type BulkOfficial,
  type Category,
  type Gender,
  LLCT_LEVELS,
  type LlctLevel,
  MANAGEMENT_LEVELS,
  type ManagementLevel,
  type OfficialFacts,
  PROFESSIONAL_LEVELS,
  type ProfessionalLevel,
} from '../../officials/index.js';
import type { Change, Values } from '../import.types.js';
import { birthOf } from './officials.whom.js';
import type { Workplace } from './workplace.js';

/** A row that was judged, with the record that it makes or changes. */
export interface Written {
  readonly id: string;
  readonly row: { readonly values: Values };
  readonly changes: readonly Change[];
  readonly place: Workplace | null;
  readonly recorded: OfficialFacts | null;
}

const textsOf =
  (values: Values) =>
  (field: string): string | null =>
    (values[field] ?? null) as string | null;

/** Somebody new. */
export function newOfficial({ id, row: { values }, place }: Written): BulkOfficial {
  const text = textsOf(values);
  const { bornOn, birthYear } = birthOf(values);
  const [probationaryOn, fullMemberOn] = [text('probationaryOn'), text('fullMemberOn')];
  return {
    id,
    unitId: place?.unitId ?? '',
    cellId: place?.cellId ?? null,
    fullName: text('fullName') ?? '',
    otherName: text('otherName'),
    gender: text('gender') as Gender,
    bornOn,
    birthYear: bornOn === null ? birthYear : Number(bornOn.slice(0, 4)),
    citizenId: text('citizenId'),
    partyCard: text('partyCard'),
    ethnicGroup: text('ethnicGroup'),
    homePlace: text('homePlace'),
    membership: fullMemberOn ? 'full' : probationaryOn ? 'probationary' : 'none',
    probationaryOn,
    fullMemberOn,
    post: text('post') ?? '',
    category: text('category') as Category,
    professionalLevel: text('professionalLevel') as ProfessionalLevel | null,
    major: text('major'),
    llctLevel: text('llctLevel') as LlctLevel | null,
    managementLevel: text('managementLevel') as ManagementLevel | null,
    language: text('language'),
    it: text('it'),
  };
}

/** What changes of a person; numbers as the row has them, since changes show them covered. */
export function changeOf({ id, row: { values }, changes, place, recorded }: Written): BulkChange {
  const to = new Map(changes.map(({ field, after }) => [field, after]));
  const text = (field: string): string | null => (to.get(field) ?? null) as string | null;
  const number = (field: string): string | null => (to.has(field) ? textsOf(values)(field) : null);
  const bornOn = text('bornOn');
  const moves = to.has('unitName') && place !== null;
  const unitId = moves ? place.unitId : (recorded?.unitId ?? '');
  const title = text('post') ?? recorded?.post ?? '—';
  return {
    id,
    fullName: text('fullName'),
    otherName: text('otherName'),
    gender: text('gender') as Gender | null,
    bornOn,
    birthYear: bornOn === null ? ((to.get('birthYear') ?? null) as number | null) : Number(bornOn.slice(0, 4)),
    citizenId: number('citizenId'),
    partyCard: number('partyCard'),
    ethnicGroup: text('ethnicGroup'),
    homePlace: text('homePlace'),
    probationaryOn: text('probationaryOn'),
    fullMemberOn: text('fullMemberOn'),
    unitId: moves ? place.unitId : null,
    cellId: moves ? place.cellId : null,
    post:
      to.has('post') || to.has('category') || moves
        ? { title, category: (text('category') ?? recorded?.category ?? 'other') as Category, unitId }
        : null,
  };
}

/** The ladders that a row may climb: the fields that speak of each, and the major where it has one. */
const LADDERS = [
  { kind: 'professional', field: 'professionalLevel', steps: PROFESSIONAL_LEVELS, major: 'major' },
  { kind: 'llct', field: 'llctLevel', steps: LLCT_LEVELS, major: null },
  { kind: 'state-management', field: 'managementLevel', steps: MANAGEMENT_LEVELS, major: null },
] as const;

/** A higher level is gained; a lower one, or another major of the same, puts the record right. */
export function levelsOf({ id, changes, row: { values }, recorded }: Written): BulkLevel[] {
  const changed = new Set(changes.map(({ field }) => field));
  const text = textsOf(values);
  return LADDERS.filter(({ field, major }) => changed.has(field) || (major !== null && changed.has(major))).map(
    ({ kind, field, steps, major }): BulkLevel => {
      const place = (level: string | null): number => (steps as readonly string[]).indexOf(level ?? '');
      const before = recorded?.[field] ?? null;
      const level = text(field) ?? before ?? '';
      return {
        officialId: id,
        kind,
        level,
        rank: place(level) + 1,
        major: major && text(major),
        how: place(level) > place(before) ? 'gain' : 'correct',
      };
    },
  );
}

export const certificatesOf = ({ id, changes }: Written): BulkCertificate[] =>
  changes.flatMap(({ field, after }) =>
    field === 'language' || field === 'it' ? [{ officialId: id, kind: field, level: String(after) }] : [],
  );

export const confirmationsOf = ({ id, changes }: Written): { officialId: string; confirmedOn: string }[] =>
  changes.flatMap(({ field, after }) =>
    field === 'planningConfirmedOn' ? [{ officialId: id, confirmedOn: String(after) }] : [],
  );
