import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { writeDate } from '../../i18n/dates';
import { type ProposalCall, useCellAnswer } from './api';

/** A cell says that it has no one, or asks its committee for more time. */
export function CellAnswerDialog({
  call,
  which,
  onClose,
}: {
  call: ProposalCall;
  which: 'none' | 'more-time';
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const send = useCellAnswer(call.course.id);
  return (
    <Dialog
      opened
      title={t(which === 'none' ? 'calls.noOne' : 'calls.moreTime')}
      onClose={onClose}
      submitLabel={t('common.send')}
      busy={send.isPending}
      error={send.error}
      fields={['reason', 'until']}
      onSubmit={() => {
        send.mutate(
          { answer: which, reason, ...(until && { until }) },
          {
            onSuccess: () => {
              notifyDone(t('calls.answered'));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{t('proposing.answerTo', { unit: call.unit.name, deadline: writeDate(call.deadline) })}</Text>
      {which === 'more-time' && (
        <DateField
          label={t('calls.until')}
          required
          value={until}
          maxDate={call.course.startsOn}
          error={fieldError(send.error, 'until')}
          onChange={setUntil}
        />
      )}
      <Textarea
        data-autofocus
        label={t('common.reason')}
        required
        maxLength={1000}
        value={reason}
        error={fieldError(send.error, 'reason')}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
