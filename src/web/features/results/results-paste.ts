import type { TFunction } from 'i18next';
import { CLASSIFICATIONS, type Line } from './results-api';

const VIETNAMESE_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** 5/3/2026 as 2026-03-05; what is no such date stays as it is, and the server names it. */
export function toIsoDate(text: string): string {
  const [, day = '', month = '', year = ''] = VIETNAMESE_DATE.exec(text.trim()) ?? [];
  return year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Rows copied from a sheet: classification in words, certificate number, date. */
export function readPasted(text: string, t: TFunction): Line[] {
  const codes = new Map<string, Line['classification']>(
    CLASSIFICATIONS.map((code) => [t(`results.of.${code}`).toLocaleLowerCase('vi'), code]),
  );
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((row) => {
      const [word = '', certificateNumber = '', certificateDate = ''] = row.split('\t').map((cell) => cell.trim());
      return { classification: codes.get(word.toLocaleLowerCase('vi')), certificateNumber, certificateDate };
    });
}
