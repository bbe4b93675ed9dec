import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { readCount, readText } from './cells.js';
import { CATEGORIES } from './officials-sheet.js';
import type { Table } from './table-row.js';
import type { Cell } from './workbook.types.js';

/**
 * Which rows of an office's table are data: the office also writes rows that head a group, that number the columns,
 * that are prepared but empty, that add up, and that are signed. No row that holds data is passed over in silence: a
 * number in front is enough, and where it was forgotten so are several filled cells.
 */
export type RowKind =
  | { readonly kind: 'data' }
  | { readonly kind: 'unit'; readonly heading: string }
  | { readonly kind: 'part'; readonly heading: string }
  | { readonly kind: 'total'; readonly stated: number | null; readonly column: number }
  /** Nothing, the numbers of the columns, a row that waits to be filled in. */
  | { readonly kind: 'none' }
  /** What closes the list: from here on a few words are a signature. */
  | { readonly kind: 'closing' }
  /** Some filled cells that are none of these. */
  | { readonly kind: 'unknown' };

/** A row without a number in front is data from so many filled cells on; heads and signatures fill one or two. */
const LEAST_CELLS = 4;
/** Consecutive numbers from 1 over at least so many cells are the row that numbers the columns. */
const LEAST_NUMBERED = 3;
const NUMBERED = /^\(?(\d+)\)?\.?$/;
/** Words that begin a total whatever follows; and those that need their marks, since "công chức" and "Tống" are none. */
const TOTAL_START = /^(?:tong so|tong cong|danh sach(?: nay)? (?:co|gom))\b/;
const BARE_TOTAL = /^(?:tổng|cộng)(?!\p{L})/iu;
/** "Cộng", "Tổng số: 243 đồng chí", "Cộng xã Bính Xá: 23", "Danh sách này có 243 đồng chí; trong đó nữ: 80"; not "Tổng số nữ: 80". */
const COUNTED = '(?:dong chi|nguoi|lop|luot|hoc vien)';
const OF_UNIT = '(?:\\s+(?:(?:xa|phuong|thi tran|dang bo|don vi|muc|toan|ca)\\b[^:\\d]*|\\(?[ivx]+\\)?))?';
const TOTAL = new RegExp(
  `^(?:tong so|tong cong|tong|cong|danh sach(?: nay)? (?=co|gom))${OF_UNIT}\\s*(?:co|gom|la)?\\s*:?\\s*(\\d+(?:\\.\\d{3})*)?(?:\\s*[,;(].*|\\s+${COUNTED}\\b.*)?\\.?$`,
);
const SIGNATURE =
  /^(?:nguoi (?:lap|ghi|duyet|tong hop)|nguoi lap bieu|truong ban|pho truong ban|t\/m|tm\.|k\/t|kt\.|t\/l|tl\.|thu truong|bi thu$|chu tich$|noi nhan|xac nhan|.*\bngay (?:\d+|\.+|…) ?thang)/;
const FOOTER = /^(?:trang|page) ?\d|^(?:ghi chu|luu y)\b/;
const ROMAN_OR_LETTER = /^(?:[IVXLC]+|[A-Za-zĐđ])\s*[.)/:-]?$/;
/** What stands before the name of a group: `I. `, `II - `, `a) `, `1) `. */
const NUMBERING = /^(?:[IVXLC]+|[A-Za-zĐđ]|\d{1,3})\s*[.):/-]+\s*|^[IVXLC]+\s+(?=\p{Lu})/u;
/** How many it has: `(19 đồng chí)`, `: 19`, ` - 19 người`. */
const SIZE = /\s*(?:\(\s*\d[^)]*\)|[:–-]\s*\d+(?:\s*(?:đồng chí|đ\/c|người))?)\s*[.:;]?$/i;
const UNIT_WORDS =
  /^(?:xa|phuong|thi tran|huyen|dac khu|dang uy|dang bo|chi bo|chi uy|ban|phong|van phong|trung tam|truong|uy ban|ubnd|hdnd|mat tran|hoi|doan|cong an|quan su|hat|tram|so|co quan|don vi)\b/;
const PARTS = /^(?:khoi|nhom|phan|doi tuong|so)\b/;

