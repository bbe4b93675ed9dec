import * as XLSX from '@e965/xlsx';
import { checkBinary } from './binary.mjs';
import { checkParts } from './parts.mjs';
import { Refused } from './refused.mjs';

/** Numbers by which a workbook keeps the errors of its formulas. */
const ERRORS = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' };
/** Formulas that reach out of the workbook: another file, a program (DDE), the network. */
const OUTWARD =
  /\[\d+\]|\[[^\][]*\.\w{2,5}\]|file:|https?:|\\\\|\|'|\b(?:WEBSERVICE|RTD|DDE|CALL|REGISTER\.ID|EXEC)\s*\(/i;
/** Merges beyond so many are a picture, not a table. */
const MOST_MERGES = 50_000;

/** Opens .xlsx, .xlsb, .xls and .ods. @param type what the content is @throws Refused */
export async function openSpreadsheet(type, content, limits) {
  const { book, hidden, fonts } =
    type === 'xls' ? await openXls(content, limits) : await openArchive(type, content, limits);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const pages = book.SheetNames.map((name, index) => page(book, name, index, hidden(name, index), limits));
  return {
    date1904,
    encoding: null,
    fonts,
    sheets: pages.map(({ info }) => info),
    rows: (sheet, from, count) => batch(pages[sheet], from, count, date1904),
  };
}

async function openArchive(type, content, limits) {
  const { hidden: seen, fonts } = await checkParts(type, content, limits);
  const book = parse(type, content, limits);
  return { book, fonts, hidden: (name) => seen && { rows: seen.rows[name] ?? [], columns: seen.columns[name] ?? [] } };
}

/** Its stream alone is read on: the container around it would be kept twice. */
async function openXls(content, limits) {
  const { records, hidden, fonts, isUnicode } = checkBinary(XLSX.CFB, content);
  // The tables of old code pages are large, and only Excel 95 and before needs them.
  if (!isUnicode) XLSX.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  return { book: parse('xls', records, limits), fonts, hidden: (_, index) => hidden[index] ?? null };
}

function parse(type, content, { rows }) {
  try {
    return XLSX.read(content, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      // Of .xlsx and .xlsb it tells hidden rows, and formulas without a result from empty cells. The others tell these by
      // themselves: an .ods repeats its empty cells without end, and an .xls of 50,000 rows would not fit.
      cellStyles: type === 'xlsx' || type === 'xlsb',
      sheetRows: rows + 1,
    });
  } catch (error) {
    if (/password-protected/i.test(String(error?.message))) throw new Refused('encrypted');
    throw new Refused('damaged');
  }
}

function page(book, name, index, hidden, limits) {
  const sheet = book.Sheets[name] ?? {};
  const data = sheet['!data'] ?? [];
  const last = data.findLastIndex((row) => row?.some((cell) => cell && cell.v !== undefined && cell.v !== ''));
  if (last >= limits.rows) throw new Refused('too-many-rows', { rows: limits.rows });
  refuseOutward(data);
  const info = {
    name,
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: last + 1,
    merges: (sheet['!merges'] ?? []).slice(0, MOST_MERGES).map(({ s, e }) => [s.r, s.c, e.r, e.c]),
    hiddenRows: hidden?.rows ?? indexes(sheet['!rows'], last + 1),
    hiddenColumns: hidden?.columns ?? indexes(sheet['!cols'], limits.columns),
  };
  return { info, data };
}

const indexes = (marks, end) =>
  Array.from(marks ?? []).flatMap((mark, index) => (mark?.hidden === true && index < end ? [index] : []));

function refuseOutward(data) {
  for (const row of data)
    for (const cell of row ?? [])
      if (typeof cell?.f === 'string' && OUTWARD.test(cell.f))
        throw new Refused('external-links', { formula: cell.f.slice(0, 80) });
}

function batch({ data, info }, from, count, date1904) {
  const rows = [];
  let line = from;
  for (; line < info.rows && rows.length < count; line++) {
    const cells = Array.from(data[line] ?? [], (cell) => wire(cell, date1904));
    if (cells.some((cell) => cell !== null)) rows.push([line, cells]);
  }
  return { rows, next: line < info.rows ? line : null };
}

/** A cell as it crosses to the parent: text, number, truth, nothing, or what else it is. */
function wire(cell, date1904) {
  if (!cell) return null;
  if (cell.t === 'e')
    return cell.v === undefined && cell.f ? { unreckoned: true } : { error: cell.w ?? ERRORS[cell.v] ?? '#' };
  if (cell.f !== undefined && (cell.v === undefined || (cell.v === '' && cell.t === 'n'))) return { unreckoned: true };
  if (cell.t === 'z') return cell.f === undefined ? null : { unreckoned: true };
  if (cell.v === undefined) return null;
  if (cell.t === 'n' && cell.z && XLSX.SSF.is_date(cell.z)) return dated(cell.v, String(cell.z), date1904);
  return cell.v;
}

/** The day of a date cell, and how much of it the office shows: a cell that shows 06/1981 says no more than that. */
function dated(serial, format, date1904) {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  const instant = new Date(Date.UTC(1899, 11, days >= 60 ? 30 : 31) + days * 86_400_000);
  const date = Number.isNaN(instant.getTime()) ? '' : instant.toISOString().slice(0, 10);
  const letters = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return { date, shown: /d/i.test(letters) ? 'day' : /m/i.test(letters) ? 'month' : 'year' };
}
