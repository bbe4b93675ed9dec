import { Button, Card, Group, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate, writeInstant } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type Course, type UnitCall, useCalls } from './api';
import { CallAnswerButtons } from './call-answer';
import { ExtendDialog } from './call-dialogs';

/** Who was called and what they answered, a tile each. */
export function CallTiles({ course }: { course: Course }) {
  const { t } = useTranslation();
  const calls = useCalls({ courseId: course.id });
  if (calls.error) return <ErrorState error={calls.error} retry={() => void calls.refetch()} />;
  if (!calls.data) return <Loading />;
  if (calls.data.items.length === 0) return <EmptyState title={t('calls.none')}>{t('calls.noneHint')}</EmptyState>;
  const { answered, units, late, silent } = course.calls;
  return (
    <>
      <Text mb="sm" fw={600}>
        {t('calls.tally', { answered, units, late, silent })}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {calls.data.items.map((call) => (
          <CallTile key={call.id} call={call} />
        ))}
      </SimpleGrid>
    </>
  );
}

function CallTile({ call }: { call: UnitCall }) {
  const { t } = useTranslation();
  const mayExtend = useMay('calls.extend');
  const [extending, setExtending] = useState(false);
  return (
    <Card withBorder padding="md" component="section" aria-label={call.unit.name}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {call.unit.name}
        </Text>
        <StateBadge family="call" state={call.status} />
      </Group>
      <Text fz="sm" mt={6}>
        {call.answer
          ? t(`calls.answer.${call.answer}`, { until: writeDate(call.askedUntil) })
          : t('calls.due', { deadline: writeDate(call.deadline) })}
      </Text>
      {call.reason && <Text fz="sm">“{call.reason}”</Text>}
      {call.answeredAt && (
        <Text fz="sm" c="#5f5a54">
          {writeInstant(call.answeredAt)}
        </Text>
      )}
      <Group gap="xs" mt="sm">
        {mayExtend ? (
          <Button
            variant="default"
            disabled={!call.can.extend}
            size="compact-md"
            onClick={() => {
              setExtending(true);
            }}
          >
            {t('calls.extend')}
          </Button>
        ) : (
          <CallAnswerButtons call={call} />
        )}
      </Group>
      {extending && (
        <ExtendDialog
          call={call}
          onClose={() => {
            setExtending(false);
          }}
        />
      )}
    </Card>
  );
}
