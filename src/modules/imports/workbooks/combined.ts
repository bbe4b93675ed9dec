import { columnLetter, readWord } from './cells.js';
import { readDate, type WrittenDate } from './dates.js';
import { FIELDS, foldHeading, headingOf } from './fields.js';
import type { CellProblem, ImportKind, Layout } from './workbook.types.js';

/** A name, what stands between, and a date or a year, perhaps in brackets: `Nguyễn Văn An (04/01/1981)`. */
const NAME_AND_BIRTH =
  /^(\p{L}[\p{L}\s.'’]*?)[\s,;:(–-]+(?:sinh\s+(?:năm|ngày)?\s*)?((?:\d{1,2}\s*[/.-]\s*){0,2}\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2})\)?\.?$/iu;

/** The name and the birth that stand in one cell; null when they cannot be told apart. */
export function splitNameAndBirth(text: string): { fullName: string; born: WrittenDate } | null {
  const [, fullName, written] = NAME_AND_BIRTH.exec(text) ?? [];
  const born = written === undefined ? null : readDate(written);
  return fullName && born ? { fullName: fullName.trim(), born } : null;
}

/**
 * Two levels that stand in one cell: `ĐH/TC`. A part that is empty or a dash says nothing.
 * @param ladders the words of each, in their order; @returns null when any part is in no words of its ladder
 */
export function splitLevels<Left, Right>(
  text: string,
  [left, right]: readonly [Readonly<Record<string, Left>>, Readonly<Record<string, Right>>],
): readonly [Left | null, Right | null] | null {
  const parts = text.split(/\s*[/;,]\s*|\s+[-–]\s+/);
  if (parts.length !== 2) return null;
  const [first = '', second = ''] = parts.map((part) => part.replace(/^[-–]$/, '').trim());
  const levels = [readWord(first, left), readWord(second, right)] as const;
  const isUnderstood = (first === '' || levels[0] !== null) && (second === '' || levels[1] !== null);
  return isUnderstood ? levels : null;
}

/** Headings of two fields in one, where no field is known by both together: they must be two columns. */
export function combinedColumns(kind: ImportKind, { sheet, headerRow, columns }: Layout): CellProblem[] {
  const names = (part: string) =>
    FIELDS[kind].find(({ known }) => known.some(({ words }) => words.some((word) => foldHeading(word) === part)));
  return columns.flatMap(({ index, heading, field, hidden }) => {
    if (field !== null || hidden) return [];
    const lowest = heading.split(': ').at(-1) ?? '';
    const found = lowest.split(/[,;/+&–-]|\s+và\s+/).flatMap((part) => names(foldHeading(part)) ?? []);
    const different = new Set(found.map(({ name }) => name));
    if (different.size < 2) return [];
    const cell = `${columnLetter(index)}${headerRow}`;
    const expected = found.map(headingOf).join('; ');
    return [
      {
        sheet,
        line: headerRow,
        cell,
        heading,
        field: null,
        rule: 'column-combined' as const,
        value: heading,
        expected,
      },
    ];
  });
}
