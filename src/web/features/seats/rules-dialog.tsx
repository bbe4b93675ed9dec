import { NumberInput, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { type Seats, useSetSeatRules } from './api';

const ORDERS = ['need', 'time', 'board'] as const;
const FREED = ['immediate', 'offer'] as const;

/** How the waitlist of a class moves. */
export function RulesDialog({ seats, courseId, onClose }: { seats: Seats; courseId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const set = useSetSeatRules(courseId);
  const [waitlistOrder, setOrder] = useState(seats.waitlistOrder);
  const [freedSeats, setFreed] = useState(seats.freedSeats);
  const [offerHours, setHours] = useState<number | string>(seats.offerHours);
  return (
    <Dialog
      opened
      title={t('seats.changeRules')}
      submitLabel={t('common.save')}
      busy={set.isPending}
      error={set.error}
      fields={['offerHours']}
      onClose={onClose}
      onSubmit={() => {
        set.mutate({ waitlistOrder, freedSeats, offerHours: Number(offerHours) }, { onSuccess: onClose });
      }}
    >
      <Radio.Group
        label={t('seats.orderLabel')}
        value={waitlistOrder}
        onChange={(value) => {
          setOrder(value as typeof waitlistOrder);
        }}
      >
        <Stack gap="xs" mt={4}>
          {ORDERS.map((order) => (
            <Radio key={order} value={order} label={t(`seats.order.${order}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('seats.freedLabel')}
        value={freedSeats}
        onChange={(value) => {
          setFreed(value as typeof freedSeats);
        }}
      >
        <Stack gap="xs" mt={4}>
          {FREED.map((way) => (
            <Radio key={way} value={way} label={t(`seats.freedChoice.${way}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {freedSeats === 'offer' && (
        <NumberInput
          label={t('seats.offerHours')}
          min={1}
          max={720}
          value={offerHours}
          onChange={setHours}
          error={fieldError(set.error, 'offerHours')}
        />
      )}
    </Dialog>
  );
}
