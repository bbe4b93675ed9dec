import { Alert, Button, Radio, Table, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { type MergePreview, type Pair, type Side, useMerge, useMergePreview } from './api';

/** Which value to keep where the two differ, what comes along and what clashes; then one record is made of them. */
export function MergeDialog({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const { t } = useTranslation();
  const [swapped, setSwapped] = useState(false);
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const [keep, merge] = swapped ? [pair.second, pair.first] : [pair.first, pair.second];
  const preview = useMergePreview(keep.id, merge.id);
  const save = useMerge();
  const blocked = preview.data?.clashes.some(({ blocking }) => blocking) ?? true;
  return (
    <Dialog
      opened
      title={t('duplicates.mergeTitle')}
      onClose={onClose}
      submitLabel={t('duplicates.merge')}
      busy={save.isPending || preview.isPending}
      error={save.error}
      onSubmit={() => {
        if (blocked) return;
        save.mutate(
          { keepId: keep.id, mergeId: merge.id, fields: chosen },
          {
            onSuccess: () => {
              notifyDone(t('duplicates.merged'));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{t('duplicates.mergeHint')}</Text>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconArrowsExchange size={18} aria-hidden />}
        onClick={() => {
          setSwapped(!swapped);
          setChosen({});
        }}
      >
        {t('duplicates.swap')}
      </Button>
      {preview.error && <ErrorState error={preview.error} retry={() => void preview.refetch()} />}
      {preview.isPending && <Loading />}
      {preview.data && (
        <>
          <Choices
            preview={preview.data}
            chosen={chosen}
            onChoose={(field, side) => {
              setChosen({ ...chosen, [field]: side });
            }}
          />
          {preview.data.clashes.map(({ kind, blocking, text }) => (
            <Alert key={kind + text} color={blocking ? 'red' : 'yellow'} variant="light">
              <Text c="dark">{text}</Text>
            </Alert>
          ))}
          {preview.data.follows.length > 0 && (
            <Text>
              {t('duplicates.follows', {
                list: preview.data.follows
                  .map(({ kind, count }) => t(`duplicates.follow.${kind}`, { count }))
                  .join(', '),
              })}
            </Text>
          )}
        </>
      )}
    </Dialog>
  );
}

const CODED: Record<string, string> = { gender: 'gender', membership: 'membership', status: 'state.official' };

function Choices({
  preview,
  chosen,
  onChoose,
}: {
  preview: MergePreview;
  chosen: Record<string, Side>;
  onChoose: (field: string, side: Side) => void;
}) {
  const { t } = useTranslation();
  const say = (field: string, value: string | null): string => {
    if (value === null) return '—';
    if (value === 'yes') return t('duplicates.has');
    const family = CODED[field];
    return family ? t(`${family}.${value}`) : /^\d{4}-\d{2}-\d{2}$/.test(value) ? writeDate(value) : value;
  };
  const differing = preview.fields.filter(({ differs }) => differs);
  if (differing.length === 0) return <Text c="#5f5a54">{t('duplicates.allSame')}</Text>;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('duplicates.field.title')}</Table.Th>
          <Table.Th>{t('duplicates.keep')}</Table.Th>
          <Table.Th>{t('duplicates.other')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differing.map(({ field, keep, merge, taken }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row" fw={500}>
              {t(`duplicates.field.${field}`)}
            </Table.Th>
            {(['keep', 'merge'] as const).map((side) => (
              <Table.Td key={side}>
                <Radio
                  name={field}
                  label={say(field, side === 'keep' ? keep : merge)}
                  aria-label={`${t(`duplicates.field.${field}`)}: ${say(field, side === 'keep' ? keep : merge)}`}
                  checked={(chosen[field] ?? taken) === side}
                  onChange={() => onChoose(field, side)}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
