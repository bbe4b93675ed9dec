import { Anchor, Button, Chip, Group, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DataTable } from '../../components/data-table';
import { Fraction } from '../../components/fraction';
import { ExportButton } from '../../components/export-button';
import { PageHeader } from '../../components/page-header';
import { SearchField } from '../../components/search-field';
import { writeDate, writeSpan } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { usePrograms } from '../programs/api';
import { type Course, type CourseFilters, useCourses } from './api';

const STATES = ['draft', 'open', 'closed', 'confirmed', 'running', 'completed', 'cancelled'] as const;

/** All classes, newest first; the filters live in the address. */
export function CoursesPage() {
  const { t } = useTranslation();
  const filters = useSearch({ strict: false }) as CourseFilters;
  const navigate = useNavigate();
  const filter = (change: CourseFilters): void => {
    void navigate({ to: '/lop', search: { ...filters, ...change } as never, replace: true });
  };
  const programs = usePrograms();
  const courses = useCourses(filters);
  const mayManage = useMay('courses.manage');
  const maySchedule = useMay('schedules.propose');
  return (
    <>
      <PageHeader title={t('nav.courses')} subtitle={t('courses.count', { count: courses.total })}>
        <ExportButton path="/courses/export" />
        {maySchedule && (
          <Button variant="default" renderRoot={(props) => <Link to="/lop/xep-lich" {...props} />}>
            {t('courses.schedule')}
          </Button>
        )}
        {mayManage && (
          <Button leftSection={<IconPlus size={18} />} renderRoot={(props) => <Link to="/lop/moi" {...props} />}>
            {t('courses.new')}
          </Button>
        )}
      </PageHeader>
      <Group mb="sm" gap="sm">
        <SearchField
          label={t('courses.search')}
          value={filters.q ?? ''}
          onSearch={(q) => {
            filter({ q: q || undefined });
          }}
        />
        <Select
          aria-label={t('courses.program')}
          placeholder={t('courses.allPrograms')}
          clearable
          w={280}
          value={filters.programId ?? null}
          data={programs.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          onChange={(programId) => {
            filter({ programId: programId ?? undefined });
          }}
        />
      </Group>
      <Group gap="xs" mb="md" role="group" aria-label={t('courses.state')}>
        {STATES.map((state) => (
          <Chip
            key={state}
            checked={filters.state === state}
            onChange={() => {
              filter({ state: filters.state === state ? undefined : state });
            }}
          >
            {t(`state.course.${state}`)}
          </Chip>
        ))}
      </Group>
      <CourseTable courses={courses} />
    </>
  );
}

function CourseTable({ courses }: { courses: ReturnType<typeof useCourses> }) {
  const { t } = useTranslation();
  return (
    <DataTable<Course>
      label={t('nav.courses')}
      list={courses}
      empty={{ title: t('courses.empty'), hint: t('courses.emptyHint') }}
      columns={[
        {
          label: t('courses.class'),
          title: true,
          render: (course) => (
            <div>
              <Anchor
                fw={600}
                renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: course.id }} {...props} />}
              >
                {course.title}
              </Anchor>
              <div style={{ color: '#5f5a54' }}>{course.code}</div>
            </div>
          ),
        },
        { label: t('courses.state'), render: ({ state }) => <StateBadge family="course" state={state} /> },
        { label: t('courses.days'), render: ({ startsOn, endsOn }) => writeSpan(startsOn, endsOn) },
        {
          label: t('courses.deadline'),
          render: ({ deadline, state }) => (state === 'open' ? writeDate(deadline) : '—'),
        },
        { label: t('courses.seats'), render: (course) => <Seats course={course} /> },
      ]}
    />
  );
}

function Seats({ course }: { course: Course }) {
  const { t } = useTranslation();
  if (course.state === 'draft') return t('courses.capacityOf', { capacity: course.capacity });
  if (course.state === 'completed') return t('courses.traineesOf', { trainees: course.trainees });
  return <Fraction part={course.seatsTaken} whole={course.capacity} />;
}
