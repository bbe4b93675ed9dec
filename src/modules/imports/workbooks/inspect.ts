import { columnLetter, readText } from './cells.js';
import { fieldOf, FIELDS } from './fields.js';
import { FileRefused } from './file-refused.js';
import { findHeader, type FoundHeader, SEARCHED } from './header.js';
import { convertCell, encodingOf, type SheetEncoding } from './legacy-text.js';
import { OpenWorkbook } from './reader-process.js';
import { rowKind } from './row-kinds.js';
import { tableOf } from './table-row.js';
import type {
  Cell,
  ImportKind,
  InspectedSheet,
  Inspection,
  Layout,
  SheetInfo,
  WorkbookFile,
} from './workbook.types.js';

/** Lines a person is shown of a sheet. */
const SHOWN = 30;
/** Lines by which a sheet's letters and groups are judged. */
const JUDGED = 500;
const MOST_COLUMNS_SHOWN = 60;

/**
 * Says what stands in a file: its sheets, and where in them the tables of the kind are. Nothing is kept.
 * @throws FileRefused when the file is not read at all
 */
export async function inspectWorkbook(file: WorkbookFile, kind: ImportKind): Promise<Inspection> {
  const workbook = await OpenWorkbook.open(file);
  try {
    const sheets: InspectedSheet[] = [];
    const layouts: Layout[] = [];
    for (const [index, info] of workbook.opened.sheets.entries()) {
      const written = await firstLines(workbook, index);
      const encoding = encodingOfLines(info, written, workbook.opened.fonts);
      const lines = written.map((cells) =>
        cells.map((cell) => (typeof cell === 'string' ? convertCell(cell, encoding) : cell)),
      );
      const name = convertCell(info.name, encoding).normalize('NFC');
      sheets.push({ name: info.name, hidden: info.hidden, rows: info.rows, preview: lines.slice(0, SHOWN).map(shown) });
      const header = info.hidden ? null : findHeader(lines, { ...info, name }, kind);
      if (header) layouts.push(layoutOf(kind, { ...header, sheet: info.name }, encoding, lines));
    }
    return { type: workbook.type, sheets, layouts, encoding: layouts.find(isOld)?.encoding ?? 'unicode' };
  } finally {
    workbook.close();
  }
}

const isOld = ({ encoding }: Layout): boolean => encoding !== 'unicode';

async function firstLines(workbook: OpenWorkbook, sheet: number): Promise<(readonly Cell[])[]> {
  const lines: (readonly Cell[])[] = [];
  for await (const rows of workbook.rows(sheet)) {
    for (const [index, cells] of rows) {
      if (index >= JUDGED) return lines;
      while (lines.length < index) lines.push([]);
      lines.push(cells);
    }
  }
  return lines;
}

/** Fonts that say nothing of an encoding: they come with every office program. */
const USUAL_FONTS =
  /^(?:times new roman|arial|calibri|cambria|tahoma|verdana|courier new|segoe|aptos|liberation|dejavu|noto|symbol|wingdings|default|\+)/i;

function encodingOfLines(
  { name }: SheetInfo,
  lines: readonly (readonly Cell[])[],
  fonts: readonly string[],
): SheetEncoding {
  const encoding = encodingOf(lines.flat().filter((cell) => typeof cell === 'string'));
  if (encoding === null) {
    const telling = fonts.filter((font) => !USUAL_FONTS.test(font));
    throw new FileRefused('legacy-encoding', { sheet: name, fonts: telling.join(', ') || '—' });
  }
  return encoding;
}

const shown = (cells: readonly Cell[]): string[] =>
  cells.slice(0, MOST_COLUMNS_SHOWN).map((cell) => readText(cell) ?? '');

function layoutOf(
  kind: ImportKind,
  header: FoundHeader,
  encoding: SheetEncoding,
  lines: readonly (readonly Cell[])[],
): Layout {
  const layout: Layout = { ...header, ...encoding, missing: [] };
  return { ...layout, missing: missingFields(kind, layout, groupsIn(kind, layout, lines)) };
}

interface Groups {
  readonly units: boolean;
  readonly parts: boolean;
}

/** Which kinds of group rows stand in the first lines below a header. */
function groupsIn(kind: ImportKind, layout: Layout, lines: readonly (readonly Cell[])[]): Groups {
  const table = tableOf(kind, layout, false);
  const kinds = lines.slice(layout.firstRow - 1, SEARCHED * 2).map((cells) => rowKind(cells, table).kind);
  const before = kinds.slice(0, Math.max(0, kinds.lastIndexOf('data')));
  return { units: before.includes('unit'), parts: before.includes('part') };
}

/**
 * Required fields that no column holds, and no group row either.
 * @returns their names in the order of `FIELDS`; to be asked again after a hand has mapped columns
 */
export function missingFields(
  kind: ImportKind,
  layout: Pick<Layout, 'columns' | 'program'>,
  groups: Groups = { units: false, parts: false },
): string[] {
  const mapped = new Set(layout.columns.map(({ field }) => field));
  const elsewhere = new Set([
    ...(groups.units ? ['unitName'] : []),
    ...(groups.parts ? ['category'] : []),
    ...(layout.program === null ? [] : ['program']),
  ]);
  return FIELDS[kind]
    .filter(
      ({ name, required, orAnyOf = [] }) =>
        required && ![name, ...orAnyOf].some((field) => mapped.has(field) || elsewhere.has(field)),
    )
    .map(({ name }) => name);
}

/** A layout with its columns mapped by hand. @param fields a field or null by the column's letter; others stay */
export function remap(kind: ImportKind, layout: Layout, fields: Readonly<Record<string, string | null>>): Layout {
  const chosen = new Set(Object.values(fields).filter((field) => field !== null && fieldOf(kind, field)));
  const columns = layout.columns.map((column) => {
    const letter = columnLetter(column.index);
    if (Object.hasOwn(fields, letter))
      return { ...column, field: chosen.has(fields[letter] ?? '') ? (fields[letter] ?? null) : null };
    return chosen.has(column.field) ? { ...column, field: null } : column;
  });
  const stillMissing = missingFields(kind, { ...layout, columns });
  const wereThere = (name: string): boolean =>
    !layout.missing.includes(name) && !layout.columns.some(({ field }) => field === name);
  return { ...layout, columns, missing: stillMissing.filter((name) => !wereThere(name)) };
}
