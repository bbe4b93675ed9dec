import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn, yearOf } from '../../kernel/plain-date.js';
import { LINE_NUMBER, type ListColumn, ListExports, type UnitRef, WHOLE_LIST } from '../units/index.js';
import { ProgramsService } from '../programs/index.js';
import type { QuotasQuery } from './dto/quota.dto.js';
import type { QuotaView } from './dto/quota.view.js';
import { QuotasQueries } from './quotas.queries.js';

/** A unit's places of each program, or the sum of all units. */
interface MatrixRow {
  readonly unit: Pick<UnitRef, 'name'>;
  readonly quotas: readonly QuotaView[];
}

/** The matrix of units and programs of one year as a workbook. */
@Injectable()
export class QuotasExport {
  constructor(
    private readonly queries: QuotasQueries,
    private readonly programs: ProgramsService,
    private readonly lists: ListExports,
    private readonly clock: Clock,
  ) {}

  /** The year is this one when the filter names none. */
  async file(
    actor: Actor,
    { period = yearOf(plainDateIn(this.clock.now())), ...query }: QuotasQuery,
  ): Promise<StreamableFile> {
    const { items } = await this.queries.list(actor.unitId, { ...query, period, ...WHOLE_LIST });
    const rows = new Map<string, MatrixRow>();
    for (const each of items) {
      // Of a board's own row the matrix shows the reserve.
      const quota = each.reserve ? ownPlaces(each) : each;
      rows.set(quota.unitId, { unit: quota.unit, quotas: [...(rows.get(quota.unitId)?.quotas ?? []), quota] });
    }
    const programs = (await this.programs.list()).items.filter(({ id }) =>
      items.some(({ programId }) => programId === id),
    );
    const sum = (row: MatrixRow, program: string, count: (quota: QuotaView) => number): number | null => {
      const own = row.quotas.filter(({ programId }) => programId === program);
      return own.length === 0 ? null : own.reduce((total, quota) => total + count(quota), 0);
    };
    const columns: ListColumn<MatrixRow>[] = [
      LINE_NUMBER,
      { heading: 'unit', width: 30, value: ({ unit }) => unit.name },
      ...programs.flatMap(({ id, name }): ListColumn<MatrixRow>[] => [
        { heading: 'places', underText: name, width: 12, value: (row) => sum(row, id, ({ places }) => places) },
        {
          heading: 'taken',
          underText: name,
          width: 12,
          value: (row) => sum(row, id, ({ reserved, taken }) => reserved + taken),
        },
      ]),
    ];
    return this.lists.file(actor, {
      name: 'quotas',
      facts: { period },
      rows: [...rows.values()],
      // What one row passed on to another is counted once.
      total: { unit: { name: '' }, quotas: items.map(ownPlaces) },
      columns,
    });
  }
}

/** Less what it passed on to units below. */
const ownPlaces = (quota: QuotaView): QuotaView => ({ ...quota, places: quota.places - quota.passedOn });
