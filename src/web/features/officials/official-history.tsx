import { Card, Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { useRecordHistory } from './record-api';

/** What was done to the record, and who opened it, newest first. */
export function OfficialHistory({ officialId }: { officialId: string }) {
  const { t, i18n } = useTranslation();
  const history = useRecordHistory(officialId);
  const tell = (action: string): string => {
    const key = `record.step.${action.split('.')[1] ?? ''}`;
    return i18n.exists(key) ? t(key) : t('record.step.other');
  };
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="md">
        {t('record.history')}
      </Title>
      {history.isPending && <Loading />}
      {history.error && <ErrorState error={history.error} retry={() => void history.refetch()} />}
      {history.data?.items.length === 0 && <EmptyState title={t('record.noHistory')} />}
      <Timeline bulletSize={14} lineWidth={2}>
        {history.data?.items.map(({ action, at, by, data }, index) => (
          <Timeline.Item key={index} title={tell(action)}>
            <Text fz="sm" c="#5f5a54">
              {[writeInstant(at), by].filter(Boolean).join(' · ')}
            </Text>
            {typeof data.reason === 'string' && <Text fz="sm">{t('record.because', { reason: data.reason })}</Text>}
          </Timeline.Item>
        ))}
      </Timeline>
    </Card>
  );
}
