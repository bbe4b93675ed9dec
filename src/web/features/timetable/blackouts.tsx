import { Button, CloseButton, Group, Select, Table, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { writeSpan } from '../../i18n/dates';
import { useUnits } from '../units/api';
import { useAddBlackout, useBlackouts, useRemoveBlackout } from './api';

const BLACKOUTS = ['harvest', 'congress', 'other'] as const;

/** Times in which units cannot send anybody. */
export function Blackouts({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation();
  const blackouts = useBlackouts();
  const remove = useRemoveBlackout();
  return (
    <>
      <Group justify="space-between">
        <Title order={3} fz="lg">
          {t('daysOff.blackouts')}
        </Title>
        <Button variant="default" onClick={onAdd}>
          {t('daysOff.addBlackout')}
        </Button>
      </Group>
      <Text c="#5f5a54">{t('daysOff.blackoutsHint')}</Text>
      <Table aria-label={t('daysOff.blackouts')}>
        <Table.Tbody>
          {blackouts.data?.items.map(({ id, unit, from, to, kind, name, canEdit }) => (
            <Table.Tr key={id}>
              <Table.Td>{writeSpan(from, to)}</Table.Td>
              <Table.Td>{unit.name}</Table.Td>
              <Table.Td>
                {t(`daysOff.blackout.${kind}`)}: {name}
              </Table.Td>
              <Table.Td>
                {canEdit && (
                  <CloseButton
                    aria-label={t('daysOff.removeBlackout', { name })}
                    onClick={() => {
                      remove.mutate(id);
                    }}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

export function BlackoutDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddBlackout();
  const units = useUnits();
  const [draft, setDraft] = useState({
    unitId: null as string | null,
    from: null as string | null,
    to: null as string | null,
    kind: 'harvest' as (typeof BLACKOUTS)[number],
    name: '',
  });
  const set = (change: Partial<typeof draft>): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  return (
    <Dialog
      opened
      title={t('daysOff.addBlackout')}
      onClose={onClose}
      onSubmit={() => {
        const { unitId, from, to, ...rest } = draft;
        add.mutate({ ...rest, unitId: unitId ?? '', from: from ?? '', to: to ?? '' }, { onSuccess: onClose });
      }}
      submitLabel={t('common.save')}
      busy={add.isPending}
      error={add.error}
      fields={['unitId', 'from', 'to', 'name']}
    >
      <Select
        label={t('daysOff.unit')}
        required
        searchable
        data={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.unitId}
        error={fieldError(add.error, 'unitId')}
        onChange={(unitId) => {
          set({ unitId });
        }}
      />
      <DateField
        label={t('timetable.firstDay')}
        required
        value={draft.from}
        error={fieldError(add.error, 'from')}
        onChange={(from) => {
          set({ from });
        }}
      />
      <DateField
        label={t('timetable.lastDay')}
        required
        value={draft.to}
        error={fieldError(add.error, 'to')}
        onChange={(to) => {
          set({ to });
        }}
      />
      <Select
        label={t('daysOff.what')}
        allowDeselect={false}
        data={BLACKOUTS.map((value) => ({ value, label: t(`daysOff.blackout.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => {
          set({ kind: (kind ?? 'other') as (typeof BLACKOUTS)[number] });
        }}
      />
      <TextInput
        label={t('daysOff.reason')}
        required
        value={draft.name}
        error={fieldError(add.error, 'name')}
        onChange={({ currentTarget }) => {
          set({ name: currentTarget.value });
        }}
      />
    </Dialog>
  );
}
