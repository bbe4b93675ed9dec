import { NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { type Course, useChangeCapacity } from './api';

/** Changes the seats; says who moves up. */
export function CapacityDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const { t } = useTranslation();
  const [capacity, setCapacity] = useState<number | string>(course.capacity);
  const change = useChangeCapacity(course.id);
  const up = Math.max(0, Math.min(Number(capacity) - course.seatsTaken, course.waitlisted));
  return (
    <Dialog
      opened
      title={t('course.do.capacity')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={change.isPending}
      error={change.error}
      fields={['capacity']}
      onSubmit={() => {
        change.mutate(Number(capacity), { onSuccess: onClose });
      }}
    >
      <NumberInput
        label={t('course.capacity')}
        required
        min={1}
        max={2000}
        allowDecimal={false}
        value={capacity}
        onChange={setCapacity}
        error={fieldError(change.error, 'capacity')}
      />
      {course.waitlisted > 0 && <Text>{t('course.movesUp', { count: up, waiting: course.waitlisted })}</Text>}
    </Dialog>
  );
}
