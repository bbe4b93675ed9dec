import { NumberInput, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { writeDate } from '../../i18n/dates';
import { type UnitCall, useAnswerCall } from './api';

/** Asks the board for another day. */
export function MoreTimeDialog({ call, onClose }: { call: UnitCall; onClose: () => void }) {
  const { t } = useTranslation();
  const [until, setUntil] = useState<string | null>(call.askedUntil);
  const [reason, setReason] = useState('');
  const { askMoreTime } = useAnswerCall(call.id);
  return (
    <Dialog
      opened
      title={t('calls.moreTime')}
      onClose={onClose}
      submitLabel={t('common.send')}
      busy={askMoreTime.isPending}
      error={askMoreTime.error}
      fields={['until', 'reason']}
      onSubmit={() => {
        askMoreTime.mutate(
          { until: (until ?? undefined) as string, reason },
          {
            onSuccess: () => {
              notifyDone(t('calls.answered'));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{t('calls.due', { deadline: writeDate(call.deadline) })}</Text>
      <DateField
        label={t('calls.until')}
        required
        value={until}
        onChange={setUntil}
        minDate={call.deadline}
        maxDate={call.course.startsOn}
        error={fieldError(askMoreTime.error, 'until')}
      />
      <Textarea
        label={t('common.reason')}
        required
        maxLength={1000}
        value={reason}
        error={fieldError(askMoreTime.error, 'reason')}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value);
        }}
      />
    </Dialog>
  );
}

/** Gives a unit another day. */
export function ExtendDialog({ call, onClose }: { call: UnitCall; onClose: () => void }) {
  const { t } = useTranslation();
  const [deadline, setDeadline] = useState<string | null>(call.askedUntil);
  const { extend } = useAnswerCall(call.id);
  return (
    <Dialog
      opened
      title={`${t('calls.extend')}: ${call.unit.name}`}
      onClose={onClose}
      submitLabel={t('calls.extend')}
      busy={extend.isPending}
      error={extend.error}
      fields={['deadline']}
      onSubmit={() => {
        extend.mutate((deadline ?? undefined) as string, { onSuccess: onClose });
      }}
    >
      {call.answer === 'more-time' && <Text>{t('calls.answer.more-time', { until: writeDate(call.askedUntil) })}</Text>}
      <DateField
        label={t('calls.newDeadline')}
        required
        value={deadline}
        onChange={setDeadline}
        maxDate={call.course.startsOn}
        error={fieldError(extend.error, 'deadline')}
      />
    </Dialog>
  );
}

/** Says how many people a unit is expected to send. */
export function ExpectedDialog({ call, onClose }: { call: UnitCall; onClose: () => void }) {
  const { t } = useTranslation();
  const [people, setPeople] = useState<number | null>(call.expected);
  const { expect } = useAnswerCall(call.id);
  return (
    <Dialog
      opened
      title={`${t('calls.setExpected')}: ${call.unit.name}`}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={expect.isPending}
      error={expect.error}
      fields={['people']}
      onSubmit={() => {
        expect.mutate(people, { onSuccess: onClose });
      }}
    >
      <NumberInput
        size="md"
        label={t('calls.expected')}
        description={t('calls.expectedHint')}
        min={0}
        max={2000}
        allowDecimal={false}
        value={people ?? ''}
        error={fieldError(expect.error, 'people')}
        onChange={(value) => {
          setPeople(value === '' ? null : Number(value));
        }}
      />
    </Dialog>
  );
}
