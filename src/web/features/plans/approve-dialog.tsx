import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { today } from '../../i18n/dates';
import { type Plan, useApprovePlan } from './api';
import { planName } from './words';

/** Approves the draft by its document; says in numbers what will stand. */
export function ApproveDialog({ plan, onClose, onDone }: { plan: Plan; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const approve = useApprovePlan(plan);
  const [documentNumber, setNumber] = useState('');
  const [documentDate, setDate] = useState<string | null>(today());
  const [signer, setSigner] = useState('');
  return (
    <Dialog
      opened
      title={t('plans.approveOne', { plan: planName(t, plan) })}
      submitLabel={t('plans.approve')}
      busy={approve.isPending}
      error={approve.error}
      fields={['documentNumber', 'documentDate', 'signer']}
      onClose={onClose}
      onSubmit={() => {
        approve.mutate(
          { documentNumber, documentDate: documentDate ?? '', signer },
          {
            onSuccess: () => {
              notifyDone(t('plans.approved'));
              onDone();
            },
          },
        );
      }}
    >
      <Text>{t('plans.approveHint', { lines: plan.lines.length, ...plan.planned })}</Text>
      <TextInput
        data-autofocus
        label={t('plans.documentNumber')}
        placeholder="12-KH/HU"
        required
        value={documentNumber}
        error={fieldError(approve.error, 'documentNumber')}
        onChange={({ currentTarget }) => {
          setNumber(currentTarget.value);
        }}
      />
      <DateField
        label={t('plans.documentDate')}
        required
        value={documentDate}
        error={fieldError(approve.error, 'documentDate')}
        onChange={setDate}
      />
      <TextInput
        label={t('plans.signer')}
        required
        value={signer}
        error={fieldError(approve.error, 'signer')}
        onChange={({ currentTarget }) => {
          setSigner(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
