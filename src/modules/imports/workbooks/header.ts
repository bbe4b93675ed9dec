import { createHash } from 'node:crypto';
import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { columnLetter, readText } from './cells.js';
import { FIELDS, type FieldDef, foldHeading } from './fields.js';
import type { Cell, ImportKind, Layout, LayoutColumn, LlctProgram, SheetInfo } from './workbook.types.js';

/** The first lines of a sheet, blank ones included, in the letters of today. */
export type Lines = readonly (readonly Cell[])[];

/** Lines in which a header is looked for: above it stand titles and addresses. */
export const SEARCHED = 60;
const MOST_STOREYS = 3;
/** A header has so many known columns at least, one of those that the kind cannot do without among them. */
const LEAST_KNOWN = 3;
const ANCHORS: Readonly<Record<ImportKind, readonly string[]>> = {
  officials: ['fullName', 'nameAndBirth'],
  courses: ['code', 'title'],
  placements: ['fullName'],
};
const ORDINALS = ['stt', 'tt', 'so tt', 'so thu tu', 'st'];
const PROGRAMS: Readonly<Record<string, LlctProgram>> = {
  'cao cap': 'advanced-llct',
  'trung cap': 'intermediate-llct',
};

/** Headings of one column from the upper storey to the lower; empty ones are left out. */
type Path = readonly string[];

interface Candidate {
  readonly row: number;
  readonly paths: readonly Path[];
  readonly fields: ReadonlyMap<number, string>;
  /** How sure the fields are, together. */
  readonly sure: number;
  readonly storeys: number;
}

export type FoundHeader = Pick<
  Layout,
  'sheet' | 'headerRow' | 'firstRow' | 'columns' | 'ordinal' | 'fingerprint' | 'program'
>;

/**
 * Finds the header of a table by its words, whatever stands above or left of it and in whatever order: it is the row
 * from which the most columns are known. It may have several storeys: a merged heading covers what stands below it.
 * @returns null when the sheet holds no such table
 */
export function findHeader(lines: Lines, info: SheetInfo, kind: ImportKind): FoundHeader | null {
  const best = candidates(lines, info, kind).reduce<Candidate | null>(
    (found, next) => (found === null || isBetter(next, found) ? next : found),
    null,
  );
  if (best === null) return null;
  const storeys = Math.max(best.storeys, storeysOfMerges(best, info));
  const paths = pathsAt(lines, info, best.row, storeys);
  return {
    sheet: info.name,
    headerRow: best.row + 1,
    firstRow: best.row + storeys + 1,
    columns: columnsOf(paths, best.fields, info),
    ordinal: ordinalOf(best.paths),
    fingerprint: fingerprintOf(paths),
    program: kind === 'placements' ? programOf(info.name, lines.slice(0, best.row)) : null,
  };
}

/** More columns are known; or they are known more surely; or as many of them from fewer lines. */
function isBetter(next: Candidate, found: Candidate): boolean {
  const more = next.fields.size - found.fields.size || next.sure - found.sure || found.storeys - next.storeys;
  return more > 0;
}

function candidates(lines: Lines, info: SheetInfo, kind: ImportKind): Candidate[] {
  const found: Candidate[] = [];
  for (let row = 0; row < Math.min(lines.length, SEARCHED); row++) {
    for (let storeys = 1; storeys <= MOST_STOREYS; storeys++) {
      const paths = pathsAt(lines, info, row, storeys);
      const { fields, sure } = assign(paths, FIELDS[kind], new Set(info.hiddenColumns));
      const names = [...fields.values()];
      if (names.length >= LEAST_KNOWN && ANCHORS[kind].some((name) => names.includes(name)))
        found.push({ row, paths, fields, sure, storeys });
    }
  }
  return found;
}

/** Headings that are merged downward tell how high the header is, also where its lower storey is not known. */
function storeysOfMerges({ row, fields }: Candidate, { merges }: SheetInfo): number {
  const down = merges.filter(([top, left]) => top === row && fields.has(left)).map(([, , bottom]) => bottom - row + 1);
  return Math.max(1, ...down.filter((storeys) => storeys <= MOST_STOREYS));
}

