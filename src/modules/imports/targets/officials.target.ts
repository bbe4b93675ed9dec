import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/ids.js';
import {
  LLCT_LEVELS,
  maskNumber,
  type OfficialFacts,
  OfficialNumbers,
  OfficialsBulk,
  SECRET_NUMBERS,
  type SecretNumber,
} from '../../officials/index.js';
import { type UnitNames, UnitNamesQueries } from '../../units/index.js';
import type { Change, RowProblem, SourceRow, Value } from '../import.types.js';
import { changesOf, type Recorded } from '../rules/compare.js';
import { personKey } from '../rules/match-official.js';
import { birthOfRow, type BrokenRule, misfits, missingOfNew, planningFaults } from '../rules/official-row.js';
import {
  cardTaken,
  type Draft,
  type Known,
  namesOf,
  type Person,
  recordIdsOf,
  saidOf,
  whoIs,
} from './officials.whom.js';
import { certificatesOf, changeOf, confirmationsOf, levelsOf, newOfficial } from './officials.writes.js';
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
  'otherName',
  'gender',
  'bornOn',
  'birthYear',
  'citizenId',
  'ethnicGroup',
  'homePlace',
  'post',
  'category',
  'probationaryOn',
  'fullMemberOn',
  'partyCard',
  'professionalLevel',
  'major',
  'llctLevel',
  'managementLevel',
  'language',
  'it',
  'planningConfirmedOn',
  'unitName',
] as const;

/** Rules that say that nothing stands there. */
const EMPTY = ['cell.empty', 'cell.column-missing'];

/** People of a danh sách trích ngang. */
@Injectable()
export class OfficialsTarget implements ImportTarget {
  constructor(
    private readonly officials: OfficialsBulk,
    private readonly numbers: OfficialNumbers,
    private readonly units: UnitNamesQueries,
  ) {}

  async open(scope: ImportScope): Promise<TargetSession> {
    const units = await this.units.all(scope.unitId, scope.today);
    return new OfficialsSession(this.officials, this.numbers, units, scope);
  }
}

interface Found extends Match {
  readonly place: Workplace | null;
  readonly recorded: Person | null;
}

class OfficialsSession implements TargetSession {
  private readonly workplace: WorkplaceFinder;
  private readonly unitNames: ReadonlyMap<string, string>;
  private readonly doubles = new Doubles();

  constructor(
    private readonly officials: OfficialsBulk,
    private readonly numbers: OfficialNumbers,
    units: readonly UnitNames[],
    private readonly scope: ImportScope,
  ) {
    this.workplace = workplaceFinder(units, scope);
    this.unitNames = new Map(units.map(({ id, name }) => [id, name]));
  }

  async judge(rows: readonly SourceRow[], hold = false): Promise<Found[]> {
    const drafts = rows.map((row) => ({ row, place: this.workplace(row) }));
    const known = await this.known(drafts, hold);
    return drafts.map((draft) => this.judgeOne(draft, known));
  }

  /** Everybody whom these rows may mean: the holders of their numbers, and those whom they name. */
  private async known(drafts: readonly Draft[], hold: boolean): Promise<Known> {
    const { unitId, today } = this.scope;
    const holders = (kind: SecretNumber) => this.officials.holders(kind, saidOf(drafts, kind), unitId);
    const [citizenIds, partyCards] = [await holders('citizenId'), await holders('partyCard')];
    const ids = [...recordIdsOf(drafts), ...[...citizenIds.values()].map(({ id }) => id)];
    const found = await this.officials.find({ names: namesOf(drafts), ids }, unitId, today, hold);
    const people = found.map((facts): Person => ({
      ...facts,
      citizenId: this.numbers.readable('citizenId', facts.citizenIdSealed),
      partyCard: this.numbers.readable('partyCard', facts.partyCardSealed),
    }));
    return {
      byId: new Map(people.map((person) => [person.id, person])),
      byName: grouped(people, personKey),
      citizenIds,
      partyCards,
    };
  }

