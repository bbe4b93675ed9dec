import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { type Quota, useSaveMatrix } from './api';
import { asMinimums, MinimumFields, typedMinimums, useMinimumsSaid } from './minimum-fields';

/** The minimum shares of a cell's places: said, and for the board set. */
export function CellMinimums({ name, quota, readOnly }: { name: string; quota: Quota; readOnly: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { minimums, places } = quota;
  const said = useMinimumsSaid()(minimums);
  if (minimums.length === 0 && (readOnly || places === 0)) return null;
  if (readOnly) return <Words>{said}</Words>;
  return (
    <>
      {said && <Words>{said}</Words>}
      <Button
        variant="subtle"
        size="compact-sm"
        fw={400}
        tabIndex={-1}
        aria-label={t('quotaMinimums.setOf', { cell: name })}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t(minimums.length === 0 ? 'quotaMinimums.set' : 'quotaMinimums.change')}
      </Button>
      {open && (
        <MinimumsDialog
          name={name}
          quota={quota}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

const Words = ({ children }: { children: string }) => (
  <Text fz="sm" c="#5f5a54" style={{ whiteSpace: 'normal' }}>
    {children}
  </Text>
);

function MinimumsDialog({ name, quota, onClose }: { name: string; quota: Quota; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => typedMinimums(quota.minimums));
  const save = useSaveMatrix(quota.period);
  const { unitId, programId, places } = quota;
  return (
    <Dialog
      opened
      title={name}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => {
        save.mutate([{ unitId, programId, places, was: places, minimums: asMinimums(typed) }], {
          onSuccess: () => {
            notifyDone(t('common.saved'));
            onClose();
          },
        });
      }}
    >
      <Text>{t('quotaMinimums.hint', { places })}</Text>
      <MinimumFields value={typed} most={places} onChange={setTyped} />
    </Dialog>
  );
}
