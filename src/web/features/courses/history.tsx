import { Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { EmptyState } from '../../components/states';
import { writeDate, writeInstant } from '../../i18n/dates';

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

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
          <Why {...data} />
          <Changes {...data} />
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

/** The reason that somebody wrote, or what set off what the system did by itself. */
function Why({ reason, because, rule }: Record<string, unknown>) {
  const { t } = useTranslation();
  return (
    <>
      {typeof reason === 'string' && <Text style={{ overflowWrap: 'anywhere' }}>“{reason}”</Text>}
      {typeof because === 'string' && <Text fz="sm">{t(`history.because.${because}`)}</Text>}
      {typeof rule === 'string' && (
        <Text fz="sm">
          {t('history.against', {
            rule: t([`eligibility.kind.${rule}`, `history.rule.${rule}`]).toLocaleLowerCase('vi'),
          })}
        </Text>
      )}
    </>
  );
}

const SHOWN = [
  'code',
  'title',
  'startsOn',
  'endsOn',
  'capacity',
  'minimum',
  'venue',
  'bring',
  'documentNumber',
  'mode',
] as const;

/** What a change made of what; where nothing was before, only what it is. */
function Changes({ before, after }: Record<string, unknown>) {
  const { t } = useTranslation();
  const [was, is] = [record(before), record(after)];
  const changed = was === null || is === null ? [] : SHOWN.filter((field) => field in is);
  const told = (value: unknown): string =>
    value === null || value === undefined || value === '' ? '—' : readValue(value as string | number);
  return changed.map((field) => (
    <Text key={field} fz="sm">
      {t(`history.field.${field}`)}: {told(was?.[field])} → {told(is?.[field])}
    </Text>
  ));
}

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;

const readValue = (value: string | number): string =>
  typeof value === 'string' && PLAIN_DATE.test(value) ? writeDate(value) : String(value);

/** Dates and moments in the trail as people write them. */
const readable = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (INSTANT.test(value)) return [name, writeInstant(value)];
      return [name, PLAIN_DATE.test(value) ? writeDate(value) : value];
    }),
  );