  private judgeOne(draft: Draft, known: Known): Found {
    const { row, place } = draft;
    const who = whoIs(draft, known);
    const recorded = 'person' in who ? who.person : null;
    const workplace = isWorkplace(place) ? place : null;
    const problems = [
      ...this.own(row, recorded),
      ...('person' in who ? [] : [who]),
      ...(isWorkplace(place) ? [] : [place]),
      ...cardTaken(row, recorded, known),
    ];
    const flat = recorded && this.flat(recorded, workplace);
    const own = { ...row.values, ...birthOfRow(row.values, flat) };
    const broken = [
      ...(recorded === null && problems.length === 0 ? missingOfNew(row.values) : []),
      ...this.broken(own, flat, recorded),
    ];
    problems.push(...broken.map(({ field, rule, facts }) => problem(row, field, rule, facts)));
    if (problems.length === 0) problems.push(...this.doublesOf(row, workplace, recorded));
    const changes = flat ? changesOf(FIELDS, { ...own, unitName: workplace?.unitName ?? null }, flat).map(covered) : [];
    const title = String(row.values.fullName ?? recorded?.fullName ?? '—');
    return { ...judged(row, title, { targetId: recorded?.id ?? null, changes, problems }), place: workplace, recorded };
  }

  /** What a row leaves empty is no fault where it is recorded already, or goes without saying. */
  private own({ problems }: SourceRow, recorded: Person | null): RowProblem[] {
    const { homeUnitId } = this.scope;
    return problems.filter(
      ({ rule, field }) =>
        !EMPTY.includes(rule) || !(recorded !== null || (field === 'unitName' && homeUnitId !== null)),
    );
  }

  private broken(own: Recorded, flat: Recorded | null, recorded: Person | null): BrokenRule[] {
    const { today, mayConfirmPlannings: mayConfirm } = this.scope;
    const unsaid = (recorded?.planningConfirmedOn ?? null) === (own.planningConfirmedOn ?? null);
    return [
      ...misfits(own, flat, { today, levels: LLCT_LEVELS, conferred: recorded?.llctConferred ?? false }),
      ...(unsaid ? [] : planningFaults(own, { today, plannings: recorded?.plannings ?? 0, mayConfirm })),
    ];
  }

  /** The record as fields of a row; whoever works in the same unit is written as working there in the same words. */
  private flat(person: Person, place: Workplace | null): Recorded {
    const { llctConferred: _, plannings: __, citizenIdSealed: ___, partyCardSealed: ____, ...recorded } = person;
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
      ...SECRET_NUMBERS.flatMap((field) => this.doubles.of(numberKey(field, row.values[field]), row, field)),
    ];
    return double ? [double] : [];
  }

  async write(rows: readonly Found[]): Promise<string[]> {
    const { today } = this.scope;
    const people = rows.map((row) => ({ ...row, id: row.targetId ?? newId() }));
    await this.officials.insert(people.flatMap((row) => (row.state === 'new' ? [newOfficial(row)] : [])));
    const changed = people.filter(({ state }) => state === 'changed');
    await this.officials.change(changed.map(changeOf), today);
    await this.officials.setLevels(changed.flatMap(levelsOf), today);
    await this.officials.setCertificates(changed.flatMap(certificatesOf), today);
    await this.officials.confirmPlannings(changed.flatMap(confirmationsOf));
    return people.map(({ id }) => id);
  }
}

const numberKey = (field: SecretNumber, value: Value | undefined): string | null =>
  (value ?? null) === null ? null : `${field} ${value}`;

/** A change as it is kept and shown: of numbers the last digits alone. */
const covered = (change: Change): Change =>
  (SECRET_NUMBERS as readonly string[]).includes(change.field)
    ? { ...change, before: masked(change.before), after: masked(change.after) }
    : change;

const masked = (digits: Value): Value => (digits === null ? null : maskNumber(String(digits)));
