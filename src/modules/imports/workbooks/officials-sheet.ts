import { digitsOf, isSecretNumber, type SecretNumber } from '../../officials/index.js';
import { readWord } from './cells.js';
import { splitLevels, splitNameAndBirth } from './combined.js';
import type { WrittenDate } from './dates.js';
import type { Surroundings, TableRow } from './table-row.js';
import type { OfficialValues } from './workbook.types.js';

export const CATEGORIES = {
  'can bo': 'cadre',
  'can bo chuyen trach': 'cadre',
  'cong chuc': 'civil-servant',
  'vien chuc': 'public-employee',
  'khong chuyen trach': 'part-time',
  'can bo khong chuyen trach': 'part-time',
  'nguoi hoat dong khong chuyen trach': 'part-time',
  'nhung nguoi hoat dong khong chuyen trach': 'part-time',
  'luc luong vu trang': 'armed-forces',
  khac: 'other',
} as const;

const NO_TRAINING = {
  'chua qua dao tao': 'none',
  'chua dao tao': 'none',
  'chua co': 'none',
  'chua qua': 'none',
  chua: 'none',
  khong: 'none',
} as const;

const PROFESSIONAL = {
  ...NO_TRAINING,
  'so cap': 'elementary',
  sc: 'elementary',
  'trung cap': 'intermediate',
  tc: 'intermediate',
  'cao dang': 'college',
  cd: 'college',
  'dai hoc': 'bachelor',
  dh: 'bachelor',
  'cu nhan': 'bachelor',
  'ky su': 'bachelor',
  'thac si': 'master',
  'thac sy': 'master',
  ths: 'master',
  'tien si': 'doctor',
  'tien sy': 'doctor',
  ts: 'doctor',
} as const;

const LLCT = {
  ...NO_TRAINING,
  'so cap': 'elementary',
  sc: 'elementary',
  'trung cap': 'intermediate',
  tc: 'intermediate',
  'cao cap': 'advanced',
  cc: 'advanced',
  'cu nhan': 'bachelor',
  cn: 'bachelor',
  'cu nhan chinh tri': 'bachelor',
} as const;

const MANAGEMENT = {
  ...NO_TRAINING,
  'chua qua boi duong': 'none',
  'can su': 'officer',
  cs: 'officer',
  'chuyen vien': 'specialist',
  cv: 'specialist',
  'chuyen vien chinh': 'principal',
  cvc: 'principal',
  'chuyen vien cao cap': 'senior',
  cvcc: 'senior',
} as const;

/** What an office writes of somebody without any certificate of a kind that has no ladder. */
const NO_CERTIFICATE = { ...NO_TRAINING, '-': 'none', '0': 'none' } as const;

const GENDERS = { nam: 'male', nu: 'female' } as const;

/** One person of a danh sách trích ngang. */
export function readOfficial(row: TableRow, { unitHeading, partHeading }: Surroundings): OfficialValues {
  const gender = readGender(row);
  const inOne = row.has('nameAndBirth') && !row.has('fullName');
  const both = inOne ? readNameAndBirth(row) : null;
  const born = inOne ? (both?.born ?? null) : readBirth(row);
  const [professional, llct] = row.has('levels') ? readLevels(row) : [null, null];
  const probationaryOn = row.date('probationaryOn');
  const fullMemberOn = row.date('fullMemberOn');
  if (probationaryOn && fullMemberOn && fullMemberOn < probationaryOn) row.fail('fullMemberOn', 'order');
  return {
    fullName: inOne ? (both?.fullName ?? null) : row.needText('fullName'),
    otherName: row.text('otherName'),
    gender,
    bornOn: born?.date ?? null,
    birthYear: born?.year ?? null,
    citizenId: readNumber(row, 'citizenId', 'citizen-id'),
    partyCard: readNumber(row, 'partyCard', 'party-card'),
    ethnicGroup: row.text('ethnicGroup'),
    homePlace: row.text('homePlace'),
    post: row.needText('post'),
    category:
      row.word('category', CATEGORIES, 'category') ??
      readWord(partHeading, CATEGORIES) ??
      row.fail('category', 'empty'),
    probationaryOn,
    fullMemberOn,
    professionalLevel: row.word('professionalLevel', PROFESSIONAL, 'level') ?? professional,
    major: row.text('major'),
    llctLevel: row.word('llctLevel', LLCT, 'level') ?? llct,
    managementLevel: row.word('managementLevel', MANAGEMENT, 'level'),
    language: readCertificate(row, 'language'),
    it: readCertificate(row, 'it'),
    planningConfirmedOn: row.date('planningConfirmedOn'),
    unitName: row.text('unitName') ?? unitHeading ?? row.fail('unitName', 'empty'),
    note: row.text('note'),
    recordId: row.text('recordId'),
  };
}

