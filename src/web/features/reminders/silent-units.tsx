import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { type UnitCall, useCalls } from '../courses/api';
import { useMay } from '../identity/api';
import { NudgeDialog } from './nudge-dialog';

/** Units past their deadline without an answer, by class. */
export function SilentUnits() {
  const { t } = useTranslation();
  const calls = useCalls({ courseState: 'open' });
  if (calls.error) return <ErrorState error={calls.error} retry={() => void calls.refetch()} />;
  if (!calls.data) return <Loading />;
  const byCourse = new Map<string, UnitCall[]>();
  for (const call of calls.data.items.filter(({ status }) => status === 'silent'))
    byCourse.set(call.courseId, [...(byCourse.get(call.courseId) ?? []), call]);
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="xs">
        {t('reminders.silent')}
      </Title>
      {byCourse.size === 0 && <EmptyState title={t('reminders.nobodySilent')} />}
      <Stack gap="sm">
        {[...byCourse.values()].map((silent) => (
          <CourseOfSilent key={silent[0]?.courseId} calls={silent} />
        ))}
      </Stack>
    </Card>
  );
}

function CourseOfSilent({ calls }: { calls: readonly UnitCall[] }) {
  const { t } = useTranslation();
  const manages = useMay('reminders.manage');
  const [nudging, setNudging] = useState(false);
  const [first] = calls;
  if (!first) return null;
  return (
    <div>
      <Group gap="xs">
        <Anchor
          fw={600}
          renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: first.courseId }} {...props} />}
        >
          {first.course.title}
        </Anchor>
        <Text fz="sm" c="#5f5a54">
          {t('calls.overdue', { deadline: writeDate(first.deadline), days: -first.daysLeft })}
        </Text>
      </Group>
      <Text>{calls.map(({ unit }) => unit.name).join(', ')}</Text>
      {manages && (
        <Button
          mt="xs"
          variant="default"
          onClick={() => {
            setNudging(true);
          }}
        >
          {t('reminders.nudge.open', { units: calls.length })}
        </Button>
      )}
      {nudging && (
        <NudgeDialog
          courseId={first.courseId}
          title={first.course.code}
          units={calls.map(({ unit }) => unit)}
          onClose={() => {
            setNudging(false);
          }}
        />
      )}
    </div>
  );
}
