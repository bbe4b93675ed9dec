import { Button, Code, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { notifyDone, notifyProblem } from '../../components/notify';
import { writeInstant } from '../../i18n/dates';
import { type Job, type JobState, useJobs, useTakeUp } from './api';
import { Work } from './work';

/** Jobs of one state: what each is about, how often it was tried, why in vain, and when it is tried next. */
export function JobTable({ state }: { state: JobState }) {
  const { t } = useTranslation();
  const jobs = useJobs(state);
  return (
    <DataTable<Job>
      label={t('queue.title')}
      list={jobs}
      empty={{ title: t(`queue.none.${state}`) }}
      columns={[
        { label: t('failures.work'), title: true, render: ({ topic }) => <Work topic={topic} /> },
        { label: t('queue.facts'), long: true, render: (job) => <Facts job={job} /> },
        { label: t('queue.tried'), render: (job) => triesIn(job, t) },
        { label: t('failures.why'), long: true, render: ({ error }) => error && <Words>{error}</Words> },
        { label: t(`queue.when.${state}`), render: (job) => writeInstant(momentOf(job)) },
        { label: '', render: (job) => <TakeUp job={job} /> },
      ]}
    />
  );
}

/** Of this round, and of all rounds once there was more than one. */
const triesIn = ({ attempts, mostAttempts, attemptsInAll }: Job, t: TFunction): string =>
  t(attemptsInAll > attempts ? 'queue.triedInRounds' : 'queue.triedOf', { attempts, mostAttempts, attemptsInAll });

/** What matters of its times in its state. */
const momentOf = ({ state, addedAt, startedAt, nextAt }: Job): string =>
  (state === 'delayed' ? nextAt : state === 'waiting' ? addedAt : startedAt) ?? addedAt;

function Words({ children }: { children: string }) {
  return (
    <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Text>
  );
}

/** Ids alone: whose message it is says the page of messages, to those who may read it. */
function Facts({ job: { promiseId, facts, current } }: { job: Job }) {
  const { t } = useTranslation();
  if (facts === null) return <Words>{t('queue.kept')}</Words>;
  if (!current) return <Words>{t('queue.superseded')}</Words>;
  return (
    <Code style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }} title={promiseId}>
      {facts}
    </Code>
  );
}

function TakeUp({ job }: { job: Job }) {
  const { t } = useTranslation();
  const takeUp = useTakeUp();
  const { state, current } = job;
  if ((state !== 'delayed' && state !== 'failed') || !current) return null;
  return (
    <Button
      variant="default"
      loading={takeUp.isPending}
      onClick={() => {
        takeUp.mutate(job, {
          onSuccess: () => {
            notifyDone(t('failures.retried'));
          },
          onError: notifyProblem,
        });
      }}
    >
      {t(state === 'failed' ? 'failures.retry' : 'queue.promote')}
    </Button>
  );
}
