import { plusDays, weekdayIndex } from './times';
import type { Group } from './groups';

export const VIEWS = { thang: 'month', tuan: 'week', nam: 'year' } as const;
export const GROUP_WORDS: Readonly<Record<string, Group>> = {
  phong: 'room',
  giangvien: 'lecturer',
  chuongtrinh: 'program',
  donvi: 'unit',
};
export type View = keyof typeof VIEWS;

/** What the address of the calendar says. */
export interface CalendarSearch {
  xem?: View;
  /** One of `GROUP_WORDS`. */
  nhom?: string;
  /** The only room, lecturer, program or unit to be shown. */
  chon?: string;
  ngay?: string;
  sonam?: number;
}

/** The days a view shows. */
export function spanOf(view: 'month' | 'week', day: string): { from: string; to: string } {
  if (view === 'week') {
    const weekday = weekdayIndex(day);
    return { from: plusDays(day, -weekday), to: plusDays(day, 6 - weekday) };
  }
  return { from: `${day.slice(0, 7)}-01`, to: plusDays(monthAfter(day, 1), -1) };
}

/** The first day of the month after, or before. */
export function monthAfter(day: string, sign: 1 | -1): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + sign, 1)).toISOString().slice(0, 10);
}

/** The day from which the view one step later, or earlier, is shown. */
export function stepped(view: View, day: string, sign: 1 | -1, years: number): string {
  if (view === 'thang') return monthAfter(day, sign);
  if (view === 'tuan') return plusDays(day, sign * 7);
  return `${Number(day.slice(0, 4)) + sign * years}-01-01`;
}
