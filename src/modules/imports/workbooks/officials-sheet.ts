import type { PlainDate } from '../../../kernel/plain-date.js';
import { readDate, type WrittenDate } from './cells.js';
import type { Headings } from './header.js';
import type { Parsed, Sheet } from './read-workbook.js';
import { readTable, type TableRow, totalErrors } from './table.js';

/** One person of a danh sách trích ngang. What the sheet leaves empty is null: unknown, not none. */
export interface OfficialRow {
  readonly line: number;
  readonly fullName: string;
  readonly gender: 'male' | 'female';
  /** Null when only the year, or month and year, of birth is written. */
  readonly bornOn: PlainDate | null;
  readonly birthYear: number;
  readonly ethnicGroup: string | null;
  readonly homePlace: string | null;
  readonly post: string;
  readonly category: 'cadre' | 'civil-servant' | 'public-employee' | 'part-time' | 'armed-forces' | 'other';
  readonly probationaryOn: PlainDate | null;
  readonly fullMemberOn: PlainDate | null;
  readonly professionalLevel:
    'none' | 'elementary' | 'intermediate' | 'college' | 'bachelor' | 'master' | 'doctor' | null;
  readonly major: string | null;
  readonly llctLevel: 'none' | 'elementary' | 'intermediate' | 'advanced' | 'bachelor' | null;
  readonly unitName: string;
  readonly note: string | null;
}

const BORN = 'Ngày, tháng, năm sinh';
const JOINED = 'Ngày vào Đảng';
const LEVEL = 'Trình độ';

const HEADINGS = {
  fullName: { words: 'Họ và tên', or: ['Họ tên'] },
  bornMale: { words: 'Nam', under: BORN },
  bornFemale: { words: 'Nữ', under: BORN },
  ethnicGroup: { words: 'Dân tộc' },
  homePlace: { words: 'Quê quán' },
  post: { words: 'Chức vụ', or: ['Chức danh', 'Chức vụ, chức danh'] },
  category: { words: 'Đối tượng' },
  probationaryOn: { words: 'Dự bị', under: JOINED },
  fullMemberOn: { words: 'Chính thức', under: JOINED },
  professionalLevel: { words: 'Chuyên môn', under: LEVEL },
  major: { words: 'Ngành', or: ['Chuyên ngành'], under: LEVEL },
  llctLevel: { words: 'LLCT', or: ['Lý luận chính trị'], under: LEVEL },
  unitName: { words: 'Đơn vị', or: ['Đơn vị công tác'] },
  note: { words: 'Ghi chú', optional: true },
} as const satisfies Headings<string>;
type Column = keyof typeof HEADINGS;

const CATEGORIES = {
  'can bo': 'cadre',
  'can bo chuyen trach': 'cadre',
  'cong chuc': 'civil-servant',
  'vien chuc': 'public-employee',
  'khong chuyen trach': 'part-time',
  'nguoi hoat dong khong chuyen trach': 'part-time',
  'luc luong vu trang': 'armed-forces',
  khac: 'other',
} as const;

const NO_TRAINING = {
  'chua qua dao tao': 'none',
  'chua dao tao': 'none',
  'chua co': 'none',
  'chua qua': 'none',
  chua: 'none',
} as const;

const PROFESSIONAL = {
  ...NO_TRAINING,
  'so cap': 'elementary',
  'trung cap': 'intermediate',
  'cao dang': 'college',
  'dai hoc': 'bachelor',
  'cu nhan': 'bachelor',
  'ky su': 'bachelor',
  'thac si': 'master',
  'thac sy': 'master',
  'tien si': 'doctor',
  'tien sy': 'doctor',
} as const;

const LLCT = {
  ...NO_TRAINING,
  'so cap': 'elementary',
  'trung cap': 'intermediate',
  'cao cap': 'advanced',
  'cu nhan': 'bachelor',
  'cu nhan chinh tri': 'bachelor',
} as const;

/**
 * Reads a danh sách trích ngang of officials: two-storey header, a bold row for each commune, the date of birth in the
 * column that tells the gender, and a total row that must agree with the number of people.
 * @returns people, and an error with line and column for all that was not understood; never throws.
 */
export function parseOfficials(sheet: Pick<Sheet, 'rows'>): Parsed<OfficialRow> {
  const table = readTable(sheet, HEADINGS, readPerson);
  return { rows: table.rows, errors: [...table.errors, ...totalErrors(sheet, table, table.counted)] };
}

function readPerson(row: TableRow<Column>): OfficialRow | null {
  const born = readBirth(row);
  const category = row.needWord('category', CATEGORIES, 'category');
  const person = {
    line: row.line,
    fullName: row.needText('fullName'),
    ethnicGroup: row.text('ethnicGroup'),
    homePlace: row.text('homePlace'),
    post: row.needText('post'),
    probationaryOn: row.date('probationaryOn'),
    fullMemberOn: row.date('fullMemberOn'),
    professionalLevel: row.word('professionalLevel', PROFESSIONAL, 'level'),
    major: row.text('major'),
    llctLevel: row.word('llctLevel', LLCT, 'level'),
    unitName: row.needText('unitName'),
    note: row.text('note'),
  };
  const { probationaryOn, fullMemberOn } = person;
  if (probationaryOn && fullMemberOn && fullMemberOn < probationaryOn) row.fail('fullMemberOn', 'order');
  return born && category && { ...person, gender: born.gender, bornOn: born.date, birthYear: born.year, category };
}

/** The column in which the date of birth stands tells the gender. */
function readBirth(row: TableRow<Column>): (WrittenDate & Pick<OfficialRow, 'gender'>) | null {
  const [noMale, noFemale] = [row.isEmpty('bornMale'), row.isEmpty('bornFemale')];
  if (noMale === noFemale) return row.fail('bornMale', noMale ? 'empty' : 'gender');
  const column = noFemale ? 'bornMale' : 'bornFemale';
  const born = readDate(row.cell(column)) ?? row.fail(column, 'date');
  return born && { ...born, gender: noFemale ? 'male' : 'female' };
}
