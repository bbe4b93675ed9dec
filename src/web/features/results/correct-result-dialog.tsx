import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { ReasonDialog } from '../../components/reason-dialog';
import { CLASSIFICATIONS, type Classification, type Result, useCorrectResult } from './results-api';

const PASSED = CLASSIFICATIONS.filter((each) => each !== 'failed');

/** Puts right how somebody passed and what the certificate says, here and on the record. */
export function CorrectResultDialog({ result, onClose }: { result: Result; onClose: () => void }) {
  const { t } = useTranslation();
  const correct = useCorrectResult();
  const [classification, setClassification] = useState<Classification | ''>(result.classification ?? '');
  const [number, setNumber] = useState(result.certificateNumber ?? '');
  const [date, setDate] = useState(result.certificateDate);
  return (
    <ReasonDialog
      title={t('results.correctOf', { name: result.fullName })}
      explanation={t('results.correctHint')}
      submitLabel={t('results.correct')}
      fields={['classification', 'certificateNumber', 'certificateDate']}
      busy={correct.isPending}
      error={correct.error}
      onClose={onClose}
      onSubmit={(reason = '') => {
        if (classification === '') return;
        correct.mutate(
          {
            id: result.nominationId,
            body: { classification, certificateNumber: number.trim() || null, certificateDate: date, reason },
          },
          {
            onSuccess: () => {
              notifyDone(t('results.corrected'));
              onClose();
            },
          },
        );
      }}
    >
      <NativeSelect
        label={t('results.classification')}
        required
        data={[
          // Ending the class may have left it out.
          ...(result.classification ? [] : [{ value: '', label: '—' }]),
          ...PASSED.map((value) => ({ value, label: t(`results.of.${value}`) })),
        ]}
        value={classification}
        error={fieldError(correct.error, 'classification')}
        onChange={({ currentTarget }) => {
          setClassification(currentTarget.value as Classification);
        }}
      />
      <TextInput
        label={t('results.number')}
        maxLength={100}
        value={number}
        error={fieldError(correct.error, 'certificateNumber')}
        onChange={({ currentTarget }) => {
          setNumber(currentTarget.value);
        }}
      />
      <DateField
        label={t('results.date')}
        clearable
        value={date}
        error={fieldError(correct.error, 'certificateDate')}
        onChange={setDate}
      />
    </ReasonDialog>
  );
}
