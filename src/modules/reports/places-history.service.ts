import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { InvalidInput } from '../../platform/http/domain-error.js';
import { NeedsService } from '../needs/index.js';
import { ProgramsService } from '../programs/index.js';
import type { PlacesHistoryQuery } from './dto/places-history.dto.js';
import type { PlacesHistory } from './dto/places-history.view.js';
import { PlacesHistoryQueries } from './places-history.queries.js';
import { historyOfUnits, type SentRow } from './rules/places-history.js';

/** Where the district's own records begin. */
const FIRST_YEAR = 2015;
const USUAL_YEARS_WITHOUT = 3;

/** Places and people sent, year by year, by unit and per head; who has been left out. */
@Injectable()
export class PlacesHistoryService {
  constructor(
    private readonly queries: PlacesHistoryQueries,
    private readonly programs: ProgramsService,
    private readonly needs: NeedsService,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput when it would end before it begins */
  async history(actor: Actor, query: PlacesHistoryQuery): Promise<PlacesHistory> {
    const today = plainDateIn(this.clock.now());
    const { from = FIRST_YEAR, to = yearOf(today), without = USUAL_YEARS_WITHOUT } = query;
    if (to < from) throw new InvalidInput([{ path: 'to', rule: 'yearsInOrder' }]);
    const [rows, places] = [
      await this.queries.sent(actor.unitId, from, to),
      await this.queries.places(actor.unitId, from, to),
    ];
    const programs = (await this.programs.list()).items.filter(
      ({ id, needsQuota }) => needsQuota || rows.some(({ programId }) => programId === id),
    );
    const programIds = programs.map(({ id }) => id);
    const needOf = await this.needsOf(actor, programIds, today);
    const asked = { from, to, programIds, without };
    const units = historyOfUnits(await this.queries.units(actor.unitId), rows, needOf, asked);
    const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    return {
      from,
      to,
      without,
      programs: programs.map(({ id, code, name }) => ({ id, code, name, sent: total(rows, id) })),
      years: years.map((year) => ({
        year,
        programs: programIds.map((programId) => {
          const ofYear = places.find((one) => one.year === year && one.programId === programId);
          return {
            programId,
            places: ofYear?.places ?? null,
            taken: ofYear?.taken ?? null,
            sent: total(rows, programId, year),
          };
        }),
      })),
      units: units.filter(
        ({ closed, officials, programs: counted }) =>
          (!closed && officials > 0) || counted.some(({ sent }) => sent > 0),
      ),
    };
  }

  /** How many people of a unit need a program. */
  private async needsOf(actor: Actor, programIds: readonly string[], today: PlainDate) {
    const needs = new Map<string, number>();
    for (const programId of programIds) {
      for (const { unit, people } of await this.needs.needsByUnit(actor.unitId, programId, today))
        needs.set(`${unit.id} ${programId}`, people);
    }
    return (unitId: string, programId: string): number => needs.get(`${unitId} ${programId}`) ?? 0;
  }
}

const total = (rows: readonly SentRow[], programId: string, year?: number): number =>
  rows
    .filter((row) => row.programId === programId && (year === undefined || row.year === year))
    .reduce((sum, { sent }) => sum + sent, 0);
