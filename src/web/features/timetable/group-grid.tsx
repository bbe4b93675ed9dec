import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../i18n/dates';
import type { Place, Session } from './api';
import { ClashNote } from './clash-note';
import { type Group, groupOf, type GroupRow, rowsOf } from './groups';
import { clockOf, dayOf, daysOf, instantOf, weekdayIndex } from './times';
import { type Trial, useTrial } from './trial';
import './group-grid.css';

interface Shown {
  view: 'month' | 'week';
  group: Group;
  onChoose: (session: Session) => void;
}

/** A session on its way: what it is, and the cell it hangs over. */
interface Carried {
  session: Session;
  row: string;
  over: string | null;
}

interface Carrying {
  carried: Carried | null;
  setCarried: (carried: Carried | null) => void;
  trial: Trial;
}

/**
 * Sessions of a month or a week with a row for each room, lecturer, program or unit and a column for each day. A session
 * is dragged to another day, and among rooms and lecturers to another row.
 * @param rows those to be shown even without sessions.
 */
export function GroupGrid({
  span,
  sessions,
  rows: named,
  only,
  ...shown
}: Shown & {
  span: { from: string; to: string };
  sessions: readonly Session[];
  rows: readonly { key: string; label: string }[];
  /** Of a unit that was chosen: its name, under which all stand that it takes part in. */
  only: { key: string; label: string } | null;
}) {
  const { t } = useTranslation();
  const trial = useTrial();
  const [carried, setCarried] = useState<Carried | null>(null);
  const days = daysOf(span);
  const found = rowsOf(
    sessions,
    (session) => only ?? groupOf(session, shown.group),
    t(`calendar.without.${shown.group}`),
  );
  const rows = withEmpty(found, named);
  return (
    <>
      <div
        className="group-grid"
        data-view={shown.view}
        tabIndex={0}
        role="group"
        aria-label={t(`calendar.rows.${shown.group}`)}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t(`calendar.by.${shown.group}`)}</th>
              {days.map((day) => (
                <DayHead key={day} day={day} view={shown.view} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RowOf key={row.key} row={row} days={days} carrying={{ carried, setCarried, trial }} {...shown} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.view === 'month' && (
        <Text fz="sm" mt="xs">
          {t('calendar.partsHint')}
        </Text>
      )}
      <ClashNote trial={trial} />
    </>
  );
}

/** Rows with sessions, and those that have none, by name. */
function withEmpty(found: GroupRow<Session>[], named: readonly { key: string; label: string }[]): GroupRow<Session>[] {
  const empty = named.filter(({ key }) => !found.some((row) => row.key === key)).map((row) => ({ ...row, items: [] }));
  return [...found, ...empty];
}

function DayHead({ day, view }: { day: string; view: 'month' | 'week' }) {
  const { t } = useTranslation();
  const weekday = weekdayIndex(day);
  const number = view === 'month' ? day.slice(8) : `${day.slice(8)}/${day.slice(5, 7)}`;
  return (
    <th scope="col" data-weekend={weekday > 4 || undefined} data-today={day === today() || undefined}>
      {t(`calendar.weekday.${String(weekday)}`)}
      <br />
      {number}
    </th>
  );
}

function RowOf({
  row,
  days,
  carrying: { carried, setCarried, trial },
  ...shown
}: Shown & { row: GroupRow<Session>; days: readonly string[]; carrying: Carrying }) {
  const classes = [...new Map(row.items.map(({ course }) => [course.id, course])).values()];
  const clash = trial.trouble !== null && !trial.trouble.refused;
  return (
    <tr>
      <th scope="row">
        {row.label}
        {shown.view === 'month' && classes.length > 0 && (
          <ol>
            {classes.map(({ id, code, title }) => (
              <li key={id}>
                {title} ({code})
              </li>
            ))}
          </ol>
        )}
      </th>
      {days.map((day) => {
        const cell = `${row.key} ${day}`;
        const place = carried && placeOf(carried, day, row.key, shown.group);
        return (
          <td
            key={day}
            data-day={day}
            data-weekend={weekdayIndex(day) > 4 || undefined}
            data-over={carried?.over === cell ? (clash ? 'clash' : 'free') : undefined}
            onDragOver={(event) => {
              if (!place) return;
              event.preventDefault();
              if (carried.over !== cell) setCarried({ ...carried, over: cell });
              trial.look(carried.session, place);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (place && !isSame(place, carried.session)) trial.store(carried.session, place);
            }}
          >
            {row.items
              .filter(({ startsAt }) => dayOf(startsAt) === day)
              .map((session) => (
                <Chip
                  key={session.id}
                  session={session}
                  number={classes.findIndex(({ id }) => id === session.courseId) + 1}
                  onCarry={(isCarried) => {
                    if (isCarried) setCarried({ session, row: row.key, over: null });
                    else {
                      setCarried(null);
                      if (clash) trial.leave();
                    }
                  }}
                  {...shown}
                />
              ))}
          </td>
        );
      })}
    </tr>
  );
}

/** A session in its cell: in words where a week leaves room for them, as the number of its class in a month. */
function Chip({
  session,
  number,
  view,
  group,
  onChoose,
  onCarry,
}: Shown & { session: Session; number: number; onCarry: (isCarried: boolean) => void }) {
  const { t } = useTranslation();
  const { subject, course, room, lecturer, canEdit } = session;
  const when = `${clockOf(session.startsAt)}–${clockOf(session.endsAt)}`;
  const about = [subject ?? course.title, group !== 'room' && room?.name, group !== 'lecturer' && lecturer?.fullName];
  const said = about.filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      className="group-chip"
      draggable={canEdit}
      title={`${when} · ${said}`}
      aria-label={view === 'month' ? `${dayOf(session.startsAt)}, ${when} · ${said}` : undefined}
      onClick={() => {
        onChoose(session);
      }}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', said);
        onCarry(true);
      }}
      onDragEnd={() => {
        onCarry(false);
      }}
    >
      {view === 'month' ? (
        `${String(number)}${t(`calendar.part.${partOf(session)}`)}`
      ) : (
        <>
          <Text span fz="inherit" fw={600}>
            {when}
          </Text>
          <br />
          {said} ({course.code})
        </>
      )}
    </button>
  );
}

/** The part of the day a session begins in. */
function partOf({ startsAt }: Session): 'morning' | 'afternoon' | 'evening' {
  const clock = clockOf(startsAt);
  if (clock < '12:00') return 'morning';
  return clock < '17:00' ? 'afternoon' : 'evening';
}

/** Where a session would be in a cell, at the time of day that it has; null where the cell's row cannot be its. */
function placeOf({ session, row: from }: Carried, day: string, row: string, group: Group): Place | null {
  const [startsAt, endsAt] = [session.startsAt, session.endsAt].map((at) => instantOf(day, clockOf(at)));
  if (startsAt === undefined || endsAt === undefined) return null;
  if (row === from) return { startsAt, endsAt };
  if (group === 'room') return { startsAt, endsAt, roomId: row || null };
  if (group === 'lecturer') return { startsAt, endsAt, lecturerId: row || null };
  return null;
}

const isSame = ({ startsAt, roomId, lecturerId }: Place, session: Session): boolean =>
  Date.parse(startsAt) === Date.parse(session.startsAt) && roomId === undefined && lecturerId === undefined;