/** Tells what a row is. */
export function rowKind(cells: readonly Cell[], { columnOf, layout }: Table): RowKind {
  const filled = [...columnOf.values()].filter((column) => readText(cells[column]) !== null || isObject(cells[column]));
  const texts = cells.flatMap((cell, column) => textAt(cell, column));
  if (texts.length === 0) return { kind: 'none' };
  if (numbersColumns(texts)) return { kind: 'none' };
  const number = layout.ordinal === null ? null : readText(cells[layout.ordinal]);
  const beside = texts.filter(({ column }) => column !== layout.ordinal);
  if (number !== null && NUMBERED.test(number)) return numberedKind(filled.length, beside, columnOf);
  const total = totalIn(cells, texts, columnOf);
  if (total) return total;
  const named = columnOf.has('fullName') && filled.includes(columnOf.get('fullName') ?? -1);
  const least = Math.min(LEAST_CELLS, columnOf.size);
  if (filled.length >= least && (named || !columnOf.has('fullName') || filled.length > least)) return { kind: 'data' };
  const folded = texts.map(({ text }) => foldVietnamese(text));
  if (folded.some((text) => SIGNATURE.test(text))) return { kind: 'closing' };
  return groupIn(texts, number) ?? (filled.length > 1 ? { kind: 'unknown' } : { kind: 'none' });
}

interface Placed {
  readonly column: number;
  readonly text: string;
}

const isObject = (cell: Cell | undefined): boolean => typeof cell === 'object' && cell !== null;

function textAt(cell: Cell, column: number): Placed[] {
  const text = readText(cell);
  return text === null ? [] : [{ column, text }];
}

function numbersColumns(texts: readonly Placed[]): boolean {
  const numbers = texts.map(({ text }) => Number(NUMBERED.exec(text)?.[1]));
  return numbers.length >= LEAST_NUMBERED && numbers.every((number, index) => number === index + 1);
}

/** A number in front: data, unless nothing else is filled in, or nothing but the name of a unit. */
function numberedKind(filled: number, beside: readonly Placed[], columnOf: Table['columnOf']): RowKind {
  if (filled === 0) return { kind: 'none' };
  const [only] = beside;
  const isHead =
    beside.length === 1 && only && columnOf.get('title') !== only.column && UNIT_WORDS.test(foldVietnamese(only.text));
  return isHead ? { kind: 'unit', heading: nameOf(only.text) } : { kind: 'data' };
}

function totalIn(cells: readonly Cell[], texts: readonly Placed[], columnOf: Table['columnOf']): RowKind | null {
  const word = texts.find(({ text }) => {
    const folded = foldVietnamese(text);
    return TOTAL_START.test(folded) || (BARE_TOTAL.test(text) && TOTAL.test(folded));
  });
  if (!word) return null;
  const trainees = columnOf.get('trainees');
  const count = trainees === undefined ? null : readCount(cells[trainees]);
  if (trainees !== undefined && count !== null) return { kind: 'total', stated: count, column: trainees };
  const written = TOTAL.exec(foldVietnamese(word.text));
  if (!written || trainees !== undefined) return { kind: 'total', stated: null, column: word.column };
  if (written[1] !== undefined) return { kind: 'total', stated: readCount(written[1]), column: word.column };
  const numbers = cells.flatMap((cell, column) => {
    const number = readCount(cell);
    return number === null ? [] : [{ number, column }];
  });
  const [only] = numbers.length === 1 ? numbers : [];
  return { kind: 'total', stated: only?.number ?? null, column: only?.column ?? word.column };
}

/** One text, with a roman number or a letter in front or without, and perhaps its size beside it, heads a group. */
function groupIn(texts: readonly Placed[], number: string | null): RowKind | null {
  const words = texts.filter(({ text }) => !ROMAN_OR_LETTER.test(text) && !NUMBERED.test(text));
  const [only] = words;
  if (words.length !== 1 || !only || FOOTER.test(foldVietnamese(only.text))) return null;
  if (texts.length > 1 && number === null && texts.some(({ text }) => ROMAN_OR_LETTER.test(text) && text.length > 4))
    return null;
  const heading = nameOf(only.text);
  const folded = foldVietnamese(heading);
  const isPart = Object.hasOwn(CATEGORIES, folded) || PARTS.test(folded);
  return { kind: isPart ? 'part' : 'unit', heading };
}

/** The name of a group, without its number and its size. */
const nameOf = (text: string): string =>
  text
    .replace(NUMBERING, '')
    .replace(SIZE, '')
    .replace(/[:;.,\s]+$/, '');
