import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { CoursesRepository } from '../courses/index.js';
import { hashPassword, IdentityRepository, type NewAccount } from '../identity/index.js';
import type { SoundValues } from '../imports/index.js';
import { type NewOfficial, OfficialsRepository } from '../officials/index.js';
import { ProgramsService, type ProgramView } from '../programs/index.js';
import { UnitEntity, type UnitKind } from '../units/index.js';
import { CELLS, COMMUNES, DEMO_PASSWORD, DISTRICT, pilotRows, programCodeOf } from './pilot.js';

/** A unit of the demo. */
export interface DemoUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** The demo's people and places, by what they are called. */
export interface DemoDistrict {
  readonly district: DemoUnit;
  readonly communes: readonly DemoUnit[];
  /** Cells of a commune, by its code. */
  readonly cells: ReadonlyMap<string, readonly DemoUnit[]>;
  /** Ids of officials of a commune, by its code, in the order of the workbook. */
  readonly officials: ReadonlyMap<string, readonly NewOfficial[]>;
  readonly programs: ReadonlyMap<string, ProgramView>;
  /** Somebody who acts for a unit. */
  actor(username: string): Actor;
}

/** Loads the pilot's registry from its workbooks: units, accounts, officials, classes held, people sent. */
@Injectable()
export class DemoRegistry {
  constructor(
    private readonly db: Database,
    private readonly identities: IdentityRepository,
    private readonly officials: OfficialsRepository,
    private readonly courses: CoursesRepository,
    private readonly programs: ProgramsService,
    private readonly clock: Clock,
  ) {}

  async load(): Promise<DemoDistrict> {
    const programs = new Map((await this.programs.list()).items.map((program) => [program.code, program]));
    const district = await this.unit(null, DISTRICT.kind, DISTRICT.code, DISTRICT.name);
    const communes: DemoUnit[] = [];
    const cells = new Map<string, DemoUnit[]>();
    for (const { kind, code, name } of COMMUNES) {
      const commune = await this.unit(district.id, kind, code, name);
      communes.push(commune);
      const below = [];
      for (const [index, cell] of CELLS.entries()) {
        below.push(await this.unit(commune.id, 'party-cell', `${code}-CB${index + 1}`, `${cell} ${lowerKind(name)}`));
      }
      cells.set(code, below);
    }
    const actors = await this.accounts(district, communes, cells);
    const officials = await this.people(communes, cells);
    await this.ownAccount(communes, officials);
    await this.pastCourses(district, programs);
    await this.pastSendings(district, communes, officials, programs);
    return {
      district,
      communes,
      cells,
      officials,
      programs,
      actor: (username) => known(actors.get(username), username),
    };
  }

  private async unit(parentId: string | null, kind: UnitKind, code: string, name: string): Promise<DemoUnit> {
    const id = newId();
    await this.db.repository(UnitEntity).insert({ id, parentId, kind, code, name, version: 1 });
    return { id, code, name };
  }

  private async accounts(
    district: DemoUnit,
    communes: readonly DemoUnit[],
    cells: ReadonlyMap<string, readonly DemoUnit[]>,
  ): Promise<Map<string, Actor>> {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const account = demoAccounts(passwordHash, this.clock.now());
    const accounts = [
      account('board', 'board', district, 'Ban Tổ chức Huyện ủy'),
      account('leader', 'leader', district, 'Thường trực Huyện ủy'),
      ...communes.flatMap((commune) => [
        account(`xa-${commune.code.toLowerCase()}`, 'committee', commune, `Đảng ủy ${lowerKind(commune.name)}`),
        ...(cells.get(commune.code) ?? []).map((cell, index) =>
          account(`chibo-${commune.code.toLowerCase()}-${index + 1}`, 'cell', cell, cell.name),
        ),
      ]),
    ];
    const ids = await this.identities.insert(...accounts);
    return new Map(accounts.map((made, index) => [made.username, actorOf(ids[index] ?? '', made)]));
  }

  /** One official of Bính Xá who logs in for themselves. */
  private async ownAccount(
    communes: readonly DemoUnit[],
    officials: ReadonlyMap<string, readonly NewOfficial[]>,
  ): Promise<void> {
    const commune = known(
      communes.find(({ code }) => code === 'BIX'),
      'BIX',
    );
    const person = known(officials.get(commune.code)?.at(0), 'official');
    const account = demoAccounts(await hashPassword(DEMO_PASSWORD), this.clock.now());
    await this.identities.insert({
      ...account('can-bo', 'official', commune, person.fullName),
      officialId: person.id,
    });
  }

