import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import type { FieldError } from '../../platform/http/domain-error.js';
import type { ImportLayoutDto, MappedSheetDto } from './dto/import.dto.js';
import type { ImportKind } from './import.types.js';
import type { Found } from './workbook.source.js';
import { FIELDS, type Layout, missingFields } from './workbooks/index.js';

/** Letters of a column as the office's program names it: 0 is A, 26 is AA. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** What is wrong with a mapping: a sheet that the file does not have, a field that the kind does not have or has twice. */
export function mappingErrors(kind: ImportKind, { sheets }: ImportLayoutDto, found: Found): FieldError[] {
  const names = new Set(found.sheets.map(({ name }) => name));
  const known = new Set(FIELDS[kind].map(({ name }) => name));
  return sheets.flatMap(({ sheet, headerRow, firstRow, columns }, at) => [
    ...(names.has(sheet) ? [] : [{ path: `sheets.${at}.sheet`, rule: 'exists' }]),
    ...(firstRow > headerRow ? [] : [{ path: `sheets.${at}.firstRow`, rule: 'import.below-header' }]),
    ...columns.flatMap(({ field }, index) => {
      const path = `sheets.${at}.columns.${index}.field`;
      if (!known.has(field)) return [{ path, rule: 'exists' }];
      return columns.findIndex((other) => other.field === field) < index ? [{ path, rule: 'import.field-once' }] : [];
    }),
  ]);
}

/** A mapping made by hand as the reader of files takes it: what was found stays, the columns are as the hand says. */
export function layoutsByHand(kind: ImportKind, { sheets }: ImportLayoutDto, found: Found): Layout[] {
  return sheets.map((sheet) => {
    const was = found.layouts.find((layout) => layout.sheet === sheet.sheet && layout.headerRow === sheet.headerRow);
    const columns = (was?.columns ?? columnsAt(sheet, found)).map((column) => ({
      ...column,
      field: sheet.columns.find(({ index }) => index === column.index)?.field ?? null,
    }));
    const base = was ?? {
      ordinal: null,
      fingerprint: fingerprintOf(columns),
      encoding: found.encoding,
      mixed: false,
      program: null,
      missing: [],
    };
    const layout = { ...base, sheet: sheet.sheet, headerRow: sheet.headerRow, firstRow: sheet.firstRow, columns };
    // What a group row says needs no column.
    const inGroups = (name: string): boolean =>
      was !== undefined && !was.missing.includes(name) && !was.columns.some(({ field }) => field === name);
    return { ...layout, missing: missingFields(kind, layout).filter((name) => !inGroups(name)) };
  });
}

/** Of a header that nobody found: its own words, which the reader's fingerprints never are. */
const fingerprintOf = (columns: Layout['columns']): string =>
  `by-hand ${columns.map(({ heading }) => foldVietnamese(heading)).join('|')}`;

/** The columns of a header that was not found but shown by hand, headed by what stands in its lines. */
function columnsAt({ sheet, headerRow, firstRow }: MappedSheetDto, found: Found): Layout['columns'] {
  const lines = found.sheets.find(({ name }) => name === sheet)?.preview ?? [];
  const header = lines.slice(headerRow - 1, firstRow - 1);
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, index) => ({
    index,
    letter: columnLetters(index),
    heading: header
      .map((line) => line[index] ?? '')
      .filter(Boolean)
      .join(': '),
    field: null,
    hidden: false,
  }));
}
