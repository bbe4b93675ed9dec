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
