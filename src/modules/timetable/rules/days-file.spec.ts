import fc from 'fast-check';
import { addDays } from '../../../kernel/plain-date.js';
import { readDayLines } from './days-file.js';

describe('a file of swapped days', () => {
  it('is read past its title and heading, whatever order the columns have', () => {
    const lines = readDayLines([
      ['DANH SÁCH NGÀY NGHỈ BÙ NĂM 2026', '', ''],
      ['STT', 'Ngày', 'Loại', 'Ghi chú'],
      ['1', '02/01/2026', 'Nghỉ bù', 'Tết Dương lịch'],
      ['2', '2026-01-10', 'Làm bù', 'Thay ngày 02/01'],
      ['', '', '', ''],
      ['3', '31/02/2026', 'Nghỉ bù', 'Sai ngày'],
      ['4', '10.1.2026', 'Nghỉ', 'Hai lần'],
      ['5', '03/03/2026', 'gì đó', 'Không rõ'],
    ]);
    expect(lines.map(({ line, date, kind, problem }) => [line, date, kind, problem])).toEqual([
      [3, '2026-01-02', 'swapped-off', null],
      [4, '2026-01-10', 'swapped-workday', null],
      [6, null, 'swapped-off', 'dayNotRead'],
      [7, '2026-01-10', 'holiday', 'dayTwice'],
      [8, '2026-03-03', null, 'kindNotRead'],
    ]);
    expect(lines[0]?.name).toBe('Tết Dương lịch');
  });

  it('gives back every day that was written into it, in either form', () => {
    const day = fc.integer({ min: 0, max: 8000 }).map((days) => addDays('2015-01-01', days));
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 20 }), fc.boolean(), (days, dayFirst) => {
        const written = (date: string): string => (dayFirst ? date.split('-').reverse().join('/') : date);
        const lines = readDayLines([['Ngày', 'Loại'], ...days.map((date) => [written(date), 'Nghỉ bù'])]);
        expect(lines.map(({ date, problem }) => [date, problem])).toEqual(days.map((date) => [date, null]));
      }),
    );
  });
});
