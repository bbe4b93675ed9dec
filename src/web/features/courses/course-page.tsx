import { Anchor, Breadcrumbs, Card, Grid, Group, SimpleGrid, Stack, Stepper, Tabs, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { Fraction } from '../../components/fraction';
import { ExportButton } from '../../components/export-button';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { writeDate, writeSpan } from '../../i18n/dates';
import { AttendanceTab } from '../attendance/course-attendance';
import { CourseDecisions } from '../decisions/course-decisions';
import { useMay } from '../identity/api';
import { NominationTable } from '../nominations/nomination-table';
import { CourseReminders } from '../reminders/course-reminders';
import { CourseResults } from '../results/course-results';
import { CourseSeats } from '../seats/course-seats';
import { CourseTimetable } from '../timetable/course-timetable';
import { type Course, useCourse, useCourseHistory } from './api';
import { CallTiles } from './call-tiles';
import { CourseActions } from './course-actions';
import { History } from './history';

const LIFE = ['draft', 'open', 'closed', 'confirmed', 'running', 'completed'] as const;

/** One class: where it stands, who has answered, who goes, what happened. */
export function CoursePage() {
  const { t } = useTranslation();
  const { courseId } = useParams({ strict: false }) as { courseId: string };
  const course = useCourse(courseId);
  const seesDecisions = useMay('decisions.read');
  if (course.error) return <ErrorState error={course.error} retry={() => void course.refetch()} />;
  if (!course.data) return <Loading />;
  const { code, title, state } = course.data;
  const taught = state === 'running' || state === 'completed';
  return (
    <>
      <Breadcrumbs mb="xs">
        <Anchor renderRoot={(props) => <Link to="/lop" {...props} />}>{t('nav.courses')}</Anchor>
        <Text>{code}</Text>
      </Breadcrumbs>
      <PageHeader title={title} subtitle={`${code} · ${course.data.program.name}`}>
        <CourseActions course={course.data} />
      </PageHeader>
      <Life course={course.data} />
      <Facts course={course.data} />
      <Tabs key={state} defaultValue={state === 'open' ? 'calls' : 'people'} keepMounted={false} mt="lg">
        <Tabs.List>
          <Tabs.Tab value="calls">{t('course.calls')}</Tabs.Tab>
          <Tabs.Tab value="people">{t('course.people')}</Tabs.Tab>
          {!taught && state !== 'draft' && <Tabs.Tab value="seats">{t('seats.tab')}</Tabs.Tab>}
          {seesDecisions && <Tabs.Tab value="decisions">{t('nav.decisions')}</Tabs.Tab>}
          {taught && <Tabs.Tab value="attendance">{t('attendance.title')}</Tabs.Tab>}
          {taught && <Tabs.Tab value="results">{t('results.title')}</Tabs.Tab>}
          <Tabs.Tab value="timetable">{t('timetable.title')}</Tabs.Tab>
          <Tabs.Tab value="reminders">{t('nav.reminders')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('course.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="calls" pt="md">
          <Group justify="flex-end" mb="sm">
            <ExportButton path="/calls/export" query={{ courseId }} />
          </Group>
          <CallTiles course={course.data} />
        </Tabs.Panel>
        <Tabs.Panel value="people" pt="md">
          <Group justify="flex-end" mb="sm">
            <ExportButton path="/nominations/export" query={{ courseId }} />
          </Group>
          <NominationTable
            filters={{ courseId }}
            empty={{ title: t('course.noPeople'), hint: t('course.noPeopleHint') }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="seats" pt="md">
          <CourseSeats courseId={courseId} />
        </Tabs.Panel>
        <Tabs.Panel value="decisions" pt="md">
          <CourseDecisions course={course.data} />
        </Tabs.Panel>
        <Tabs.Panel value="attendance" pt="md">
          <AttendanceTab course={course.data} />
        </Tabs.Panel>
        <Tabs.Panel value="results" pt="md">
          <CourseResults course={course.data} />
        </Tabs.Panel>
        <Tabs.Panel value="timetable" pt="md">
          <CourseTimetable course={course.data} />
        </Tabs.Panel>
        <Tabs.Panel value="reminders" pt="md">
          <CourseReminders course={course.data} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <CourseHistory courseId={courseId} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** The strip of a class's life; a cancelled one says so instead. */
function Life({ course }: { course: Course }) {
  const { t } = useTranslation();
  if (course.state === 'cancelled') {
    return (
      <Card withBorder>
        <Group>
          <StateBadge family="course" state="cancelled" />
          <Text>{course.stateReason}</Text>
        </Group>
      </Card>
    );
  }
  const at = LIFE.indexOf(course.state);
  return (
    <>
      <Card withBorder visibleFrom="md">
        <Stepper active={at} size="sm" iconSize={30} allowNextStepsSelect={false}>
          {LIFE.map((state) => (
            <Stepper.Step key={state} label={t(`state.course.${state}`)} />
          ))}
        </Stepper>
      </Card>
      <Card withBorder hiddenFrom="md" p="sm">
        <Group justify="space-between">
          <StateBadge family="course" state={course.state} />
          <Text fz="sm">{t('course.stepOf', { step: at + 1, steps: LIFE.length })}</Text>
        </Group>
      </Card>
    </>
  );
}

function Facts({ course }: { course: Course }) {
  const { t } = useTranslation();
  const facts: [string, string][] = [
    [t('courses.days'), writeSpan(course.startsOn, course.endsOn)],
    [t('courses.deadline'), writeDate(course.deadline)],
    [t('course.venue'), course.venue ?? '—'],
    ...(course.bring === null ? [] : [[t('course.bring'), course.bring] satisfies [string, string]]),
    [t('course.document'), course.documentNumber ?? '—'],
    [t('course.holder'), course.unit.name],
    [t('course.minimum'), String(course.minimum)],
  ];
  const reason = course.state === 'confirmed' || course.state === 'running' ? course.stateReason : null;
  if (reason) facts.push([t('course.confirmedThough'), reason]);
  return (
    <Grid mt="md">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Card withBorder h="100%">
          <SimpleGrid cols={{ base: 1, xs: 2 }} component="dl" m={0} spacing="sm">
            {facts.map(([label, value]) => (
              <div key={label}>
                <Text component="dt" fz="sm" c="#5f5a54">
                  {label}
                </Text>
                <Text component="dd" m={0} fw={500}>
                  {value}
                </Text>
              </div>
            ))}
            {course.series.length > 0 && <Series course={course} />}
          </SimpleGrid>
        </Card>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Card withBorder h="100%">
          <Stack gap="sm">
            <Title order={3} fz="md">
              {t('courses.seats')}
            </Title>
            {course.state === 'completed' ? (
              <Text fz="xl" fw={700}>
                {t('courses.traineesOf', { trainees: course.trainees })}
              </Text>
            ) : (
              <>
                <Fraction part={course.seatsTaken} whole={course.capacity} label={t('course.seatsTaken')} />
                <Text>{t('course.waiting', { count: course.waitlisted })}</Text>
              </>
            )}
          </Stack>
        </Card>
      </Grid.Col>
    </Grid>
  );
}

/** The other classes of its series. */
function Series({ course }: { course: Course }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text component="dt" fz="sm" c="#5f5a54">
        {t('course.series')}
      </Text>
      <Group component="dd" m={0} gap="xs">
        {course.series.map(({ id, code, startsOn }) => (
          <Anchor key={id} renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: id }} {...props} />}>
            {code} ({writeDate(startsOn)})
          </Anchor>
        ))}
      </Group>
    </div>
  );
}

function CourseHistory({ courseId }: { courseId: string }) {
  const history = useCourseHistory(courseId);
  if (history.error) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  return history.data ? <History steps={history.data.items} /> : <Loading />;
}
