import { Card, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { About } from './about';
import { useUpcoming } from './seeing-api';
import { stageText } from './stage-text';

const SPANS = [7, 14, 30];

/** What goes in the coming days unless the units answer before, day by day. */
export function Upcoming() {
  const { t } = useTranslation();
  const [days, setDays] = useState(14);
  const upcoming = useUpcoming(days);
  if (upcoming.error) return <ErrorState error={upcoming.error} retry={() => void upcoming.refetch()} />;
  const byDay = new Map<string, Schema<'UpcomingReminder'>[]>();
  for (const one of upcoming.data?.items ?? []) byDay.set(one.date, [...(byDay.get(one.date) ?? []), one]);
  return (
    <Stack>
      <SegmentedControl
        aria-label={t('reminders.upcoming.span')}
        w="fit-content"
        value={String(days)}
        onChange={(value) => {
          setDays(Number(value));
        }}
        data={SPANS.map((span) => ({ value: String(span), label: t('reminders.upcoming.days', { days: span }) }))}
      />
      {!upcoming.data && <Loading />}
      {upcoming.data?.items.length === 0 && (
        <EmptyState title={t('reminders.upcoming.none')}>{t('reminders.upcoming.noneHint')}</EmptyState>
      )}
      {[...byDay].map(([date, lines]) => (
        <Card withBorder key={date} component="section" aria-label={writeDate(date)}>
          <Title order={3} fz="md" mb="xs">
            {writeDate(date)}
          </Title>
          <Stack gap="sm">
            {lines.map((line) => (
              <Line key={`${line.course?.id ?? line.places?.program} ${line.trigger} ${line.stage}`} line={line} />
            ))}
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

function Line({ line: { course, places, trigger, stage, units, paused } }: { line: Schema<'UpcomingReminder'> }) {
  const { t } = useTranslation();
  return (
    <div>
      <About course={course} places={places} long />
      <Text>{`${stageText(t, { trigger, stage }, null)}: ${units.map(({ name }) => name).join(', ')}`}</Text>
      {paused && (
        <Text fz="sm" c="#8a4b00">
          {t('reminders.upcoming.paused')}
        </Text>
      )}
    </div>
  );
}
