import { Injectable } from '@nestjs/common';
import { isId, newId } from '../../../kernel/ids.js';
import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { OfficialsBulk, PastSendingsBulk, type SendingChange, type SendingFacts } from '../../officials/index.js';
import { ProgramsService, type ProgramView } from '../../programs/index.js';
import { type UnitNames, UnitNamesQueries } from '../../units/index.js';
import type { RowProblem, SourceRow, Value } from '../import.types.js';
import { changesOf, type Recorded } from '../rules/compare.js';
import { personKey } from '../rules/match-official.js';
import { programFinder } from '../rules/match-program.js';
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

const FIELDS = ['fullName', 'unitName', 'program', 'year', 'post', 'mode', 'school', 'result'] as const;
const NEEDED = ['fullName', 'program', 'year'] as const;

/** People sent to study before this product was used. */
@Injectable()
export class PlacementsTarget implements ImportTarget {
  constructor(
    private readonly sendings: PastSendingsBulk,
    private readonly officials: OfficialsBulk,
    private readonly programs: ProgramsService,
    private readonly units: UnitNamesQueries,
  ) {}

  async open(scope: ImportScope): Promise<TargetSession> {
    const [programs, units] = [await this.programs.list(), await this.units.all(scope.unitId, scope.today)];
    return new PlacementsSession(this.sendings, this.officials, programs.items, units, scope);
  }
}

interface Draft {
  readonly row: SourceRow;
  readonly place: Workplace | RowProblem;
  readonly program: ProgramView | null;
}

interface Found extends Match {
  readonly place: Workplace | null;
  readonly program: ProgramView | null;
}

class PlacementsSession implements TargetSession {
  private readonly workplace: WorkplaceFinder;
  private readonly program: (text: string) => ProgramView | null;
  private readonly programKinds: ReadonlyMap<string, string>;
  private readonly unitNames: ReadonlyMap<string, string>;
  private readonly doubles = new Doubles();

  constructor(
    private readonly sendings: PastSendingsBulk,
    private readonly officials: OfficialsBulk,
    programs: readonly ProgramView[],
    units: readonly UnitNames[],
    private readonly scope: ImportScope,
  ) {
    this.workplace = workplaceFinder(units, scope);
    this.program = programFinder(programs);
    this.programKinds = new Map(programs.map(({ id, kind }) => [id, kind]));
    this.unitNames = new Map(units.map(({ id, name }) => [id, name]));
  }

  async judge(rows: readonly SourceRow[], hold = false): Promise<Found[]> {
    const drafts = rows.map((row) => ({
      row,
      place: this.workplace(row),
      program: (row.values.program ?? null) === null ? null : this.program(String(row.values.program)),
    }));
    const found = await this.sendings.find(
      {
        names: namesOf(drafts),
        ids: drafts.flatMap(({ row: { values } }) => (isId(String(values.recordId)) ? [String(values.recordId)] : [])),
      },
      this.scope.unitId,
      hold,
    );
    const byId = new Map(found.map((sending) => [sending.id, sending]));
    const byKey = grouped(found, sendingKey);
    return drafts.map((draft) => this.judgeOne(draft, byId, byKey));
  }

  private judgeOne(
    { row, place, program }: Draft,
    byId: ReadonlyMap<string, SendingFacts>,
    byKey: ReadonlyMap<string, SendingFacts[]>,
  ): Found {
    const { values } = row;
    const problems = [...row.problems, ...(isWorkplace(place) ? [] : [place])];
    const workplace = isWorkplace(place) ? place : null;
    const key = keyOf(row, workplace, program);
    const numbered = (values.recordId ?? null) !== null;
    const recorded = numbered ? (byId.get(String(values.recordId)) ?? null) : (byKey.get(key ?? '')?.[0] ?? null);
    if (numbered && recorded === null) problems.push(problem(row, 'recordId', 'import.record-unknown'));
    if (recorded === null && problems.length === 0)
      problems.push(
        ...NEEDED.filter((field) => (values[field] ?? null) === null).map((field) => problem(row, field, 'cell.empty')),
      );
    if (problems.length === 0) problems.push(...this.doubles.of(key, row, 'fullName'));
    const changes = recorded ? this.changes(row, recorded, workplace) : [];
    const title = String(values.fullName ?? recorded?.fullName ?? '—');
    return { ...judged(row, title, { targetId: recorded?.id ?? null, changes, problems }), place: workplace, program };
  }

  private changes(row: SourceRow, recorded: SendingFacts, place: Workplace | null) {
    const facts: Recorded = {
      ...recorded,
      unitName: this.unitNames.get(recorded.unitId) ?? '—',
      program: this.programKinds.get(recorded.programId) ?? null,
    };
    return changesOf(FIELDS, { ...row.values, unitName: place?.unitName ?? null }, facts);
  }

  async write(rows: readonly Found[]): Promise<string[]> {
    const sendings = rows.map((row) => ({ ...row, id: row.targetId ?? newId() }));
    const fresh = sendings.filter(({ state }) => state === 'new');
    const people = await this.officials.find({ names: namesOf(fresh), ids: [] }, this.scope.unitId, this.scope.today);
    const byKey = grouped(people, personKey);
    await this.sendings.insert(fresh.map((row) => newSending(row, byKey)));
    await this.sendings.change(sendings.filter(({ state }) => state === 'changed').map(changeOf));
    return sendings.map(({ id }) => id);
  }
}

type Written = Found & { readonly id: string };

const namesOf = (drafts: readonly { row: SourceRow; place: Workplace | RowProblem | null }[]) =>
  drafts.flatMap(({ row: { values }, place }) =>
    place !== null && isWorkplace(place) && values.fullName
      ? [{ unitId: place.unitId, fullName: String(values.fullName) }]
      : [],
  );

/** One sending: who, from where, in which year, to which training. */
const sendingKey = ({
  fullName,
  unitId,
  programId,
  year,
}: Pick<SendingFacts, 'fullName' | 'unitId' | 'programId' | 'year'>) =>
  `${unitId} ${programId} ${year} ${foldVietnamese(fullName)}`;

function keyOf({ values }: SourceRow, place: Workplace | null, program: ProgramView | null): string | null {
  if (!place || !program || !values.fullName || !values.year) return null;
  return sendingKey({
    fullName: String(values.fullName),
    unitId: place.unitId,
    programId: program.id,
    year: Number(values.year),
  });
}

/** The official is named only where one alone bears the name in that unit. */
function newSending(
  { id, place, program, row: { values } }: Written,
  people: ReadonlyMap<string, { id: string }[]>,
): SendingFacts {
  const text = (field: string): string | null => (values[field] ?? null) as string | null;
  const fullName = text('fullName') ?? '';
  const unitId = place?.unitId ?? '';
  const named = people.get(personKey({ fullName, unitId })) ?? [];
  return {
    id,
    officialId: named.length === 1 ? (named[0]?.id ?? null) : null,
    fullName,
    unitId,
    programId: program?.id ?? '',
    year: Number(values.year),
    post: text('post'),
    mode: text('mode'),
    school: text('school'),
    result: text('result'),
  };
}

function changeOf({ id, changes, place, program }: Written): SendingChange {
  const to = (field: string): Value => changes.find((change) => change.field === field)?.after ?? null;
  const text = (field: string): string | null => to(field) as string | null;
  return {
    id,
    fullName: text('fullName'),
    unitId: to('unitName') === null ? null : (place?.unitId ?? null),
    programId: to('program') === null ? null : (program?.id ?? null),
    year: to('year') as number | null,
    post: text('post'),
    mode: text('mode'),
    school: text('school'),
    result: text('result'),
  };
}
