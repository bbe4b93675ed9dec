import { NumberInput, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { useCalls } from '../courses/api';
import { useReserveSeats } from './api';

/** Keeps seats for one of the called units until a day. */
export function ReserveDialog({ courseId, onClose }: { courseId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const calls = useCalls({ courseId });
  const reserve = useReserveSeats(courseId);
  const [unitId, setUnitId] = useState<string | null>(null);
  const [seats, setSeats] = useState<number | string>(1);
  const [until, setUntil] = useState<string | null>(null);
  return (
    <Dialog
      opened
      title={t('seats.reserve')}
      submitLabel={t('common.save')}
      busy={reserve.isPending}
      error={reserve.error}
      fields={['unitId', 'seats', 'until']}
      onClose={onClose}
      onSubmit={() => {
        reserve.mutate({ unitId: unitId ?? '', seats: Number(seats), until: until ?? '' }, { onSuccess: onClose });
      }}
    >
      <Text c="#5f5a54">{t('seats.reserveHint')}</Text>
      <Select
        label={t('officials.unit')}
        searchable
        data={(calls.data?.items ?? []).map(({ unit }) => ({ value: unit.id, label: unit.name }))}
        value={unitId}
        onChange={setUnitId}
        error={fieldError(reserve.error, 'unitId')}
      />
      <NumberInput
        label={t('seats.count')}
        min={1}
        value={seats}
        onChange={setSeats}
        error={fieldError(reserve.error, 'seats')}
      />
      <DateField
        label={t('seats.until')}
        value={until}
        onChange={setUntil}
        error={fieldError(reserve.error, 'until')}
      />
    </Dialog>
  );
}
