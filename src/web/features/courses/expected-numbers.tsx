import { Group, NumberInput, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Course } from './api';

/** Numbers by unit; who is left out is expected to send as many as they see fit. */
export type ExpectedNumbers = Readonly<Record<string, number>>;

/** How many people each called unit is expected to send, with their sum beside the seats. */
export function ExpectedNumberFields({
  course,
  units,
  numbers,
  onChange,
}: {
  course: Course;
  units: readonly { id: string; name: string }[];
  numbers: ExpectedNumbers;
  onChange: (numbers: ExpectedNumbers) => void;
}) {
  const { t } = useTranslation();
  const total = units.reduce((sum, { id }) => sum + (numbers[id] ?? 0), 0);
  if (units.length === 0) return null;
  return (
    <section aria-label={t('course.expectedPerUnit')}>
      <Text fw={600}>{t('course.expectedPerUnit')}</Text>
      <Text fz="sm" c="#5f5a54">
        {t('calls.expectedHint')}
      </Text>
      <Stack gap={6} mt="xs" mah={260} style={{ overflowY: 'auto' }}>
        {units.map(({ id, name }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
            <NumberInput
              w={90}
              aria-label={`${t('calls.expected')}: ${name}`}
              min={0}
              max={2000}
              allowDecimal={false}
              value={numbers[id] ?? ''}
              onChange={(value) => {
                const { [id]: _, ...others } = numbers;
                onChange(value === '' ? others : { ...others, [id]: Number(value) });
              }}
            />
          </Group>
        ))}
      </Stack>
      {total > 0 && (
        <Text fz="sm" fw={600} mt="xs" {...(total > course.capacity && { c: 'son.7' })}>
          {t('course.expectedTotal', { total, capacity: course.capacity })}
        </Text>
      )}
    </section>
  );
}
