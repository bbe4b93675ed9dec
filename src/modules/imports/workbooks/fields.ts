import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import type { ImportKind } from './workbook.types.js';

/** How a column may be headed, marks and case aside. `under` are the headings of the storey above, when it needs one. */
export interface Heading {
  readonly words: readonly string[];
  readonly under?: readonly string[];
}

/** A value that a column can hold. */
export interface FieldDef {
  readonly name: string;
  /** Without such a column no row is sound. */
  readonly required: boolean;
  /** Other fields any of which is enough where this one is required. */
  readonly orAnyOf?: readonly string[];
  /** How exports head the column, and the first of the ways it is known by. */
  readonly heading: string;
  readonly under?: string;
  readonly known: readonly Heading[];
}

const BORN = ['Ngày, tháng, năm sinh', 'Ngày sinh', 'Năm sinh', 'Ngày tháng năm sinh', 'Sinh ngày'];
const JOINED = ['Ngày vào Đảng', 'Vào Đảng', 'Ngày, tháng, năm vào Đảng', 'Đảng viên', 'Ngày tháng vào Đảng'];
const LEVEL = ['Trình độ', 'Trình độ đào tạo', 'Trình độ hiện nay'];
const GENDER = ['Giới tính', 'Nam/Nữ', 'Giới'];
const CITIZEN_ID = [
  'Số căn cước',
  'Căn cước',
  'Số căn cước công dân',
  'Căn cước công dân',
  'CCCD',
  'Số CCCD',
  'Số CC',
  'CMND',
  'Số CMND',
  'CMND/CCCD',
  'CCCD/CMND',
  'Số CMND/CCCD',
  'Số CCCD/CMND',
  'Số định danh',
  'Số định danh cá nhân',
];

type Options = Partial<Pick<FieldDef, 'required' | 'orAnyOf'>>;

/** A field under one heading. @param words ways to write it, the export's first */
const field = (name: string, words: readonly string[], options: Options = {}): FieldDef => ({
  name,
  required: false,
  heading: words[0] ?? name,
  known: [{ words }],
  ...options,
});

/** A field in the lower storey of a header; `alone` are ways to head it without the upper one. */
const under = (
  name: string,
  upper: readonly string[],
  words: readonly string[],
  { alone = [], ...options }: Options & { readonly alone?: readonly string[] } = {},
): FieldDef => ({
  name,
  required: false,
  heading: words[0] ?? name,
  under: upper[0],
  known: [{ words, under: upper }, ...(alone.length > 0 ? [{ words: alone }] : [])],
  ...options,
});

/** Two things in one column, as offices write them to save paper. */
const NAME_AND_BIRTH = field('nameAndBirth', [
  'Họ tên, năm sinh',
  'Họ và tên, năm sinh',
  'Họ và tên, ngày sinh',
  'Họ tên, ngày sinh',
  'Họ tên, ngày tháng năm sinh',
  'Họ và tên, ngày tháng năm sinh',
  'Họ và tên, ngày, tháng, năm sinh',
]);
const LEVELS = under(
  'levels',
  LEVEL,
  ['CM/LLCT', 'Chuyên môn/LLCT', 'Chuyên môn, LLCT', 'Chuyên môn, lý luận chính trị'],
  {
    alone: [
      'Trình độ CM/LLCT',
      'CM/LLCT',
      'Trình độ CM, LLCT',
      'Trình độ chuyên môn/LLCT',
      'Trình độ chuyên môn, LLCT',
      'Trình độ chuyên môn, lý luận chính trị',
      'Chuyên môn/Lý luận chính trị',
      'Trình độ chuyên môn/Lý luận chính trị',
    ],
  },
);

const FULL_NAME = field('fullName', ['Họ và tên', 'Họ tên', 'Họ, tên', 'Họ và tên khai sinh', 'Họ tên cán bộ'], {
  required: true,
  orAnyOf: ['nameAndBirth'],
});
const UNIT_NAME = field(
  'unitName',
  ['Đơn vị', 'Đơn vị công tác', 'Cơ quan', 'Cơ quan, đơn vị', 'Cơ quan, đơn vị công tác', 'Tên đơn vị', 'Nơi công tác'],
  { required: true },
);
const POST_WORDS = [
  'Chức vụ',
  'Chức danh',
  'Chức vụ, chức danh',
  'Chức danh, chức vụ',
  'Chức vụ hiện nay',
  'Chức vụ công tác',
];
/** The number by which our own lists say which record a row is: it goes before any name. */
const RECORD = field('recordId', ['Mã hồ sơ (không sửa)', 'Mã hồ sơ']);
const NOTE = field('note', ['Ghi chú', 'Chú thích']);

