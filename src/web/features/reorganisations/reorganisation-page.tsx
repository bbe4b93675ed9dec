import { ActionIcon, Alert, Anchor, Button, Card, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { StateBadge } from '../../components/badges';
import { notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate, writeInstant } from '../../i18n/dates';
import { useUnits } from '../units/api';
import { type Reorganisation, type Step, usePreview, useReorganisation, useUpdateReorganisation } from './api';
import { CarryOutDialog } from './carry-out-dialog';
import { choices, namer } from './names';
import { StepDialog } from './step-dialog';
import { StepSentence } from './step-sentence';

/** One reorganisation: its steps as sentences, what they will do in numbers, and the two great buttons. */
export function ReorganisationPage() {
  const { t } = useTranslation();
  const { reorganisationId = '' } = useParams({ strict: false }) as { reorganisationId?: string };
  const found = useReorganisation(reorganisationId);
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const { documentNumber, documentDate, effectiveOn, state, appliedAt, undoneAt } = found.data;
  return (
    <>
      <Anchor renderRoot={(props) => <Link to="/quan-tri/$tab" params={{ tab: 'sap-xep' }} {...props} />}>
        {t('reorganisations.title')}
      </Anchor>
      <PageHeader
        title={t('reorganisations.one', { number: documentNumber })}
        subtitle={t('reorganisations.dates', { signed: writeDate(documentDate), from: writeDate(effectiveOn) })}
      >
        <StateBadge family="reorganisation" state={state} />
      </PageHeader>
      {appliedAt && (
        <Text mb="md" fw={600}>
          {t('reorganisations.appliedAt', { at: writeInstant(appliedAt) })}. {t('reorganisations.appliedHint')}
        </Text>
      )}
      {!appliedAt && undoneAt && (
        <Text mb="md" fw={600}>
          {t('reorganisations.undoneAt', { at: writeInstant(undoneAt) })}
        </Text>
      )}
      <Steps reorganisation={found.data} />
      <Preview key={found.data.version} reorganisation={found.data} />
    </>
  );
}

function Steps({ reorganisation }: { reorganisation: Reorganisation }) {
  const { t } = useTranslation();
  const units = useUnits();
  const update = useUpdateReorganisation(reorganisation.id);
  const [adding, setAdding] = useState(false);
  const { steps, can } = reorganisation;
  const standing = units.data?.items ?? [];
  const nameOf = namer(reorganisation, standing);
  const save = (next: Step[], onSuccess?: () => void): void => {
    update.mutate({ steps: next }, { onSuccess, onError: onSuccess ? undefined : notifyProblem });
  };
  return (
    <Card withBorder mb="md" component="section" aria-label={t('reorganisations.steps')}>
      <Group justify="space-between" mb="sm">
        <Title order={3} fz="lg">
          {t('reorganisations.steps')}
        </Title>
        {can.edit && (
          <Button
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('reorganisations.addStep')}
          </Button>
        )}
      </Group>
      {steps.length === 0 && (
        <EmptyState title={t('reorganisations.noSteps')}>{t('reorganisations.noStepsHint')}</EmptyState>
      )}
      <List type="ordered" spacing="sm">
        {steps.map((step, index) => (
          <List.Item key={index} styles={{ itemWrapper: { display: 'flex' }, itemLabel: { width: '100%' } }}>
            <Group wrap="nowrap" justify="space-between" align="flex-start">
              <Text>
                <StepSentence step={step} nameOf={nameOf} />
              </Text>
              {can.edit && (
                <ActionIcon
                  variant="subtle"
                  color="red.9"
                  size="lg"
                  aria-label={t('reorganisations.removeStep', { number: index + 1 })}
                  onClick={() => {
                    save(steps.filter((_, at) => at !== index));
                  }}
                >
                  <IconTrash size={20} />
                </ActionIcon>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
      {adding && (
        <StepDialog
          units={choices(standing, steps)}
          all={standing}
          year={Number(reorganisation.effectiveOn.slice(0, 4))}
          busy={update.isPending}
          error={update.error}
          onClose={() => {
            setAdding(false);
          }}
          onAdd={(step) => {
            save([...steps, step], () => {
              setAdding(false);
            });
          }}
        />
      )}
    </Card>
  );
}

const COUNTS = [
  'units',
  'officials',
  'posts',
  'accounts',
  'calls',
  'nominations',
  'proposals',
  'reserves',
  'keptSeats',
  'places',
  'reminders',
  'rooms',
  'lecturers',
  'blackouts',
  'plans',
  'planLines',
] as const;

function Preview({ reorganisation }: { reorganisation: Reorganisation }) {
  const { t } = useTranslation();
  const preview = usePreview(reorganisation);
  const [asking, setAsking] = useState<'apply' | 'undo' | null>(null);
  const { can, steps } = reorganisation;
  const row = (label: string, counts: Schema<'ReorganisationEffects'>) => (
    <Table.Tr key={label}>
      <Table.Td data-title>{label}</Table.Td>
      {COUNTS.map((name) => (
        <Table.Td key={name} data-label={t(`reorganisations.counts.${name}`)}>
          {counts[name]}
        </Table.Td>
      ))}
    </Table.Tr>
  );
  return (
    <Card withBorder component="section" aria-label={t('reorganisations.preview')}>
      <Title order={3} fz="lg" mb="sm">
        {can.undo ? t('reorganisations.takeBack') : t('reorganisations.preview')}
      </Title>
      {preview.error && <ErrorState error={preview.error} retry={() => void preview.refetch()} />}
      {preview.data && (
        <Stack>
          <Problems problems={steps.length === 0 ? [] : preview.data.problems} />
          <Table className="cards" aria-label={t('reorganisations.preview')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('reorganisations.step')}</Table.Th>
                {COUNTS.map((name) => (
                  <Table.Th key={name}>{t(`reorganisations.counts.${name}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {preview.data.steps.map((counts, index) =>
                row(t('reorganisations.stepNumber', { number: index + 1 }), counts),
              )}
              {row(t('reorganisations.total'), preview.data.total)}
            </Table.Tbody>
          </Table>
        </Stack>
      )}
      <Group mt="md">
        {can.apply && (
          <Button
            disabled={!preview.data || preview.data.problems.length > 0}
            onClick={() => {
              setAsking('apply');
            }}
          >
            {t('reorganisations.apply')}
          </Button>
        )}
        {can.undo && (
          <Button
            variant="default"
            onClick={() => {
              setAsking('undo');
            }}
          >
            {t('reorganisations.undo')}
          </Button>
        )}
      </Group>
      {asking && (
        <CarryOutDialog
          id={reorganisation.id}
          what={asking}
          total={preview.data?.total}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
    </Card>
  );
}

function Problems({ problems }: { problems: readonly Schema<'ReorganisationProblem'>[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Alert color="red" variant="light" title={t('reorganisations.problems')}>
      <List>
        {problems.map(({ path, rule, message }) => {
          const step = /^steps\.(\d+)/.exec(path)?.[1];
          const where = step === undefined ? '' : `${t('reorganisations.stepNumber', { number: Number(step) + 1 })}: `;
          return <List.Item key={path + rule + message}>{where + message}</List.Item>;
        })}
      </List>
    </Alert>
  );
}
