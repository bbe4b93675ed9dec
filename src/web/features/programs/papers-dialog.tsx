import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { type ProgramVersion, useSetPapers } from './api';

const KINDS = ['application', 'cv', 'degree', 'certificate', 'health', 'other'] as const;

/** Which papers a nomination must bring. */
export function PapersDialog({ version, onClose }: { version: ProgramVersion; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSetPapers(version.id);
  const [chosen, setChosen] = useState<readonly string[]>(version.papers);
  return (
    <Dialog
      opened
      title={t('programs.papersChange')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => {
        save.mutate(
          KINDS.filter((kind) => chosen.includes(kind)),
          { onSuccess: onClose },
        );
      }}
    >
      <Text>{t('programs.papersHint')}</Text>
      <Checkbox.Group value={[...chosen]} onChange={setChosen} label={t('programs.papers')}>
        <Stack gap="xs" mt="xs">
          {KINDS.map((kind) => (
            <Checkbox key={kind} size="md" value={kind} label={t(`papers.kind.${kind}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Dialog>
  );
}