  /** The 243 of the workbook; the members of a commune are spread over its cells. */
  private async people(
    communes: readonly DemoUnit[],
    cells: ReadonlyMap<string, readonly DemoUnit[]>,
  ): Promise<Map<string, NewOfficial[]>> {
    const byCommune = new Map<string, NewOfficial[]>(communes.map(({ code }) => [code, []]));
    for (const row of await pilotRows('can-bo-2019.xlsx', 'officials')) {
      const commune = known(
        communes.find(({ name }) => name === row.unitName),
        row.unitName,
      );
      const members = known(byCommune.get(commune.code), commune.code);
      const ofCommune = cells.get(commune.code) ?? [];
      const { unitName: _, llctLevel, professionalLevel, major, bornOn, ...person } = row;
      members.push({
        ...nullsLeftOut(person),
        id: newId(),
        unitId: commune.id,
        cellId: ofCommune[members.length % ofCommune.length]?.id,
        ...(bornOn && { bornOn }),
        ...(row.fullMemberOn && { membership: 'full' as const }),
        ...(!row.fullMemberOn && row.probationaryOn && { membership: 'probationary' as const }),
        ...(professionalLevel && { professionalLevel, professionalMajor: major ?? undefined }),
        ...(llctLevel && { llctLevel }),
        postFrom: null,
      });
    }
    await this.officials.insert(...[...byCommune.values()].flat());
    return byCommune;
  }

  private async pastCourses(district: DemoUnit, programs: ReadonlyMap<string, ProgramView>): Promise<void> {
    const rows = await pilotRows('lop-2015-2019.xlsx', 'courses');
    await this.courses.insert(
      ...rows.map((row) => ({
        id: newId(),
        code: row.code,
        title: row.title,
        programId: known(programs.get(programCodeOf(row.code)), row.programName).id,
        unitId: district.id,
        startsOn: row.startsOn,
        endsOn: row.endsOn,
        venue: row.venue,
        documentNumber: row.documentNumber,
        capacity: row.trainees,
        minimum: 0,
        state: 'completed' as const,
        stateReason: null,
        deadline: null,
        reportedTrainees: row.trainees,
      })),
    );
  }

  /** People sent to political theory; those of the communes are matched by name and unit, the others' offices are added. */
  private async pastSendings(
    district: DemoUnit,
    communes: readonly DemoUnit[],
    officials: ReadonlyMap<string, readonly NewOfficial[]>,
    programs: ReadonlyMap<string, ProgramView>,
  ): Promise<void> {
    const rows = await pilotRows('cu-di-hoc-llct-2015-2019.xlsx', 'placements');
    const units = new Map<string, DemoUnit>(communes.map((commune) => [commune.name, commune]));
    for (const { unitName } of rows) {
      if (!units.has(unitName))
        units.set(unitName, await this.unit(district.id, 'agency', `CQ-${units.size - communes.length + 1}`, unitName));
    }
    const officialOf = ({ fullName, unitName }: SoundValues<'placements'>): string | null =>
      officials.get(known(units.get(unitName), unitName).code)?.find((person) => person.fullName === fullName)?.id ??
      null;
    const programOf = {
      'advanced-llct': known(programs.get('CC'), 'CC'),
      'intermediate-llct': known(programs.get('TC'), 'TC'),
    };
    await this.officials.insertPastSendings(
      rows.map(({ program, unitName, ...row }) => ({
        ...row,
        officialId: officialOf({ program, unitName, ...row }),
        unitId: known(units.get(unitName), unitName).id,
        programId: programOf[program].id,
      })),
    );
  }
}

/** `Xã Bính Xá` inside a longer name: `xã Bính Xá`. */
const lowerKind = (name: string): string => name.replace(/^(Xã|Thị trấn)/, (kind) => kind.toLowerCase());

/** Makes accounts that share the password everyone knows. */
const demoAccounts =
  (passwordHash: string, createdAt: Date) =>
  (username: string, role: Actor['role'], unit: DemoUnit, displayName: string): NewAccount => ({
    username,
    role,
    unitId: unit.id,
    displayName,
    email: `${username}@dinhlap.example`,
    passwordHash,
    demo: true,
    createdAt,
  });

const actorOf = (accountId: string, { username, displayName, role, unitId }: NewAccount): Actor => ({
  accountId,
  username,
  displayName,
  role,
  unitId,
  locale: 'vi',
  credential: { kind: 'session', id: '' },
});

/** @throws Error naming what the demo's own data lacks. */
export function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The demo has no ${name}`);
  return value;
}

type WithoutNulls<T> = { [Key in keyof T]: Exclude<T[Key], null> | (null extends T[Key] ? undefined : never) };

const nullsLeftOut = <T extends object>(row: T): WithoutNulls<T> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, (value as unknown) ?? undefined]),
  ) as WithoutNulls<T>;
