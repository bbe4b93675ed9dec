import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';
import type { Session } from './api';
import { rowsOf } from './groups';
import { clockOf, dayOf, weekdayOf } from './times';
import './printed-sessions.css';

/** Sessions as offices put them on the wall: a line each, day by day. On paper alone, in place of the grid. */
export function PrintedSessions({ sessions }: { sessions: readonly Session[] }) {
  const { t, i18n } = useTranslation();
  const days = rowsOf(sessions, ({ startsAt }) => ({ key: dayOf(startsAt), label: dayOf(startsAt) }), '');
  return (
    <table className="printed-sessions" aria-hidden>
      <thead>
        <tr>
          <th>{t('timetable.day')}</th>
          <th>{t('calendar.hours')}</th>
          <th>{t('calendar.classAndSubject')}</th>
          <th>{t('timetable.room')}</th>
          <th>{t('timetable.lecturer')}</th>
        </tr>
      </thead>
      {days.map(({ key: day, items: those }) => (
        <tbody key={day}>
          {those.map(({ id, startsAt, endsAt, course, subject, room, lecturer }, index) => (
            <tr key={id}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={those.length}>
                  {weekdayOf(day, i18n.language)}
                  <br />
                  {writeDate(day)}
                </th>
              )}
              <td>
                {clockOf(startsAt)}–{clockOf(endsAt)}
              </td>
              <td>
                <b>{course.title}</b> ({course.code}){subject !== null && <div>{subject}</div>}
              </td>
              <td>{room ? `${room.name}, ${room.venue}` : '—'}</td>
              <td>{lecturer?.fullName ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
