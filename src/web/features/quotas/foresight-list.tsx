import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ErrorState } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type Foreseen, useForesight, usePress } from './foresight-api';

/** Fetched only when somebody moves places. */
const MoveDialog = lazy(async () => ({ default: (await import('./foresight-move')).MoveDialog }));

/** How many lines are shown at first. */
const FEW = 4;

/** What will be unused at this rate, each line one click from something done about it. Nothing to say, nothing shown. */
export function ForesightList({ period }: { period?: number }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const foresight = useForesight(period);
  if (foresight.error) return <ErrorState error={foresight.error} retry={() => void foresight.refetch()} />;
  if (!foresight.data || foresight.data.items.length === 0) return null;
  const { items, period: year } = foresight.data;
  const shown = all ? items : items.slice(0, FEW);
  return (
    <Card withBorder p={0} mt="lg" component="section" aria-label={t('foresight.title')}>
      <Title order={3} fz="lg" p="md" pb="xs">
        {t('foresight.title')}
      </Title>
      <Stack gap={0}>
        {shown.map((item) => (
          <ForeseenLine key={`${item.unitId} ${item.program.id}`} item={item} year={year} />
        ))}
      </Stack>
      {shown.length < items.length && (
        <Button
          variant="subtle"
          m="xs"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('foresight.all', { count: items.length })}
        </Button>
      )}
    </Card>
  );
}

function ForeseenLine({ item, year }: { item: Foreseen; year: number }) {
  const { t } = useTranslation();
  const { unit, program, left, press, surplus, next, reserve } = item;
  return (
    <Group p="md" justify="space-between" gap="sm" style={{ borderTop: '1px solid #e7e1d9' }}>
      <div style={{ flex: '1 1 300px' }}>
        <Text fw={600}>
          {reserve ? t('foresight.reserve', { left, program: program.name }) : `${unit.name} · ${program.name}`}
        </Text>
        {!reserve && (
          <Text fz="sm">
            {t('foresight.rate', { ...item, perMonth: item.perMonth, lastDay: writeDate(item.lastDay) })}
          </Text>
        )}
        {press > 0 && <Text fz="sm">{t('foresight.slow', { press })}</Text>}
        {surplus > 0 && !reserve && <Text fz="sm">{t('foresight.surplus', { surplus })}</Text>}
        {reserve && <Text fz="sm">{t('foresight.lastDay', { lastDay: writeDate(item.lastDay) })}</Text>}
        {next && <Text fz="sm">{t('foresight.next', { unit: next.unit.name, lacking: next.lacking })}</Text>}
      </div>
      <Actions item={item} year={year} />
    </Group>
  );
}

function Actions({ item, year }: { item: Foreseen; year: number }) {
  const { t } = useTranslation();
  const maySet = useMay('quotas.set');
  const press = usePress();
  const [moving, setMoving] = useState<'next' | 'back' | null>(null);
  if (!maySet) return null;
  return (
    <Group gap="xs">
      {item.press > 0 && (
        <Button
          size="sm"
          variant="default"
          loading={press.isPending}
          disabled={press.isSuccess}
          onClick={() => {
            press.mutate(
              { programId: item.program.id, period: year, unitId: item.unitId },
              {
                onSuccess: () => {
                  notifyDone(t('foresight.pressed'));
                },
                onError: notifyProblem,
              },
            );
          }}
        >
          {t('foresight.press')}
        </Button>
      )}
      {item.surplus > 0 && item.next && (
        <Button
          size="sm"
          onClick={() => {
            setMoving('next');
          }}
        >
          {t('foresight.give', { unit: item.next.unit.name })}
        </Button>
      )}
      {item.surplus > 0 && !item.reserve && (
        <Button
          size="sm"
          variant="default"
          onClick={() => {
            setMoving('back');
          }}
        >
          {t('foresight.back')}
        </Button>
      )}
      {item.reserve && !item.next && (
        <Button
          size="sm"
          variant="default"
          renderRoot={(props) => (
            <Link to="/chi-tieu/phuong-an" search={{ nam: year, ct: item.program.id } as never} {...props} />
          )}
        >
          {t('quotaProposals.open')}
        </Button>
      )}
      {moving && (
        <Suspense>
          <MoveDialog
            item={item}
            year={year}
            to={moving === 'next' ? item.next : null}
            onClose={() => {
              setMoving(null);
            }}
          />
        </Suspense>
      )}
    </Group>
  );
}
