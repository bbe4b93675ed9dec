import { Button, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../identity/api';
import { type PaperKind, useWritePapers } from './api';
import { PapersPanel } from './papers-panel';

/** Opens the papers of one person; says what is missing before one looks. */
export function PapersButton({
  nominationId,
  name,
  missing,
}: {
  nominationId: string;
  name: string;
  missing: readonly PaperKind[];
}) {
  const { t } = useTranslation();
  const write = useWritePapers();
  const [opened, setOpened] = useState(false);
  if (!useMay('papers.read')) return null;
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('papers.of', { name })}
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('papers.title')}
      </Button>
      {missing.length > 0 && (
        <Text fz="sm" fw={600} c="#7a4a00">
          {t('papers.lacks', { papers: write(missing) })}
        </Text>
      )}
      <Modal
        opened={opened}
        title={t('papers.of', { name })}
        centered
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
        onClose={() => {
          setOpened(false);
        }}
      >
        <PapersPanel nominationId={nominationId} />
      </Modal>
    </>
  );
}
