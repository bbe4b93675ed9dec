import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';
import { clockOf, dayOf, weekdayOf } from '../timetable/times';

/** When a session is, as a line: `Thứ Hai, 06/04/2026, 07:30–11:00`. */
export function useSessionText(): (session: { startsAt: string; endsAt: string }) => string {
  const { i18n } = useTranslation();
  return ({ startsAt, endsAt }) => {
    const day = dayOf(startsAt);
    return `${weekdayOf(day, i18n.language)}, ${writeDate(day)}, ${clockOf(startsAt)}–${clockOf(endsAt)}`;
  };
}

/** The same where there is little room: `T2 06/04 07:30`. */
export function shortWhen({ startsAt }: { startsAt: string }, language: string): string {
  const day = dayOf(startsAt);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return `${weekday} ${writeDate(day).slice(0, 5)} ${clockOf(startsAt)}`;
}
