import type { PlainDate } from '../../../kernel/plain-date.js';
import { readDate, readText, readWord } from './cells.js';
import { findHeader, type Header } from './header.js';
import type { Cell, Parsed, Sheet, SheetError } from './read-workbook.js';

/** One person of a danh sách trích ngang. */
export interface OfficialRow {
  readonly line: number;
  readonly fullName: string;
  readonly gender: 'male' | 'female';
  readonly bornOn: PlainDate | null;
  readonly birthYear: number;
  readonly ethnicGroup: string | null;
  readonly homePlace: string | null;
  readonly post: string;
  readonly category: 'cadre' | 'civil-servant' | 'public-employee' | 'part-time';
  readonly probationaryOn: PlainDate | null;
  readonly fullMemberOn: PlainDate | null;
  readonly professionalLevel: 'none' | 'elementary' | 'intermediate' | 'college' | 'bachelor' | 'master' | 'doctor' | null;
  readonly major: string | null;
  readonly llctLevel: 'none' | 'elementary' | 'intermediate' | 'advanced' | 'bachelor' | null;
  readonly unitName: string;
}

const HEADINGS = {
  fullName: { words: 'ho va ten' },
  bornMale: { words: 'nam', under: 'ngay, thang, nam sinh' },
  bornFemale: { words: 'nu', under: 'ngay, thang, nam sinh' },
  ethnicGroup: { words: 'dan toc' },
  homePlace: { words: 'que quan' },
  post: { words: 'chuc vu' },
  category: { words: 'doi tuong' },
  probationaryOn: { words: 'du bi', under: 'ngay vao dang' },
  fullMemberOn: { words: 'chinh thuc', under: 'ngay vao dang' },
  professionalLevel: { words: 'chuyen mon', under: 'trinh do' },
  major: { words: 'nganh', under: 'trinh do' },
  llctLevel: { words: 'llct', under: 'trinh do' },
  unitName: { words: 'don vi' },
} as const;
type Column = keyof typeof HEADINGS;

const CATEGORIES = { 'can bo': 'cadre', 'cong chuc': 'civil-servant', 'vien chuc': 'public-employee', 'khong chuyen trach': 'part-time' } as const;
const NO_TRAINING = { 'chua qua dao tao': 'none', 'chua dao tao': 'none', 'chua co': 'none', 'chua qua': 'none', chua: 'none' } as const;
const PROFESSIONAL = { ...NO_TRAINING, 'so cap': 'elementary', 'trung cap': 'intermediate', 'cao dang': 'college', 'dai hoc': 'bachelor', 'thac si': 'master', 'tien si': 'doctor' } as const;
const LLCT = { ...NO_TRAINING, 'so cap': 'elementary', 'trung cap': 'intermediate', 'cao cap': 'advanced', 'cu nhan': 'bachelor' } as const;
const TOTAL = /tổng số[^\d]*(\d+)/i;

/**
 * Reads a danh sách trích ngang of officials: two-storey header, a bold row for each commune, the date of birth in the
 * column that tells the gender, and a total row that must agree.
 */
export function parseOfficials({ rows }: Pick<Sheet, 'rows'>): Parsed<OfficialRow> {
  const header = findHeader(rows, HEADINGS);
  if (!('columns' in header)) return { rows: [], errors: header };
  const people: OfficialRow[] = [];
  const errors: SheetError[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index < header.firstRow || typeof cells[0] !== 'number') continue;
    const parsed = parsePerson(index + 1, cells, header);
    if ('line' in parsed) people.push(parsed);
    else errors.push(...parsed.errors);
  }
  return { rows: people, errors: [...errors, ...totalErrors(rows, people.length + new Set(errors.map(({ line }) => line)).size)] };
}

function parsePerson(line: number, cells: readonly Cell[], { columns }: Header<Column>): OfficialRow | { errors: SheetError[] } {
  const cell = (column: Column): Cell => cells[columns[column]] ?? null;
  const errors: SheetError[] = [];
  const fail = (column: Column, rule: SheetError['rule']): null => {
    errors.push({ line, column: HEADINGS[column].words, rule, value: String(cell(column) ?? '') });
    return null;
  };
  const text = (column: Column): string => readText(cell(column)) ?? fail(column, 'empty') ?? '';
  const date = (column: Column): PlainDate | null => (cell(column) === null ? null : (readDate(cell(column)) ?? fail(column, 'date'))?.date ?? null);
  const word = <Value>(column: Column, words: Readonly<Record<string, Value>>, rule: SheetError['rule']): Value | null =>
    cell(column) === null ? null : (readWord(cell(column), words) ?? fail(column, rule));

  const female = cell('bornFemale') !== null;
  const born = readDate(cell(female ? 'bornFemale' : 'bornMale')) ?? fail(female ? 'bornFemale' : 'bornMale', 'date');
  const category = word('category', CATEGORIES, 'category') ?? (cell('category') === null ? fail('category', 'empty') : null);
  const row = {
    line,
    fullName: text('fullName').replace(/\s+/g, ' '),
    gender: female ? ('female' as const) : ('male' as const),
    ethnicGroup: readText(cell('ethnicGroup')),
    homePlace: readText(cell('homePlace')),
    post: text('post'),
    probationaryOn: date('probationaryOn'),
    fullMemberOn: date('fullMemberOn'),
    professionalLevel: word('professionalLevel', PROFESSIONAL, 'level'),
    major: readText(cell('major')),
    llctLevel: word('llctLevel', LLCT, 'level'),
    unitName: text('unitName'),
  };
  if (errors.length > 0 || !born || !category) return { errors };
  return { ...row, bornOn: born.date, birthYear: born.year, category };
}

/** The sheet's own total must be the number of people in it. */
function totalErrors(rows: readonly (readonly Cell[])[], counted: number): SheetError[] {
  return rows.flatMap((cells, index) => {
    const total = TOTAL.exec(cells.map((cell) => String(cell ?? '')).join(' '))?.[1];
    if (total === undefined || Number(total) === counted) return [];
    return [{ line: index + 1, column: 'tong so', rule: 'total-differs' as const, value: total }];
  });
}
