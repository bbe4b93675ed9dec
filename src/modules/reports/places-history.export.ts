import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { type ListColumn, LINE_NUMBER, ListExports } from '../units/index.js';
import type { PlacesHistoryQuery } from './dto/places-history.dto.js';
import type {
  PlacesHistory,
  ProgramOfUnit,
  ProgramOfYear,
  UnitHistoryOfPlaces,
  YearOfHistory,
} from './dto/places-history.view.js';
import { PlacesHistoryService } from './places-history.service.js';

type UnitRow = Pick<UnitHistoryOfPlaces, 'officials' | 'programs'> & { readonly name: string };

/** The history as a workbook: one sheet by unit, one by year. */
@Injectable()
export class PlacesHistoryExport {
  constructor(
    private readonly histories: PlacesHistoryService,
    private readonly lists: ListExports,
  ) {}

  async file(actor: Actor, query: PlacesHistoryQuery): Promise<StreamableFile> {
    const history = await this.histories.history(actor, query);
    const { from, to } = history;
    return this.lists.file<UnitRow, YearOfHistory>(
      actor,
      {
        name: 'placesHistory',
        facts: { from, to },
        rows: history.units.map(({ unit, officials, programs }) => ({ name: unit.name, officials, programs })),
        columns: unitColumns(history),
      },
      { name: 'placesByYear', facts: { from, to }, rows: history.years, columns: yearColumns(history) },
    );
  }
}

function unitColumns({ programs, from, to }: PlacesHistory): ListColumn<UnitRow>[] {
  const of = (row: UnitRow, programId: string): ProgramOfUnit | undefined =>
    row.programs.find((one) => one.programId === programId);
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [
    LINE_NUMBER,
    { heading: 'unit', width: 32, value: ({ name }) => name },
    { heading: 'officials', width: 12, value: ({ officials }) => officials },
    ...programs.flatMap(({ id, name }): ListColumn<UnitRow>[] => [
      ...years.map((year, index) => ({
        heading: 'sentIn',
        underText: `${name} ${year}`,
        width: 12,
        value: (row: UnitRow) => of(row, id)?.byYear[index] ?? 0,
      })),
      { heading: 'sent', underText: name, width: 12, value: (row) => of(row, id)?.sent ?? 0 },
      { heading: 'perHundred', underText: name, width: 14, value: (row) => of(row, id)?.perHundred ?? null },
      { heading: 'inNeed', underText: name, width: 12, value: (row) => of(row, id)?.need ?? 0 },
      { heading: 'yearsWithout', underText: name, width: 16, value: (row) => of(row, id)?.yearsWithout ?? null },
    ]),
  ];
}

function yearColumns({ programs }: PlacesHistory): ListColumn<YearOfHistory>[] {
  const of = (row: YearOfHistory, programId: string): ProgramOfYear | undefined =>
    row.programs.find((one) => one.programId === programId);
  return [
    LINE_NUMBER,
    { heading: 'year', width: 10, value: ({ year }) => year },
    ...programs.flatMap(({ id, name }): ListColumn<YearOfHistory>[] => [
      { heading: 'places', underText: name, width: 12, value: (row) => of(row, id)?.places ?? null },
      { heading: 'taken', underText: name, width: 12, value: (row) => of(row, id)?.taken ?? null },
      { heading: 'sent', underText: name, width: 12, value: (row) => of(row, id)?.sent ?? 0 },
    ]),
  ];
}
