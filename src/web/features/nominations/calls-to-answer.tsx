import { Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate, writeSpan } from '../../i18n/dates';
import { CallAnswerButtons } from '../courses/call-answer';
import { type UnitCall, useCalls } from '../courses/api';
import { CallTerms } from '../courses/call-terms';
import { useMe } from '../identity/api';

/** One card per open call. @param large with three large buttons, for a phone. */
export function OpenCalls({ large }: { large: boolean }) {
  const { t } = useTranslation();
  const calls = useCalls({ courseState: 'open' });
  if (calls.error) return <ErrorState error={calls.error} retry={() => void calls.refetch()} />;
  if (!calls.data) return <Loading />;
  if (calls.data.items.length === 0) return <EmptyState title={t('calls.noOpen')}>{t('calls.noOpenHint')}</EmptyState>;
  return (
    <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
      {calls.data.items.map((call) => (
        <CallCard key={call.id} call={call} large={large} />
      ))}
    </SimpleGrid>
  );
}

function CallCard({ call, large }: { call: UnitCall; large: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const { course } = call;
  return (
    <Card withBorder padding="lg" component="section" aria-label={course.title}>
      <Stack gap="xs" h="100%">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Text fw={700} fz="lg">
            {course.title}
          </Text>
          <StateBadge family="call" state={call.status} />
        </Group>
        <Text c="#5f5a54">
          {course.code} · {writeSpan(course.startsOn, course.endsOn)}
          {call.unit.id !== me.data?.unit.id && ` · ${call.unit.name}`}
        </Text>
        <Text fw={600} {...(call.daysLeft < 3 && call.answer === null && { c: 'son.7' })}>
          {call.answer === null
            ? call.daysLeft < 0
              ? t('calls.overdue', { deadline: writeDate(call.deadline), days: -call.daysLeft })
              : t('calls.daysLeft', { deadline: writeDate(call.deadline), days: call.daysLeft })
            : t(`calls.answer.${call.answer}`, { until: writeDate(call.askedUntil) })}
        </Text>
        <CallTerms call={call} />
        <Text fz="sm">
          {t('calls.seats', {
            free: course.capacity - course.seatsTaken,
            capacity: course.capacity,
            waiting: course.waitlisted,
          })}
        </Text>
        <Group gap="xs" mt="auto" pt="sm">
          <CallAnswerButtons call={call} large={large} />
        </Group>
      </Stack>
    </Card>
  );
}
