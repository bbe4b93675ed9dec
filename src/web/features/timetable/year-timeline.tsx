import { Anchor, Box, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeSpan } from '../../i18n/dates';
import type { Course } from '../courses/api';
import { type Session } from './api';
import { useNames } from './calendar-controls';
import { type Group, groupOf, type GroupRow, rowsOf } from './groups';
import { dayOf, plusDays } from './times';
import './year-timeline.css';

interface Bar {
  code: string;
  courseId: string;
  title: string;
  state: string;
  from: string;
  to: string;
}

/** Classes over one year or several, a row for each program, unit, room or lecturer, or for one of them alone. */
export function YearTimeline({
  firstYear,
  years,
  group,
  only,
}: {
  firstYear: number;
  years: number;
  group: Group;
  only: string | undefined;
}) {
  const { t } = useTranslation();
  const all = Array.from({ length: years }, (_, index) => firstYear + index);
  const byUse = group === 'room' || group === 'lecturer';
  const filter = only === undefined ? {} : { [`${group}Id`]: only };
  const theUnit = useNames(group === 'unit' ? group : undefined).find(({ key }) => key === only) ?? null;
  const classes = useQueries({ queries: byUse ? [] : all.map((year) => coursesOf(year, filter)) });
  const sessions = useQueries({ queries: byUse ? all.map((year) => sessionsOf(year, filter)) : [] });
  const failed = [...classes, ...sessions].find(({ error }) => error);
  if (failed) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if ([...classes, ...sessions].some(({ data }) => !data)) return <Loading />;
  const courses = classes.flatMap(({ data }) => data?.items ?? []);
  const used = sessions.flatMap(({ data }) => data?.items ?? []);
  const found = byUse
    ? rowsOf(used, (session) => groupOf(session, group), t(`calendar.without.${group}`)).map(barsOfSessions)
    : rowsOf(courses, (course) => theUnit ?? refOf(course[group]), '').map(barsOfCourses);
  const rows = found.map(({ bars, ...row }) => ({ ...row, count: bars.length, lanes: lanesOf(bars, years) }));
  if (rows.length === 0) return <EmptyState title={t('calendar.noClasses')} />;
  const place = placeIn(`${firstYear}-01-01`, `${firstYear + years - 1}-12-31`);
  return (
    <>
      <Text mb="xs">
        <b>
          {t('calendar.yearOf', {
            years: years > 1 ? `${String(firstYear)}–${String(firstYear + years - 1)}` : firstYear,
          })}
        </b>
        {' · '}
        {t('calendar.classes', {
          count: new Set(rows.flatMap(({ lanes }) => lanes.flat().map(({ courseId }) => courseId))).size,
        })}
      </Text>
      <Box className="timeline" tabIndex={0} role="group" aria-label={t('calendar.yearOf', { years: all.join(', ') })}>
        <div className="timeline-row timeline-head" aria-hidden>
          <div className="timeline-label" />
          <div className="timeline-track">
            {ticksOf(firstYear, years).map(({ day, label }) => (
              <span key={day} className="timeline-tick" style={{ left: `${place(day)}%` }}>
                {label}
              </span>
            ))}
          </div>
        </div>
        {rows.map((row) => (
          <section key={row.key} className="timeline-row" aria-label={row.label}>
            <div className="timeline-label">
              {row.label} ({row.count})
            </div>
            <div className="timeline-track" style={{ height: row.lanes.length * 26 + 6 }}>
              {row.lanes.map((lane, index) =>
                lane.map((bar) => (
                  <Anchor
                    key={bar.courseId}
                    className="timeline-bar"
                    data-state={bar.state}
                    title={`${bar.code} – ${bar.title}: ${writeSpan(bar.from, bar.to)}`}
                    style={{
                      left: `${place(bar.from)}%`,
                      width: `max(0.5%, ${place(bar.to) - place(bar.from)}%)`,
                      top: index * 26 + 3,
                    }}
                    renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: bar.courseId }} {...props} />}
                  >
                    {bar.code}
                  </Anchor>
                )),
              )}
            </div>
          </section>
        ))}
      </Box>
    </>
  );
}

const coursesOf = (year: number, filter: object) => ({
  queryKey: ['courses', 'year', year, filter],
  queryFn: () =>
    answer(
      api.GET('/api/v1/courses', {
        params: { query: { year, sort: 'startsOn' as const, 'page[size]': 1000, ...filter } },
      }),
    ),
});

const sessionsOf = (year: number, filter: object) => ({
  queryKey: ['timetable', 'sessions', { year, filter }],
  queryFn: () =>
    answer(
      api.GET('/api/v1/sessions', { params: { query: { from: `${year}-01-01`, to: `${year}-12-31`, ...filter } } }),
    ),
});

/** Where a day stands between two others, in percent. */
const placeIn = (first: string, last: string) => {
  const [start, end] = [Date.parse(first), Date.parse(last) + 86_400_000];
  return (day: string): number => Math.min(100, Math.max(0, ((Date.parse(day) - start) / (end - start)) * 100));
};

/** Months of a year, or years where there are several. */
const ticksOf = (firstYear: number, years: number): { day: string; label: string }[] =>
  years > 1
    ? Array.from({ length: years }, (_, index) => ({
        day: `${firstYear + index}-01-01`,
        label: String(firstYear + index),
      }))
    : Array.from({ length: 12 }, (_, index) => ({
        day: `${firstYear}-${String(index + 1).padStart(2, '0')}-01`,
        label: String(index + 1),
      }));

/** Days of a year that the code of a class takes on the screen: it stands beside a bar that is shorter. */
const CODE_DAYS = 50;

/** Bars whose codes or days overlap stand in lanes below each other. */
function lanesOf(bars: readonly Bar[], years: number): Bar[][] {
  const lanes: Bar[][] = [];
  const endOf = ({ from, to }: Bar): string => {
    const codeEnd = plusDays(from, CODE_DAYS * years);
    return to > codeEnd ? to : codeEnd;
  };
  for (const bar of [...bars].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const free = lanes.find((lane) => lane.every((before) => endOf(before) < bar.from));
    if (free) free.push(bar);
    else lanes.push([bar]);
  }
  return lanes;
}

interface BarRow {
  key: string;
  label: string;
  bars: Bar[];
}

const refOf = ({ id, name }: { id: string; name: string }) => ({ key: id, label: name });

const barsOfCourses = ({ key, label, items }: GroupRow<Course>): BarRow => ({
  key,
  label,
  bars: items.map(({ id, code, title, state, startsOn: from, endsOn: to }) => ({
    courseId: id,
    code,
    title,
    state,
    from,
    to,
  })),
});

/** A bar for each class, from its first session there to its last. */
function barsOfSessions({ key, label, items }: GroupRow<Session>): BarRow {
  const bars = new Map<string, Bar>();
  for (const { course, startsAt } of items) {
    const day = dayOf(startsAt);
    const from = bars.get(course.id)?.from ?? day;
    bars.set(course.id, {
      courseId: course.id,
      code: course.code,
      title: course.title,
      state: course.state,
      from,
      to: day,
    });
  }
  return { key, label, bars: [...bars.values()] };
}