/** The columns that each kind of workbook may have, in the order of the export. */
export const FIELDS: Readonly<Record<ImportKind, readonly FieldDef[]>> = {
  officials: [
    FULL_NAME,
    NAME_AND_BIRTH,
    field('otherName', ['Tên gọi khác', 'Tên khác', 'Bí danh', 'Tên thường gọi', 'Họ và tên khác']),
    // The column in which the date of birth stands tells the gender; or it has one column, and the gender others.
    under('bornMale', BORN, ['Nam']),
    under('bornFemale', BORN, ['Nữ']),
    field('born', BORN, { required: true, orAnyOf: ['bornMale', 'bornFemale', 'nameAndBirth'] }),
    field('gender', GENDER, { required: true, orAnyOf: ['bornMale', 'bornFemale', 'isMale', 'isFemale'] }),
    under('isMale', GENDER, ['Nam']),
    under('isFemale', GENDER, ['Nữ'], { alone: ['Nữ'] }),
    field('citizenId', CITIZEN_ID),
    field('ethnicGroup', ['Dân tộc', 'Thành phần dân tộc']),
    field('homePlace', ['Quê quán', 'Nguyên quán', 'Quê quán (xã, huyện, tỉnh)']),
    field('post', POST_WORDS, { required: true }),
    field('category', ['Đối tượng', 'Nhóm đối tượng', 'Loại cán bộ', 'Đối tượng cán bộ'], { required: true }),
    under('probationaryOn', JOINED, ['Dự bị', 'Ngày dự bị', 'Kết nạp'], {
      alone: [...JOINED.slice(0, 3), 'Ngày kết nạp'],
    }),
    under('fullMemberOn', JOINED, ['Chính thức', 'Ngày chính thức'], {
      alone: ['Ngày chính thức', 'Ngày vào Đảng chính thức'],
    }),
    field('partyCard', ['Số thẻ Đảng', 'Số thẻ Đảng viên', 'Thẻ Đảng', 'Số thẻ ĐV', 'Số TĐV']),
    LEVELS,
    under('professionalLevel', LEVEL, ['Chuyên môn', 'Chuyên môn nghiệp vụ', 'CM'], {
      alone: ['Trình độ chuyên môn', 'Chuyên môn', 'Trình độ chuyên môn nghiệp vụ', 'TĐCM'],
    }),
    under('major', LEVEL, ['Ngành', 'Chuyên ngành', 'Ngành đào tạo'], {
      alone: ['Ngành', 'Chuyên ngành', 'Ngành đào tạo', 'Chuyên ngành đào tạo'],
    }),
    under('llctLevel', LEVEL, ['LLCT', 'Lý luận chính trị', 'Lý luận CT', 'Chính trị'], {
      alone: ['LLCT', 'Trình độ LLCT', 'Lý luận chính trị', 'Trình độ lý luận chính trị'],
    }),
    under('managementLevel', LEVEL, ['QLNN', 'Quản lý nhà nước', 'Quản lý NN'], {
      alone: ['QLNN', 'Quản lý nhà nước', 'Trình độ QLNN', 'Trình độ quản lý nhà nước', 'Kiến thức quản lý nhà nước'],
    }),
    under('language', LEVEL, ['Ngoại ngữ', 'NN'], {
      alone: ['Ngoại ngữ', 'Trình độ ngoại ngữ', 'Chứng chỉ ngoại ngữ'],
    }),
    under('it', LEVEL, ['Tin học', 'TH', 'CNTT'], {
      alone: ['Tin học', 'Trình độ tin học', 'Chứng chỉ tin học', 'Công nghệ thông tin', 'CNTT'],
    }),
    // The day alone: which posts somebody is planned for is the board's, and travels in no list.
    field('planningConfirmedOn', [
      'Ngày xác nhận quy hoạch',
      'Quy hoạch xác nhận ngày',
      'Xác nhận quy hoạch',
      'Ngày rà soát quy hoạch',
    ]),
    UNIT_NAME,
    NOTE,
    RECORD,
  ],
  courses: [
    field('code', ['Mã lớp', 'Mã số lớp', 'Ký hiệu lớp'], { required: true }),
    field('title', ['Tên lớp', 'Tên lớp học', 'Tên khóa học', 'Nội dung lớp'], { required: true }),
    field('programName', ['Loại lớp', 'Chương trình', 'Loại hình', 'Chương trình đào tạo'], { required: true }),
    field('year', ['Năm', 'Năm học', 'Năm kế hoạch'], { required: true }),
    field('startsOn', ['Từ ngày', 'Ngày bắt đầu', 'Ngày khai giảng', 'Khai giảng'], { required: true }),
    field('endsOn', ['Đến ngày', 'Ngày kết thúc', 'Ngày bế giảng', 'Bế giảng'], { required: true }),
    field('trainees', ['Số học viên', 'Số lượng học viên', 'Học viên', 'Số lượt', 'Số HV'], { required: true }),
    field('venue', ['Địa điểm', 'Địa điểm học', 'Nơi học']),
    field('documentNumber', ['Văn bản', 'Số văn bản', 'Văn bản chiêu sinh', 'Số, ký hiệu văn bản']),
  ],
  placements: [
    FULL_NAME,
    UNIT_NAME,
    field('post', POST_WORDS),
    field('mode', ['Hệ đào tạo', 'Hệ học', 'Hình thức', 'Hình thức đào tạo'], { required: true }),
    field('school', ['Cơ sở đào tạo', 'Trường', 'Nơi đào tạo']),
    field('year', ['Năm cử', 'Năm cử đi học', 'Năm đi học'], { required: true }),
    field('result', ['Kết quả', 'Kết quả học tập', 'Xếp loại', 'Xếp loại tốt nghiệp']),
    field('program', ['Chương trình', 'Lớp', 'Trình độ LLCT', 'Chương trình học'], { required: true }),
    NOTE,
    RECORD,
  ],
};

export const fieldOf = (kind: ImportKind, name: string): FieldDef | undefined =>
  FIELDS[kind].find((candidate) => candidate.name === name);

/** What a column is called: both storeys, since "Nam" alone says little. */
export const headingOf = ({ heading, under: upper }: Pick<FieldDef, 'heading' | 'under'>): string =>
  upper === undefined ? heading : `${upper}: ${heading}`;

/** Words of a heading as they are compared: without marks, what stands in brackets, and signs. */
export const foldHeading = (text: string): string =>
  foldVietnamese(text.replace(/\([^)]*\)?/g, ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
