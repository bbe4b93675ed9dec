import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';
import type { FreeSlot } from './api';
import { clockOf, dayOf } from './times';

/** The nearest free times, each to be taken with a click. */
export function FreeSlots({ slots, onTake }: { slots: readonly FreeSlot[]; onTake: (slot: FreeSlot) => void }) {
  const { t } = useTranslation();
  if (slots.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('timetable.nearestFree')}</Text>
      <Group gap="xs">
        {slots.map((slot) => (
          <Button
            key={slot.startsAt}
            variant="default"
            onClick={() => {
              onTake(slot);
            }}
          >
            {`${writeDate(dayOf(slot.startsAt))}, ${clockOf(slot.startsAt)}–${clockOf(slot.endsAt)}`}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