function pathsAt(lines: Lines, info: SheetInfo, row: number, storeys: number): Path[] {
  const rows = Array.from({ length: storeys }, (_, storey) => row + storey);
  const width = Math.max(0, ...rows.map((at) => lines[at]?.length ?? 0));
  const covered = coverOf(info, row, storeys);
  const text = (at: number, column: number): string => readText(lines[at]?.[column]) ?? '';
  const upperText = (column: number): string => {
    const left = covered.get(`${row}:${column}`);
    if (left !== undefined) return text(row, left);
    const alone = text(row, column);
    const spans = alone === '' && !covered.size && rows.slice(1).some((at) => text(at, column) !== '');
    return spans ? lastBefore(column, (at) => text(row, at)) : alone;
  };
  return Array.from({ length: width }, (_, column) =>
    rows
      .map((at) => (at === row ? upperText(column) : text(at, covered.get(`${at}:${column}`) ?? column)))
      .filter((heading, index, path) => heading !== '' && heading !== path[index - 1]),
  );
}

/** For each place of the header that a heading is merged over from the left, the column in which the heading stands. */
function coverOf({ merges }: SheetInfo, row: number, storeys: number): ReadonlyMap<string, number> {
  const cover = new Map<string, number>();
  for (const [top, left, , right] of merges) {
    if (top < row || top >= row + storeys || right - left > 100) continue;
    for (let column = left + 1; column <= right; column++) cover.set(`${top}:${column}`, left);
  }
  return cover;
}

function lastBefore(column: number, text: (column: number) => string): string {
  for (let at = column; at >= 0; at--) if (text(at) !== '') return text(at);
  return '';
}

/** Which field stands in which column: the surest matches first, each field and each column once. */
function assign(
  paths: readonly Path[],
  fields: readonly FieldDef[],
  hidden: ReadonlySet<number>,
): Pick<Candidate, 'fields' | 'sure'> {
  const folded = paths.map((path) => path.map(foldHeading));
  const matches = fields.flatMap((field) =>
    folded.map((path, column) => ({ field: field.name, column, sure: hidden.has(column) ? 0 : sureness(field, path) })),
  );
  const assigned = new Map<number, string>();
  const used = new Set<string>();
  let together = 0;
  for (const { field, column, sure } of matches.sort((a, b) => b.sure - a.sure)) {
    if (sure === 0 || assigned.has(column) || used.has(field)) continue;
    assigned.set(column, field);
    used.add(field);
    together += sure;
  }
  return { fields: assigned, sure: together };
}

interface FoldedHeading {
  readonly words: readonly string[];
  readonly under: readonly string[] | null;
}
const FOLDED: ReadonlyMap<FieldDef, readonly FoldedHeading[]> = new Map(
  Object.values(FIELDS)
    .flat()
    .map((field) => [
      field,
      field.known.map(({ words, under }) => ({
        words: words.map(foldHeading),
        under: under ? under.map(foldHeading) : null,
      })),
    ]),
);

/** 2 when the headings are the field's own, 1 when only the lowest is and what stands above is not known, 0 otherwise. */
function sureness(field: FieldDef, path: Path): number {
  const last = path.at(-1) ?? '';
  if (last === '') return 0;
  const joined = path.join(' ');
  const found = (FOLDED.get(field) ?? []).map(({ words, under }) => {
    if (under) return words.includes(last) && path.slice(0, -1).some((upper) => under.includes(upper)) ? 2 : 0;
    if (words.includes(joined)) return 2;
    return words.includes(last) ? 1 : 0;
  });
  return Math.max(...found);
}

const columnsOf = (
  paths: readonly Path[],
  fields: ReadonlyMap<number, string>,
  { hiddenColumns }: SheetInfo,
): LayoutColumn[] =>
  paths.flatMap((path, index) =>
    path.length === 0
      ? []
      : [
          {
            index,
            letter: columnLetter(index),
            heading: path.join(': '),
            field: fields.get(index) ?? null,
            hidden: hiddenColumns.includes(index),
          },
        ],
  );

function ordinalOf(paths: readonly Path[]): number | null {
  const column = paths.findIndex((path) => ORDINALS.includes(foldHeading(path[0] ?? '')));
  return column < 0 ? null : column;
}

const fingerprintOf = (paths: readonly Path[]): string =>
  createHash('sha256')
    .update(JSON.stringify(paths.map((path) => path.map(foldHeading))))
    .digest('hex');

/** The one program that the sheet's name, else its title, names; null when neither does, or one names both. */
function programOf(sheet: string, title: Lines): LlctProgram | null {
  const titleText = title.flat().map((cell) => readText(cell) ?? '');
  return programNamedIn(sheet) ?? programNamedIn(titleText.join(' '));
}

export function programNamedIn(text: string): LlctProgram | null {
  const named = Object.entries(PROGRAMS).filter(([words]) => foldVietnamese(text).includes(words));
  return named.length === 1 ? (named[0]?.[1] ?? null) : null;
}
