import { Box, Button, Card, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { useOwnAttendance } from '../attendance/api';
import { AttendedCourses } from '../attendance/attended-courses';
import { writeDate, writeSpan } from '../../i18n/dates';
import { History } from '../courses/history';
import { useMe } from '../identity/api';
import { OfficialFacts } from '../officials/official-facts';
import { QualificationsSection } from '../officials/record-qualifications';
import { type OwnNomination, useOwnNominations, useOwnRecord } from './api';
import { OpenClasses } from './open-classes';

/** An official's own page: what one was sent to and how it ended, classes to ask for, and one's own record. */
export function OwnPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <PageHeader
        title={t('own.title')}
        {...(me.data && { subtitle: `${me.data.displayName} · ${me.data.unit.name}` })}
      />
      <Stack gap="lg">
        <section aria-labelledby="own-courses">
          <Title order={3} mb="sm" id="own-courses">
            {t('own.courses')}
          </Title>
          <OwnCourses />
        </section>
        <OwnAttendance />
        <section aria-labelledby="own-open">
          <Title order={3} mb="sm" id="own-open">
            {t('own.open')}
          </Title>
          <OpenClasses />
        </section>
        <OwnRecord />
      </Stack>
    </>
  );
}

function OwnCourses() {
  const { t } = useTranslation();
  const nominations = useOwnNominations();
  if (nominations.error) return <ErrorState error={nominations.error} retry={() => void nominations.refetch()} />;
  if (!nominations.data) return <Loading />;
  if (nominations.data.items.length === 0)
    return <EmptyState title={t('own.noCourses')}>{t('own.noCoursesHint')}</EmptyState>;
  return (
    <Stack component="ul" m={0} p={0}>
      {nominations.data.items.map((nomination) => (
        <CourseCard key={nomination.id} nomination={nomination} />
      ))}
    </Stack>
  );
}

/** Nothing is shown until there is a class with sessions. */
function OwnAttendance() {
  const { t } = useTranslation();
  const attendance = useOwnAttendance();
  if (attendance.error) return <ErrorState error={attendance.error} retry={() => void attendance.refetch()} />;
  if (!attendance.data) return <Loading />;
  if (attendance.data.items.length === 0) return null;
  return (
    <section aria-labelledby="own-attendance">
      <Title order={3} mb="sm" id="own-attendance">
        {t('attendance.title')}
      </Title>
      <AttendedCourses items={attendance.data.items} />
    </section>
  );
}

function CourseCard({ nomination }: { nomination: OwnNomination }) {
  const { t } = useTranslation();
  const { course, programName, startsOn, endsOn, venue, state, waitlistPosition, waitingFor, reason } = nomination;
  const { classification, certificateNumber, certificateDate } = nomination;
  return (
    <Card withBorder component="li" style={{ overflowWrap: 'anywhere' }}>
      <Text fw={600}>{course.title}</Text>
      <Text fz="sm" c="#5f5a54">
        {[programName, writeSpan(startsOn, endsOn), venue].filter(Boolean).join(' · ')}
      </Text>
      <div>
        <StateBadge family="nomination" state={state} />
      </div>
      {waitlistPosition !== null && (
        <Text fz="sm">
          {t('nominations.waiting', { position: waitlistPosition })}. {waitingFor}
        </Text>
      )}
      {reason && <Text fz="sm">“{reason}”</Text>}
      {classification && <Text fz="sm">{`${t('results.classification')}: ${t(`results.of.${classification}`)}`}</Text>}
      {certificateNumber && (
        <Text fz="sm">{t('own.certificate', { number: certificateNumber, date: writeDate(certificateDate) })}</Text>
      )}
      <Steps nomination={nomination} />
    </Card>
  );
}

/** Every step of the way, opened when one asks. */
function Steps({ nomination: { course, history } }: { nomination: OwnNomination }) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  if (history.length === 0) return null;
  return (
    <>
      <Button
        mt="xs"
        w="fit-content"
        variant="default"
        size="compact-md"
        aria-expanded={opened}
        aria-label={`${t('own.steps')}: ${course.title}`}
        onClick={toggle}
      >
        {t('own.steps')}
      </Button>
      {opened && (
        <Box mt="sm">
          <History steps={history} />
        </Box>
      )}
    </>
  );
}

function OwnRecord() {
  const { t } = useTranslation();
  const record = useOwnRecord();
  if (record.error) return <ErrorState error={record.error} retry={() => void record.refetch()} />;
  if (!record.data) return <Loading />;
  return (
    <Stack>
      <Text>{t('own.readOnly')}</Text>
      <OfficialFacts official={record.data} />
      <QualificationsSection official={record.data} />
    </Stack>
  );
}
