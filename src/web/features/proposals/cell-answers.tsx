import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';
import { useCellAnswers } from './api';

/** Cells that propose nobody, and why. */
export function CellAnswerList({ courseId }: { courseId: string }) {
  const { t } = useTranslation();
  const answers = useCellAnswers(courseId);
  const items = answers.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card withBorder mt="lg" component="section">
      <Title order={3} fz="lg" mb="sm">
        {t('proposing.answers')}
      </Title>
      <Stack gap="xs">
        {items.map(({ cell, answer, reason, until }) => (
          <div key={cell.id}>
            <Text fw={600}>{cell.name}</Text>
            <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
              {t(`proposing.answer.${answer}`, { until: writeDate(until) })}: “{reason}”
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
