import { Anchor, Box, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeSpan } from '../../i18n/dates';
import type { Course } from '../courses/api';
import { type Session } from './api';
import { dayOf } from './times';
import './year-timeline.css';

export type TimelineGroup = 'program' | 'unit' | 'room' | 'lecturer';

interface Bar {
  key: string;
  courseId: string;
  title: string;
  state: string;
  from: string;
  to: string;
}

interface Row {
  key: string;
  label: string;
  lanes: Bar[][];
  count: number;
}

/** Classes over one year or several, a row for each program, unit, room or lecturer. */
export function YearTimeline({ firstYear, years, group }: { firstYear: number; years: number; group: TimelineGroup }) {
  const { t } = useTranslation();
  const all = Array.from({ length: years }, (_, index) => firstYear + index);
  const classes = useQueries({ queries: all.map(coursesOf) });
  const sessions = useQueries({ queries: group === 'room' || group === 'lecturer' ? all.map(sessionsOf) : [] });
  const failed = [...classes, ...sessions].find(({ error }) => error);
  if (failed) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if ([...classes, ...sessions].some(({ data }) => !data)) return <Loading />;
  const courses = classes.flatMap(({ data }) => data?.items ?? []);
  const rows = rowsOf(
    group,
    courses,
    sessions.flatMap(({ data }) => data?.items ?? []),
  );
  if (rows.length === 0) return <EmptyState title={t('calendar.noClasses')} />;
  const place = placeIn(`${firstYear}-01-01`, `${firstYear + years - 1}-12-31`);
  return (
    <>
      <Text mb="xs">
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
                    key={bar.key}
                    className="timeline-bar"
                    data-state={bar.state}
                    title={`${bar.title}: ${writeSpan(bar.from, bar.to)}`}
                    style={{
                      left: `${place(bar.from)}%`,
                      width: `max(0.5%, ${place(bar.to) - place(bar.from)}%)`,
                      top: index * 26 + 3,
                    }}
                    renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: bar.courseId }} {...props} />}
                  >
                    {bar.title}
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

const coursesOf = (year: number) => ({
  queryKey: ['courses', 'year', year],
  queryFn: () =>
    answer(api.GET('/api/v1/courses', { params: { query: { year, sort: 'startsOn' as const, 'page[size]': 1000 } } })),
});

const sessionsOf = (year: number) => ({
  queryKey: ['timetable', 'sessions', { year }],
  queryFn: () =>
    answer(api.GET('/api/v1/sessions', { params: { query: { from: `${year}-01-01`, to: `${year}-12-31` } } })),
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

/** Bars that overlap stand in lanes below each other. */
function lanesOf(bars: readonly Bar[]): Bar[][] {
  const lanes: Bar[][] = [];
  for (const bar of [...bars].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const free = lanes.find((lane) => (lane.at(-1)?.to ?? '') < bar.from);
    if (free) free.push(bar);
    else lanes.push([bar]);
  }
  return lanes;
}

function rowsOf(group: TimelineGroup, courses: readonly Course[], sessions: readonly Session[]): Row[] {
  const rows = new Map<string, { label: string; bars: Map<string, Bar> }>();
  const add = (key: string, label: string, bar: Bar): void => {
    const row = rows.get(key) ?? { label, bars: new Map<string, Bar>() };
    const before = row.bars.get(bar.key);
    row.bars.set(bar.key, before ? { ...before, to: bar.to > before.to ? bar.to : before.to } : bar);
    rows.set(key, row);
  };
  if (group === 'program' || group === 'unit') {
    for (const { id, title, state, startsOn: from, endsOn: to, program, unit } of courses) {
      const { id: key, name } = group === 'program' ? program : unit;
      add(key, name, { key: id, courseId: id, title, state, from, to });
    }
  } else {
    for (const { course, startsAt, room, lecturer } of sessions) {
      const thing =
        group === 'room'
          ? room && { id: room.id, name: `${room.name}, ${room.venue}` }
          : lecturer && { id: lecturer.id, name: lecturer.fullName };
      const day = dayOf(startsAt);
      if (thing)
        add(thing.id, thing.name, {
          key: course.id,
          courseId: course.id,
          title: course.title,
          state: course.state,
          from: day,
          to: day,
        });
    }
  }
  return [...rows].map(([key, { label, bars }]) => ({
    key,
    label,
    lanes: lanesOf([...bars.values()]),
    count: bars.size,
  }));
}
