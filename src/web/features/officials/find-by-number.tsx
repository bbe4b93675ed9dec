import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { useFindByNumber } from './record-api';

type Kind = 'citizenId' | 'partyCard';

/** Opens the record with a citizen id or a Party card number, typed whole; each search stands in the trail. */
export function FindByNumberDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const find = useFindByNumber();
  const [kind, setKind] = useState<Kind>('citizenId');
  const [number, setNumber] = useState('');
  return (
    <Dialog
      opened
      title={t('officials.findByNumber')}
      onClose={onClose}
      submitLabel={t('officials.findByNumber')}
      busy={find.isPending}
      error={find.error}
      fields={['number']}
      onSubmit={() => {
        find.mutate(
          { kind, number },
          {
            onSuccess: ([found]) => {
              if (found) void navigate({ to: '/can-bo/$officialId', params: { officialId: found.id } });
            },
          },
        );
      }}
    >
      <Text fz="sm">{t('officials.findByNumberHint')}</Text>
      <SegmentedControl
        fullWidth
        aria-label={t('officials.numberKind')}
        value={kind}
        data={[
          { value: 'citizenId', label: t('officials.citizenId') },
          { value: 'partyCard', label: t('officials.partyCard') },
        ]}
        onChange={(value) => {
          setKind(value as Kind);
          find.reset();
        }}
      />
      <TextInput
        data-autofocus
        label={t(`officials.${kind}`)}
        inputMode="numeric"
        autoComplete="off"
        required
        value={number}
        error={fieldError(find.error, 'number')}
        onChange={({ currentTarget }) => {
          setNumber(currentTarget.value);
          find.reset();
        }}
      />
      <Text role="status" aria-live="polite">
        {find.data?.length === 0 && t('officials.nobodyWithNumber')}
      </Text>
    </Dialog>
  );
}
