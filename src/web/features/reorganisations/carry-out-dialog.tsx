import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { useCarryOut } from './api';

/** Asks a second time, with the numbers, before the tree is changed or changed back. */
export function CarryOutDialog({
  id,
  what,
  total,
  onClose,
}: {
  id: string;
  what: 'apply' | 'undo';
  total: Schema<'ReorganisationEffects'> | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const [reminded, setReminded] = useState(false);
  const carryOut = useCarryOut(id, what);
  return (
    <Dialog
      opened
      danger
      title={t(`reorganisations.${what}Title`)}
      onClose={onClose}
      submitLabel={t(`reorganisations.${what}`)}
      busy={carryOut.isPending}
      error={carryOut.error}
      onSubmit={() => {
        setReminded(true);
        if (!sure) return;
        carryOut.mutate(undefined, {
          onSuccess: () => {
            notifyDone(t(`reorganisations.${what}Done`));
            onClose();
          },
        });
      }}
    >
      <Text>{t(`reorganisations.${what}Explain`, { ...total })}</Text>
      <Checkbox
        size="md"
        label={t('reorganisations.sure')}
        checked={sure}
        error={reminded && !sure ? t('reorganisations.sureFirst') : undefined}
        onChange={({ currentTarget }) => {
          setSure(currentTarget.checked);
        }}
      />
    </Dialog>
  );
}
