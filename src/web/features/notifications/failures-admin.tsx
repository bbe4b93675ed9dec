import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { notifyDone, notifyProblem } from '../../components/notify';
import { writeInstant } from '../../i18n/dates';
import { Work } from '../queue/work';
import { type Failure, useFailureCounts, useFailures, useRetry } from './failures-api';

/** What the system promised and could not do: why, and a button to try again. */
export function FailuresAdmin() {
  const { t } = useTranslation();
  const failures = useFailures();
  const counts = useFailureCounts();
  const retry = useRetry();
  const again = (id: string): void => {
    retry.mutate(id, {
      onSuccess: () => {
        notifyDone(t('failures.retried'));
      },
      onError: notifyProblem,
    });
  };
  const dead = counts.data?.dead ?? 0;
  return (
    <Stack>
      <Text>{t('failures.hint')}</Text>
      <Group justify="space-between">
        <Text fw={600}>
          {t('failures.counts', { waiting: counts.data?.waiting ?? 0, failed: counts.data?.total ?? 0, dead })}
        </Text>
        {failures.items.length > 0 && (
          <Button
            loading={retry.isPending}
            onClick={() => {
              again('all');
            }}
          >
            {t('failures.retryAll')}
          </Button>
        )}
      </Group>
      {dead > 0 && <Alert color="orange">{t('failures.dead', { count: dead })}</Alert>}
      <DataTable<Failure>
        label={t('failures.title')}
        list={failures}
        empty={{
          title: t('failures.none'),
          hint: t(counts.data?.waiting ? 'failures.waitingHint' : 'failures.noneHint'),
        }}
        columns={[
          { label: t('failures.work'), title: true, render: ({ topic }) => <Work topic={topic} /> },
          { label: t('failures.why'), long: true, render: (failure) => <Why failure={failure} /> },
          { label: t('failures.when'), render: ({ failedAt }) => writeInstant(failedAt) },
          {
            label: t('failures.state'),
            render: ({ deadAt, attempts }) => t(deadAt ? 'failures.givenUp' : 'failures.trying', { attempts }),
          },
          {
            label: '',
            render: ({ id }) => (
              <Button
                variant="default"
                onClick={() => {
                  again(id);
                }}
              >
                {t('failures.retry')}
              </Button>
            ),
          },
        ]}
      />
    </Stack>
  );
}

/** In words first; the error itself for whoever has to call the technician. */
function Why({ failure: { kind, error } }: { failure: Failure }) {
  const { t } = useTranslation();
  return (
    <>
      <Text>{t(`failures.kinds.${kind}`)}</Text>
      <Text fz="sm" c="#5f5a54" style={{ overflowWrap: 'anywhere' }}>
        {error}
      </Text>
    </>
  );
}
