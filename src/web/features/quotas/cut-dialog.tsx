import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { type Grant, useCutGrant, useCutPreview } from './moves-api';
import { PlacesField, TextField } from './place-fields';

/** Shows what must give before anything is cut. */
export function CutDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation();
  const cut = useCutGrant(grant.id);
  const [places, setPlaces] = useState(1);
  const [documentNumber, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const preview = useCutPreview(grant.id, places).data;
  const giving = preview?.units.filter(({ proposed }) => proposed > 0) ?? [];
  return (
    <Dialog
      opened
      danger
      title={t('quotas.cutOne', { program: grant.programName, document: grant.documentNumber ?? '' })}
      submitLabel={t('quotas.cutSubmit', { count: places })}
      busy={cut.isPending}
      error={cut.error}
      fields={['places', 'documentNumber', 'reason']}
      onClose={onClose}
      onSubmit={() => {
        const callBack = giving.map(({ unit, proposed }) => ({ unitId: unit.id, places: proposed }));
        cut.mutate(
          { places, documentNumber, reason, ...(callBack.length > 0 && { callBack }) },
          {
            onSuccess: () => {
              notifyDone(t('common.saved'));
              onClose();
            },
          },
        );
      }}
    >
      <PlacesField
        value={places}
        max={grant.places - grant.cut}
        error={fieldError(cut.error, 'places')}
        onChange={setPlaces}
      />
      {preview && (
        <Stack gap={4} aria-live="polite">
          <Text>
            {t('quotas.cutFromReserve', { count: Math.min(places, preview.reserve), reserve: preview.reserve })}
          </Text>
          {giving.map(({ unit, proposed, left, held }) => (
            <Text key={unit.id}>
              {t('quotas.cutFromUnit', { unit: unit.name, count: proposed, left: left + held })}
            </Text>
          ))}
          {preview.short > 0 && <Text c="son.7">{t('quotas.cutShort', { count: preview.short })}</Text>}
        </Stack>
      )}
      <TextField
        required
        label={t('quotas.documentNumber')}
        value={documentNumber}
        error={fieldError(cut.error, 'documentNumber')}
        onChange={setNumber}
      />
      <TextField
        required
        long
        label={t('common.reason')}
        value={reason}
        error={fieldError(cut.error, 'reason')}
        onChange={setReason}
      />
    </Dialog>
  );
}
