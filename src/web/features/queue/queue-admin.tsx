import { Alert, Button, Chip, Group, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { JOB_STATES, type JobState, type Queue, usePauseQueue, useQueue } from './api';
import { JobTable } from './job-table';

/** The queue for those who look after it: what is in it, why it does not get on, and the means to help. */
export function QueueAdmin() {
  const { t } = useTranslation();
  const queue = useQueue();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<JobState | null>(null);
  if (queue.error) return <ErrorState error={queue.error} retry={() => void queue.refetch()} />;
  if (!queue.data) return <Loading />;
  const { counts, paused } = queue.data;
  // Until somebody chooses: where there is something, what does not get on first.
  const state = chosen ?? [...JOB_STATES].reverse().find((one) => counts[one] > 0) ?? 'waiting';
  return (
    <Stack>
      <Text>{t('queue.hint')}</Text>
      <Standing queue={queue.data} />
      <Group justify="space-between">
        <Chip.Group
          value={state}
          onChange={(value) => {
            setChosen(value as JobState);
          }}
        >
          <Group gap="xs" role="group" aria-label={t('queue.state')}>
            {JOB_STATES.map((value) => (
              <Chip key={value} value={value} size="md">
                {t(`queue.states.${value}`, { count: counts[value] })}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconRefresh size={18} aria-hidden />}
            loading={queue.isFetching}
            onClick={() => void queries.invalidateQueries({ queryKey: ['queue'] })}
          >
            {t('queue.lookAgain')}
          </Button>
          {!paused && <PauseButton />}
        </Group>
      </Group>
      {state === 'failed' && counts.failed > 0 && <Text>{t('queue.failedHint')}</Text>}
      <JobTable state={state} />
    </Stack>
  );
}

/** Where it lives, who works at it, and what waits for people. */
function Standing({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  const { place, workers, promised, dead, oldestAt, paused } = queue;
  const resume = usePauseQueue();
  return (
    <>
      {paused && (
        <Alert color="orange" title={t('queue.paused')}>
          <Text mb="xs">{t('queue.pausedHint')}</Text>
          <Button
            loading={resume.isPending}
            onClick={() => {
              resume.mutate(false, {
                onSuccess: () => {
                  notifyDone(t('queue.resumed'));
                },
                onError: notifyProblem,
              });
            }}
          >
            {t('queue.resume')}
          </Button>
        </Alert>
      )}
      {workers === 0 && <Alert color="orange">{t('queue.noWorker')}</Alert>}
      <Text fw={600}>
        {[
          t(`queue.place.${place}`),
          t('queue.workers', { workers }),
          t('queue.promised', { promised, dead }),
          oldestAt && t('queue.oldest', { when: writeInstant(oldestAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  );
}

function PauseButton() {
  const { t } = useTranslation();
  const pause = usePauseQueue();
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    setAsking(false);
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('queue.pause')}
      </Button>
      {asking && (
        <Dialog
          opened
          danger
          title={t('queue.pause')}
          submitLabel={t('queue.pause')}
          busy={pause.isPending}
          error={pause.error}
          onClose={close}
          onSubmit={() => {
            pause.mutate(true, { onSuccess: close });
          }}
        >
          <Text>{t('queue.pauseExplain')}</Text>
        </Dialog>
      )}
    </>
  );
}