/** A name and a birth in one cell, told apart and shown so. */
function readNameAndBirth(row: TableRow): { fullName: string; born: WrittenDate } | null {
  const text = row.text('nameAndBirth');
  if (text === null) return row.fail('nameAndBirth', 'empty');
  const both = splitNameAndBirth(text);
  if (!both) return row.fail('nameAndBirth', 'name-and-birth');
  const { date, year } = both.born;
  row.note('nameAndBirth', 'split', `${both.fullName} | ${date?.split('-').reverse().join('/') ?? year}`);
  return both;
}

type LevelsRead = readonly [OfficialValues['professionalLevel'], OfficialValues['llctLevel']];

/** The professional level and that of political theory in one cell. */
function readLevels(row: TableRow): LevelsRead {
  const text = row.text('levels');
  if (text === null) return [null, null];
  const levels = splitLevels(text, [PROFESSIONAL, LLCT]);
  if (!levels) {
    row.fail('levels', 'two-levels');
    return [null, null];
  }
  row.note('levels', 'split', text.split(/\s*[/;,]\s*|\s+[-–]\s+/).join(' | '));
  return levels;
}

const isIn = (row: TableRow, ...fields: string[]): boolean => fields.some(row.has);

/** In words, by a mark in one of two columns, or by the column in which the date of birth stands. */
function readGender(row: TableRow): OfficialValues['gender'] {
  if (row.has('gender')) return row.word('gender', GENDERS, 'gender') ?? row.fail('gender', 'empty');
  const marks = isIn(row, 'isMale', 'isFemale');
  if (!marks && !isIn(row, 'bornMale', 'bornFemale')) return row.fail('gender', 'empty');
  const [male, female] = marks ? ['isMale', 'isFemale'] : ['bornMale', 'bornFemale'];
  const [isMale, isFemale] = [!row.isEmpty(male), !row.isEmpty(female)];
  if (isMale && isFemale) return row.fail(male, 'gender');
  // A list with one column of marks, as a rule for women, leaves it empty for the others.
  if (marks && !row.has(male)) return isFemale ? 'female' : 'male';
  if (isMale || isFemale) return isMale ? 'male' : 'female';
  return row.fail(male, 'empty');
}

function readBirth(row: TableRow): WrittenDate | null {
  const field = ['born', 'bornMale', 'bornFemale'].find((name) => row.has(name) && !row.isEmpty(name));
  if (field !== undefined) return row.written(field);
  return row.fail(['born', 'bornMale', 'bornFemale'].find(row.has) ?? 'born', 'empty');
}

/** A spreadsheet takes the zeros in front off a number that is no text: how many digits are left, and how many there were. */
const WITH_ZEROS: Readonly<Record<number, number>> = { 8: 9, 10: 12, 11: 12 };

/** A number of a person, as digits; what is in its cell is never repeated in a problem. */
function readNumber(row: TableRow, field: SecretNumber, rule: 'citizen-id' | 'party-card'): string | null {
  const cell = row.cell(field);
  const text = row.text(field);
  if (text === null) return null;
  const digits = digitsOf(text);
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return row.fail(field, rule);
  const whole = typeof cell === 'number' && field === 'citizenId' ? withZeros(digits) : digits;
  return isSecretNumber(field, whole) ? whole : row.fail(field, rule);
}

const withZeros = (digits: string): string => digits.padStart(WITH_ZEROS[digits.length] ?? 0, '0');

/** What a certificate without a ladder says; null when the cell says that there is none. */
const readCertificate = (row: TableRow, field: 'language' | 'it'): string | null =>
  readWord(row.cell(field), NO_CERTIFICATE) === null ? row.text(field) : null;
