import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { writeDate } from '../../i18n/dates';
import { useImportDays } from './api';

/** What a file says, line by line; it is written only as a whole. */
export function ImportDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const { t } = useTranslation();
  const read = useImportDays();
  const lines = read.data?.lines;
  const sound = lines?.every(({ state }) => state !== 'problem') ?? false;
  const submit = (): void => {
    read.mutate(
      { file, apply: sound },
      {
        onSuccess: ({ applied, lines: taken }) => {
          if (!applied) return;
          notifyDone(t('daysOff.imported', { count: taken.length }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      opened
      title={t('daysOff.import')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={sound ? t('daysOff.take') : t('daysOff.look')}
      busy={read.isPending}
      error={read.error}
    >
      <Text>{file.name}</Text>
      {!lines && <Text c="#5f5a54">{t('daysOff.importHint')}</Text>}
      {lines && (
        <Table>
          <Table.Tbody>
            {lines.map(({ line, date, kind, name, state, problem }) => (
              <Table.Tr key={line}>
                <Table.Td>{date ? writeDate(date) : t('daysOff.line', { line })}</Table.Td>
                <Table.Td>{kind && t(`daysOff.kind.${kind}`)}</Table.Td>
                <Table.Td>{problem ?? name}</Table.Td>
                <Table.Td>{t(`daysOff.state.${state}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Dialog>
  );
}
