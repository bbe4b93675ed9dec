import { Anchor, Card, Group, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { Fraction } from '../../components/fraction';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { useMay, useMe } from '../identity/api';
import { ForesightList } from '../quotas/foresight-list';
import { usePlacesWords } from '../quotas/place-parts';
import { withRest } from '../../first-load/with-rest';
import { useHome } from './api';

/** Each sees one of these: nobody waits for another's. */
const OwnPage = lazy(withRest(async () => ({ default: (await import('../own/own-page')).OwnPage })));
const OpenCalls = lazy(async () => ({ default: (await import('../nominations/calls-to-answer')).OpenCalls }));
const ProposalCallCards = lazy(async () => ({
  default: (await import('../proposals/proposal-calls')).ProposalCallCards,
}));

/** What one sees first: an official their own training, everybody else their desk. */
export function HomePage() {
  const own = useMay('officials.readOwn');
  return <Suspense fallback={<Loading />}>{own ? <OwnPage /> : <Desk />}</Suspense>;
}

/** Bàn làm việc: what needs a hand today, each line one click from done; then the year at a glance. */
function Desk() {
  const { t } = useTranslation();
  const me = useMe();
  const home = useHome();
  const holdsClasses = useMay('courses.manage');
  const answersCalls = useMay('calls.answer');
  const foresees = useMay('quotas.foresee');
  if (home.error) return <ErrorState error={home.error} retry={() => void home.refetch()} />;
  if (!home.data) return <Loading />;
  const readsOnly = !holdsClasses && !answersCalls;
  return (
    <>
      <PageHeader
        title={t('nav.home')}
        subtitle={me.data ? [...new Set([me.data.displayName, me.data.unit.name])].join(' · ') : undefined}
      />
      {!readsOnly && <Tasks tasks={home.data.tasks} />}
      {foresees && <ForesightList />}
      {!holdsClasses && answersCalls && (
        <Suspense fallback={<Loading />}>
          <ProposalCallCards />
          <Title order={3} mt="xl" mb="sm">
            {t('home.openCalls')}
          </Title>
          <OpenCalls large />
        </Suspense>
      )}
      <Title order={3} mt="xl" mb="sm">
        {t('home.year', { year: home.data.year })}
      </Title>
      <Year home={home.data} />
    </>
  );
}

function Tasks({ tasks }: { tasks: readonly Schema<'HomeTask'>[] }) {
  const { t } = useTranslation();
  return (
    <Card withBorder p={0} component="section" aria-label={t('home.tasks')}>
      <Title order={3} fz="lg" p="md" pb="xs">
        {t('home.tasks')}
      </Title>
      {tasks.length === 0 && <EmptyState title={t('home.nothing')}>{t('home.nothingHint')}</EmptyState>}
      <Stack gap={0}>
        {tasks.map(({ kind, count, link }) => (
          <UnstyledButton
            key={kind}
            renderRoot={(props) => <Link to={link as never} {...props} />}
            p="md"
            style={{ borderTop: '1px solid #e7e1d9' }}
          >
            <Group justify="space-between" wrap="nowrap">
              <Group wrap="nowrap" gap="md">
                <Text fz={28} fw={700} c="son.7" miw={48} ta="right">
                  {count}
                </Text>
                <Text fz="lg">{t(`home.task.${kind}`, { count })}</Text>
              </Group>
              <IconChevronRight aria-hidden />
            </Group>
          </UnstyledButton>
        ))}
      </Stack>
    </Card>
  );
}

function Year({ home }: { home: Schema<'HomeView'> }) {
  const { t } = useTranslation();
  const { courses, quotas, standards } = home;
  const words = usePlacesWords();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
      <Card withBorder component="section">
        <Title order={4} mb="sm">
          {t('nav.courses')}
        </Title>
        <Stack gap={6}>
          <Text>{t('home.open', { count: courses.open })}</Text>
          <Text>{t('home.running', { count: courses.running })}</Text>
          <Text>{t('home.completed', { count: courses.completed })}</Text>
          <Text fw={600}>{t('home.trainees', { count: courses.trainees })}</Text>
        </Stack>
      </Card>
      <Card withBorder component="section">
        <Title order={4} mb="sm">
          {t('home.standards')}
        </Title>
        <Stack gap="sm">
          <Fraction part={standards.professional} whole={standards.officials} label={t('officials.professional')} />
          <Fraction part={standards.llct} whole={standards.officials} label={t('officials.llct')} />
          <Anchor renderRoot={(props) => <Link to="/bao-cao" {...props} />}>{t('home.seeReports')}</Anchor>
        </Stack>
      </Card>
      <Card withBorder component="section">
        <Title order={4} mb="sm">
          {t('nav.quotas')}
        </Title>
        <Stack gap="sm">
          {quotas.length === 0 && <Text>{t('home.noQuotas')}</Text>}
          {quotas.map(({ programId, programName, ...sum }) => (
            <div key={programId}>
              <Fraction part={sum.reserved + sum.taken} whole={sum.places} label={programName} />
              <Text fz="sm" c="#5f5a54">
                {words(sum)}
              </Text>
            </div>
          ))}
        </Stack>
      </Card>
    </SimpleGrid>
  );
}
