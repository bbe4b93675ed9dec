import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { type DataCheck as Check, useDataCheck, useRunDataCheck } from './api';

type Row = Check['rows'][number] & { id: string };

/** What must always be so in the data, when it was last looked at, and the rows where it is not. */
export function DataCheck() {
  const { t } = useTranslation();
  const check = useDataCheck();
  const run = useRunDataCheck();
  if (check.error) return <ErrorState error={check.error} retry={() => void check.refetch()} />;
  if (check.isPending) return <Loading />;
  return (
    <Stack>
      <Text maw={760}>{t('dataCheck.about')}</Text>
      <Group>
        <Button
          loading={run.isPending}
          onClick={() => {
            run.mutate(undefined, {
              onError: notifyProblem,
              onSuccess: () => {
                notifyDone(t('dataCheck.done'));
              },
            });
          }}
        >
          {t('dataCheck.run')}
        </Button>
        <LastTime check={check.data} />
      </Group>
      {check.data.ranAt && <Verdict check={check.data} />}
      {check.data.rows.length > 0 && <BrokenRows rows={check.data.rows} />}
      <Rules check={check.data} />
    </Stack>
  );
}

function LastTime({ check: { ranAt, ranBy, tookMs } }: { check: Check }) {
  const { t } = useTranslation();
  if (!ranAt) return <Text>{t('dataCheck.never')}</Text>;
  const seconds = ((tookMs ?? 0) / 1000).toLocaleString('vi-VN', { maximumFractionDigits: 1 });
  return (
    <Text>{t('dataCheck.last', { when: writeInstant(ranAt), who: ranBy ?? t('dataCheck.byItself'), seconds })}</Text>
  );
}

function Verdict({ check: { broken, rows } }: { check: Check }) {
  const { t } = useTranslation();
  if (broken === 0) return <Alert color="green" icon={<IconCheck />} title={t('dataCheck.sound')} />;
  const elsewhere = broken - rows.length;
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={t('dataCheck.brokenTotal', { count: broken })}>
      <Text>{t('dataCheck.tell')}</Text>
      {elsewhere > 0 && <Text>{t('dataCheck.brokenElsewhere', { count: elsewhere })}</Text>}
    </Alert>
  );
}

function BrokenRows({ rows }: { rows: Check['rows'] }) {
  const { t } = useTranslation();
  const items: Row[] = rows.map((row, index) => ({ ...row, id: String(index) }));
  return (
    <>
      <Title order={3}>{t('dataCheck.rows')}</Title>
      <DataTable<Row>
        label={t('dataCheck.rows')}
        list={{
          items,
          total: items.length,
          isPending: false,
          error: null,
          hasNextPage: false,
          isFetchingNextPage: false,
          fetchNextPage: () => undefined,
          refetch: () => undefined,
        }}
        empty={{ title: t('dataCheck.sound') }}
        columns={[
          { label: t('dataCheck.rule'), title: true, render: ({ rule }) => t(`dataCheck.rules.${rule}`) },
          { label: t('dataCheck.where'), long: true, render: (row) => <Where row={row} /> },
          { label: t('dataCheck.counted'), render: ({ counted }) => counted ?? '—' },
          { label: t('dataCheck.expected'), render: ({ expected }) => expected ?? '—' },
        ]}
      />
    </>
  );
}

function Where({ row: { title, unit, period, courseId } }: { row: Row }) {
  const { t } = useTranslation();
  const words = [title, period && t('dataCheck.year', { year: period }), unit.name].filter(Boolean).join(' · ');
  if (!courseId) return words;
  return (
    <Link to="/lop/$courseId" params={{ courseId }}>
      {words}
    </Link>
  );
}

/** Everything that is checked, by the part of the data. */
function Rules({ check: { ranAt, rules } }: { check: Check }) {
  const { t } = useTranslation();
  const parts = [...new Set(rules.map(({ part }) => part))];
  return (
    <>
      <Title order={3}>{t('dataCheck.checked')}</Title>
      {parts.map((part) => (
        <Card key={part} withBorder>
          <Title order={4} mb="xs">
            {t(`dataCheck.part.${part}`)}
          </Title>
          <Stack gap={6}>
            {rules
              .filter((one) => one.part === part)
              .map(({ rule, broken }) => (
                <Group key={rule} justify="space-between" wrap="nowrap" align="flex-start">
                  <Text>{t(`dataCheck.rules.${rule}`)}</Text>
                  {ranAt && (
                    <Badge color={broken > 0 ? 'red' : 'green'} style={{ flexShrink: 0 }} variant="light">
                      {broken > 0 ? t('dataCheck.broken', { count: broken }) : t('dataCheck.ok')}
                    </Badge>
                  )}
                </Group>
              ))}
          </Stack>
        </Card>
      ))}
    </>
  );
}
