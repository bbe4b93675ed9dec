/** How an office writes what we keep as a code; the reader of workbooks understands each of them. */
export const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  category: {
    cadre: 'Cán bộ',
    'civil-servant': 'Công chức',
    'public-employee': 'Viên chức',
    'part-time': 'Không chuyên trách',
    'armed-forces': 'Lực lượng vũ trang',
    other: 'Khác',
  },
  professionalLevel: {
    none: 'Chưa qua đào tạo',
    elementary: 'Sơ cấp',
    intermediate: 'Trung cấp',
    college: 'Cao đẳng',
    bachelor: 'Đại học',
    master: 'Thạc sĩ',
    doctor: 'Tiến sĩ',
  },
  llctLevel: {
    none: 'Chưa qua đào tạo',
    elementary: 'Sơ cấp',
    intermediate: 'Trung cấp',
    advanced: 'Cao cấp',
    bachelor: 'Cử nhân chính trị',
  },
  managementLevel: {
    none: 'Chưa qua đào tạo',
    officer: 'Cán sự',
    specialist: 'Chuyên viên',
    principal: 'Chuyên viên chính',
    senior: 'Chuyên viên cao cấp',
  },
  mode: { 'full-time': 'Tập trung', 'part-time': 'Không tập trung' },
  result: { excellent: 'Xuất sắc', good: 'Giỏi', fair: 'Khá', average: 'Trung bình' },
};

/** A code in an office's words. */
export const inWords = (field: string, code: string | null): string | null =>
  code === null ? null : (WORDS[field]?.[code] ?? code);

/** A day as dd/mm/yyyy. */
export const writtenDay = (day: string | null): string | null => day && day.split('-').reverse().join('/');

const ROMAN: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 4 as IV: how an office numbers groups. */
export const roman = (number: number): string => {
  const [value, letters] = ROMAN.find(([least]) => least <= number) ?? [0, ''];
  return value === 0 ? '' : letters + roman(number - value);
};
