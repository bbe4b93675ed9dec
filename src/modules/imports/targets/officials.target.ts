import { Injectable } from '@nestjs/common';
import { isId, newId } from '../../../kernel/ids.js';
import {
  type BulkChange,
  type BulkLevel,
  type BulkOfficial,
  type Category,
  type Gender,
  LLCT_LEVELS,
  type LlctLevel,
  type OfficialFacts,
  OfficialsBulk,
  PROFESSIONAL_LEVELS,
  type ProfessionalLevel,
} from '../../officials/index.js';
import { type UnitNames, UnitNamesQueries } from '../../units/index.js';
import type { RowProblem, SourceRow, Values } from '../import.types.js';
import { changesOf, type Recorded } from '../rules/compare.js';
import { matchPerson, personKey } from '../rules/match-official.js';
import { birthOfRow, misfits, missingOfNew } from '../rules/official-row.js';
import {
  Doubles,
  grouped,
  type ImportScope,
  type ImportTarget,
  judged,
  type Match,
  problem,
  type TargetSession,
} from './target.js';
import { isWorkplace, type Workplace, type WorkplaceFinder, workplaceFinder } from './workplace.js';

/** Fields that a row may change, in the order of the list. */
const FIELDS = [
  'fullName',
  'gender',
  'bornOn',
  'birthYear',
  'ethnicGroup',
  'homePlace',
  'post',
  'category',
  'probationaryOn',
  'fullMemberOn',
  'professionalLevel',
  'major',
  'llctLevel',
  'unitName',
] as const;

/** Rules that say that nothing stands there. */
const EMPTY = ['cell.empty', 'cell.column-missing'];

/** People of a danh sách trích ngang. */
@Injectable()
export class OfficialsTarget implements ImportTarget {
  constructor(
    private readonly officials: OfficialsBulk,
    private readonly units: UnitNamesQueries,
  ) {}

  async open(scope: ImportScope): Promise<TargetSession> {
    return new OfficialsSession(this.officials, await this.units.all(scope.unitId, scope.today), scope);
  }
}

interface Draft {
  readonly row: SourceRow;
  readonly place: Workplace | RowProblem;
}

interface Found extends Match {
  readonly place: Workplace | null;
  readonly recorded: OfficialFacts | null;
}

class OfficialsSession implements TargetSession {
  private readonly workplace: WorkplaceFinder;
  private readonly unitNames: ReadonlyMap<string, string>;
  private readonly doubles = new Doubles();

  constructor(
    private readonly officials: OfficialsBulk,
    units: readonly UnitNames[],
    private readonly scope: ImportScope,
  ) {
    this.workplace = workplaceFinder(units, scope);
    this.unitNames = new Map(units.map(({ id, name }) => [id, name]));
  }

  async judge(rows: readonly SourceRow[], hold = false): Promise<Found[]> {
    const drafts = rows.map((row) => ({ row, place: this.workplace(row) }));
    const found = await this.officials.find(wantedBy(drafts), this.scope.unitId, this.scope.today, hold);
    const byId = new Map(found.map((person) => [person.id, person]));
    const byKey = grouped(found, personKey);
    return drafts.map((draft) => this.judgeOne(draft, byId, byKey));
  }

  private judgeOne(
    { row, place }: Draft,
    byId: ReadonlyMap<string, OfficialFacts>,
    byKey: ReadonlyMap<string, OfficialFacts[]>,
  ): Found {
    const { values } = row;
    const who = whoIs(row, place, byId, byKey);
    const recorded = 'person' in who ? who.person : null;
    const workplace = isWorkplace(place) ? place : null;
    const problems = [
      ...this.own(row, recorded),
      ...('person' in who ? [] : [who]),
      ...(isWorkplace(place) ? [] : [place]),
    ];
    const flat = recorded && this.flat(recorded, workplace);
    const own = { ...values, ...birthOfRow(values, flat) };
    const broken = [
      ...(recorded === null && problems.length === 0 ? missingOfNew(values) : []),
      ...misfits(own, flat, {
        today: this.scope.today,
        levels: LLCT_LEVELS,
        conferred: recorded?.llctConferred ?? false,
      }),
    ];
    problems.push(...broken.map(({ field, rule, facts }) => problem(row, field, rule, facts)));
    if (problems.length === 0) problems.push(...this.doublesOf(row, workplace, recorded));
    const changes = flat ? changesOf(FIELDS, { ...own, unitName: workplace?.unitName ?? null }, flat) : [];
    const title = String(values.fullName ?? recorded?.fullName ?? '—');
    return { ...judged(row, title, { targetId: recorded?.id ?? null, changes, problems }), place: workplace, recorded };
  }

  /** What a row leaves empty is no fault where it is recorded already, or goes without saying. */
  private own({ problems }: SourceRow, recorded: OfficialFacts | null): RowProblem[] {
    const { homeUnitId } = this.scope;
    return problems.filter(
      ({ rule, field }) =>
        !EMPTY.includes(rule) || !(recorded !== null || (field === 'unitName' && homeUnitId !== null)),
    );
  }

  /** The record as fields of a row; whoever works in the same unit is written as working there in the same words. */
  private flat({ llctConferred: _, ...recorded }: OfficialFacts, place: Workplace | null): Recorded {
    const name = this.unitNames.get(recorded.unitId) ?? '—';
    return { ...recorded, unitName: place?.unitId === recorded.unitId ? place.unitName : name };
  }

