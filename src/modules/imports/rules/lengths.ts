import type { RowProblem, SourceRow } from '../import.types.js';

/** How many letters each text may have: as many as it may when it is typed by hand. */
export const LONGEST: Readonly<Record<string, number>> = {
  fullName: 120,
  otherName: 120,
  ethnicGroup: 60,
  homePlace: 300,
  post: 200,
  major: 200,
  language: 100,
  it: 100,
  code: 40,
  title: 300,
  venue: 300,
  documentNumber: 60,
  school: 200,
};

/** Texts of a row that are longer than the record takes. */
export const tooLong = ({ values, cells }: Pick<SourceRow, 'values' | 'cells'>): RowProblem[] =>
  Object.entries(LONGEST).flatMap(([field, most]) => {
    const length = String(values[field] ?? '').length;
    return length > most
      ? [{ rule: 'import.too-long', field, cell: cells[field] ?? null, facts: { length, most } }]
      : [];
  });
