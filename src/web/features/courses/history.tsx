import { Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { EmptyState } from '../../components/states';
import { writeDate, writeInstant } from '../../i18n/dates';

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What happened, oldest first: who, when, and why. */
export function History({ steps }: { steps: readonly Schema<'HistoryStepView'>[] }) {
  const { t } = useTranslation();
  if (steps.length === 0) return <EmptyState title={t('history.empty')} />;
  return (
    <Timeline bulletSize={18} lineWidth={2} active={steps.length}>
      {steps.map(({ action, at, by, data }) => (
        <Timeline.Item key={`${at}-${action}-${by ?? ''}`} title={t(`history.${action}`, readable(data))}>
          <Text fz="sm" c="#5f5a54">
            {writeInstant(at)} · {by ?? t('history.system')}
          </Text>
          {typeof data.reason === 'string' && <Text>{data.reason}</Text>}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

/** Dates in the trail as people write them. */
const readable = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' && PLAIN_DATE.test(value) ? writeDate(value) : value,
    ]),
  );