  private doublesOf(row: SourceRow, place: Workplace | null, recorded: OfficialFacts | null): RowProblem[] {
    const { fullName, bornOn, birthYear } = row.values;
    const key =
      place && `${personKey({ fullName: String(fullName), unitId: place.unitId })} ${bornOn ?? birthYear ?? ''}`;
    const [double] = [
      ...this.doubles.of(key, row, 'fullName'),
      ...this.doubles.of(recorded?.id ?? null, row, 'fullName'),
    ];
    return double ? [double] : [];
  }

  async write(rows: readonly Found[]): Promise<string[]> {
    const people = rows.map((row) => ({ ...row, id: row.targetId ?? newId() }));
    await this.officials.insert(people.flatMap((row) => (row.state === 'new' ? [newOfficial(row)] : [])));
    const changed = people.filter(({ state }) => state === 'changed');
    await this.officials.change(changed.map(changeOf), this.scope.today);
    await this.officials.setLevels(changed.flatMap(levelsOf), this.scope.today);
    return people.map(({ id }) => id);
  }
}

const wantedBy = (drafts: readonly Draft[]) => ({
  names: drafts.flatMap(({ row: { values }, place }) =>
    isWorkplace(place) && values.fullName ? [{ unitId: place.unitId, fullName: String(values.fullName) }] : [],
  ),
  ids: drafts.flatMap(({ row: { values } }) => (isId(String(values.recordId)) ? [String(values.recordId)] : [])),
});

/** Whom a row means: by the number that our own lists carry, else by name, birth and unit. */
function whoIs(
  row: SourceRow,
  place: Workplace | RowProblem,
  byId: ReadonlyMap<string, OfficialFacts>,
  byKey: ReadonlyMap<string, OfficialFacts[]>,
): { person: OfficialFacts | null } | RowProblem {
  const { recordId, fullName } = row.values;
  if ((recordId ?? null) !== null) {
    const person = byId.get(String(recordId));
    return person ? { person } : problem(row, 'recordId', 'import.record-unknown');
  }
  if (!isWorkplace(place) || (fullName ?? null) === null) return { person: null };
  const sameName = byKey.get(personKey({ fullName: String(fullName), unitId: place.unitId })) ?? [];
  const match = matchPerson(birth(row.values), sameName);
  if ('person' in match) return match;
  const years = match.several.map(({ bornOn, birthYear }) => bornOn ?? birthYear ?? '—').join('; ');
  return problem(row, 'fullName', 'import.person-ambiguous', { choices: years });
}

const birth = ({ bornOn, birthYear }: Values) => ({
  bornOn: (bornOn ?? null) as string | null,
  birthYear: (birthYear ?? null) as number | null,
});

type Written = Found & { readonly id: string };

function newOfficial({ id, row: { values }, place }: Written): BulkOfficial {
  const text = (field: string): string | null => (values[field] ?? null) as string | null;
  const { bornOn, birthYear } = birth(values);
  const [probationaryOn, fullMemberOn] = [text('probationaryOn'), text('fullMemberOn')];
  return {
    id,
    unitId: place?.unitId ?? '',
    cellId: place?.cellId ?? null,
    fullName: text('fullName') ?? '',
    gender: text('gender') as Gender,
    bornOn,
    birthYear: bornOn === null ? birthYear : Number(bornOn.slice(0, 4)),
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
  };
}

function changeOf({ id, changes, place, recorded }: Written): BulkChange {
  const to = new Map(changes.map(({ field, after }) => [field, after]));
  const text = (field: string): string | null => (to.get(field) ?? null) as string | null;
  const bornOn = text('bornOn');
  const moves = to.has('unitName') && place !== null;
  const unitId = moves ? place.unitId : (recorded?.unitId ?? '');
  const title = text('post') ?? recorded?.post ?? '—';
  return {
    id,
    fullName: text('fullName'),
    gender: text('gender') as Gender | null,
    bornOn,
    birthYear: bornOn === null ? ((to.get('birthYear') ?? null) as number | null) : Number(bornOn.slice(0, 4)),
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

/** A higher level is gained; a lower one, or another major of the same, puts the record right. */
function levelsOf({ id, changes, row: { values }, recorded }: Written): BulkLevel[] {
  const changed = new Set(changes.map(({ field }) => field));
  const level = (
    kind: BulkLevel['kind'],
    ladder: readonly string[],
    now: string | null,
    before: string | null,
    major: string | null,
  ): BulkLevel => ({
    officialId: id,
    kind,
    level: now ?? before ?? '',
    rank: ladder.indexOf(now ?? before ?? '') + 1,
    major,
    how: ladder.indexOf(now ?? before ?? '') > ladder.indexOf(before ?? '') ? 'gain' : 'correct',
  });
  const text = (field: string): string | null => (values[field] ?? null) as string | null;
  return [
    ...(changed.has('professionalLevel') || changed.has('major')
      ? [
          level(
            'professional',
            PROFESSIONAL_LEVELS,
            text('professionalLevel'),
            recorded?.professionalLevel ?? null,
            text('major'),
          ),
        ]
      : []),
    ...(changed.has('llctLevel')
      ? [level('llct', LLCT_LEVELS, text('llctLevel'), recorded?.llctLevel ?? null, null)]
      : []),
  ];
}
