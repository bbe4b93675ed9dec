import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn, yearOf } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { AccountsQueries } from '../identity/index.js';
import { NeedsService } from '../needs/index.js';
import { NotificationsService } from '../notifications/index.js';
import type { ForesightQuery, PressDto } from './dto/foresight.dto.js';
import type { ForeseenView, ForesightView, NextInNeed } from './dto/foresight.view.js';
import { ForesightQueries, type UseRow } from './foresight.queries.js';
import { foresee } from './rules/foresight.js';

/** A row with how many people of its unit need the program and are not nominated. */
type NeedyRow = UseRow & { readonly candidates: number };

/** What will be unused, and what to do about it. */
@Injectable()
export class ForesightService {
  constructor(
    private readonly queries: ForesightQueries,
    private readonly needs: NeedsService,
    private readonly accounts: AccountsQueries,
    private readonly notifications: NotificationsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Units with places that will be left over at this rate, those with the most first. */
  async list(actor: Actor, { period = yearOf(this.today()) }: ForesightQuery): Promise<ForesightView> {
    const rows = await this.withNeeds(actor, period, await this.queries.uses(actor.unitId, period, this.today()));
    const items = rows.flatMap((row) => this.foreseen(row, rows, period));
    return { period, items: items.sort((a, b) => b.press + b.surplus - (a.press + a.surplus)) };
  }

  /** Tells a unit that its places wait for names. @throws NotFound when it has none left */
  @Transactional()
  async press(actor: Actor, { programId, period, unitId }: PressDto): Promise<void> {
    const rows = await this.queries.uses(actor.unitId, period, this.today());
    const row = rows.find((one) => one.unitId === unitId && one.program.id === programId && !one.reserve);
    if (!row || row.left === 0) throw new NotFound('unitId');
    await this.notifications.tell(await this.accounts.recipientsOf(unitId, ['committee', 'cell']), {
      causeId: newId(),
      kind: 'quota.press',
      facts: { program: row.program.name, left: row.left, lastDay: this.lastDay(row, period) },
      link: `/chi-tieu?nam=${period}`,
    });
    await this.audit.record({
      actor,
      action: 'quota.pressed',
      subjectType: 'program',
      subjectId: programId,
      unitId,
      data: { period, left: row.left },
    });
  }

  private foreseen(row: NeedyRow, rows: readonly NeedyRow[], period: number): ForeseenView[] {
    const lastDay = this.lastDay(row, period);
    const { since, candidates } = row;
    // Nobody names people for the reserve itself: all of it waits to be given to a unit.
    const facts = { ...row, since: since ?? this.today(), candidates: row.reserve ? 0 : candidates };
    const { daysLeft, perMonth, unused, press, surplus } = foresee(facts, this.today(), lastDay);
    if (press + surplus === 0) return [];
    const { unitId, unit, program, reserve, places, used, left } = row;
    const next = surplus > 0 ? nextInNeed(row, rows) : null;
    return [
      {
        unitId,
        unit,
        program,
        reserve,
        places,
        used,
        left,
        lastDay,
        daysLeft,
        perMonth,
        candidates,
        unused,
        press,
        surplus,
        next,
      },
    ];
  }

  private async withNeeds(actor: Actor, period: number, rows: readonly UseRow[]): Promise<NeedyRow[]> {
    const needs = new Map<string, Map<string, number>>();
    for (const programId of new Set(rows.map(({ program }) => program.id))) {
      const holders = new Set(
        rows.flatMap((row) => (row.program.id === programId && !row.reserve ? [row.unitId] : [])),
      );
      const people = new Map<string, number>();
      const found = await this.needs.needsByUnit(actor.unitId, programId, `${period}-12-31`);
      const paths = await this.queries.paths(found.map(({ unit }) => unit.id));
      for (const need of found) {
        const holder = paths.get(need.unit.id)?.find((id) => holders.has(id)) ?? need.unit.id;
        people.set(holder, (people.get(holder) ?? 0) + need.people);
      }
      needs.set(programId, people);
    }
    return rows.map((row) => ({
      ...row,
      candidates: Math.max((needs.get(row.program.id)?.get(row.unitId) ?? 0) - row.used, 0),
    }));
  }

  private lastDay({ useBy }: UseRow, period: number): string {
    return useBy ?? `${period}-12-31`;
  }

  private today(): string {
    return plainDateIn(this.clock.now());
  }
}

/** The unit that lacks most places of the same program; ties go to whose name comes first. */
function nextInNeed(row: NeedyRow, rows: readonly NeedyRow[]): NextInNeed | null {
  const lacking = rows
    .filter(({ program, unitId, reserve }) => program.id === row.program.id && unitId !== row.unitId && !reserve)
    .map(({ unitId, unit, candidates, left }) => ({ unitId, unit, lacking: candidates - left }))
    .filter((other) => other.lacking > 0)
    .sort((a, b) => b.lacking - a.lacking);
  return lacking[0] ?? null;
}
