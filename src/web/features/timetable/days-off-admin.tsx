import { Alert, Button, CloseButton, FileButton, Group, NumberInput, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { today, writeDate, writeSpan } from '../../i18n/dates';
import { useUnits } from '../units/api';
import { useAddBlackout, useAddDay, useBlackouts, useDaysOff, useImportDays, useRemoveBlackout, useRemoveDay } from './api';
import { weekdayOf } from './times';

const KINDS = ['swapped-off', 'swapped-workday', 'holiday'] as const;
const BLACKOUTS = ['harvest', 'congress', 'other'] as const;

/** Days off of a year, days worked instead, and times in which units cannot send anybody. */
export function DaysOffAdmin() {
  const { t, i18n } = useTranslation();
  const { nam } = useSearch({ strict: false }) as { nam?: number };
  const navigate = useNavigate();
  const year = Number(nam ?? today().slice(0, 4));
  const days = useDaysOff(year);
  const remove = useRemoveDay();
  const [open, setOpen] = useState<'day' | 'blackout' | null>(null);
  const [file, setFile] = useState<File | null>(null);
  if (days.error) return <ErrorState error={days.error} retry={() => void days.refetch()} />;
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <NumberInput
          label={t('daysOff.year')}
          min={2015}
          max={2036}
          value={year}
          onChange={(value) => { void navigate({ to: '/quan-tri/ngay-nghi', search: { nam: Number(value) } as never, replace: true }); }}
        />
        {days.data?.canEdit && (
          <Group>
            <FileButton accept=".xlsx,.xls,.ods,.csv" onChange={setFile}>
              {(props) => (
                <Button variant="default" leftSection={<IconFileImport size={18} aria-hidden />} {...props}>
                  {t('daysOff.import')}
                </Button>
              )}
            </FileButton>
            <Button onClick={() => { setOpen('day'); }}>{t('daysOff.add')}</Button>
          </Group>
        )}
      </Group>
      {!days.data && <Loading />}
      {days.data && !days.data.covered && <Alert color="orange">{t('daysOff.notCovered')}</Alert>}
      {days.data && (
        <Table aria-label={t('daysOff.title')}>
          <Table.Tbody>
            {linesOf(days.data).map((line) => (
              <Table.Tr key={line.date + line.kind}>
                <Table.Td>
                  {weekdayOf(line.date, i18n.language)}, {writeDate(line.date)}
                </Table.Td>
                <Table.Td>{t(`daysOff.kind.${line.kind}`)}</Table.Td>
                <Table.Td>{line.holiday ? t(`daysOff.holiday.${line.holiday}`) : line.name}</Table.Td>
                <Table.Td>
                  {line.id && days.data.canEdit && (
                    <CloseButton aria-label={t('daysOff.remove', { date: writeDate(line.date) })} onClick={() => { remove.mutate(line.id ?? ''); }} />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Blackouts onAdd={() => { setOpen('blackout'); }} />
      {open === 'day' && <DayDialog onClose={() => { setOpen(null); }} />}
      {open === 'blackout' && <BlackoutDialog onClose={() => { setOpen(null); }} />}
      {file && <ImportDialog file={file} onClose={() => { setFile(null); }} />}
    </Stack>
  );
}

interface Line {
  date: string;
  kind: 'rule' | (typeof KINDS)[number];
  name: string;
  holiday?: Schema<'HolidayView'>['name'];
  id?: string;
}

/** Days of the rule and decisions of the year, in order. */
const linesOf = ({ holidays, days }: Schema<'DaysOffView'>): Line[] =>
  [
    ...holidays.map(({ date, name }): Line => ({ date, kind: 'rule', name: '', holiday: name })),
    ...days.map(({ id, date, kind, name }): Line => ({ id, date, kind, name })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));

function Blackouts({ onAdd }: { onAdd: () => void }) {
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
              <Table.Td>{canEdit && <CloseButton aria-label={t('daysOff.removeBlackout', { name })} onClick={() => { remove.mutate(id); }} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function DayDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddDay();
  const [draft, setDraft] = useState({ date: null as string | null, kind: KINDS[0] as (typeof KINDS)[number], name: '' });
  return (
    <Dialog
      opened
      title={t('daysOff.add')}
      onClose={onClose}
      onSubmit={() => { add.mutate({ ...draft, date: draft.date ?? '' }, { onSuccess: onClose }); }}
      submitLabel={t('common.save')}
      busy={add.isPending}
      error={add.error}
      fields={['date', 'name']}
    >
      <DateField label={t('timetable.day')} required value={draft.date} error={fieldError(add.error, 'date')} onChange={(date) => { setDraft({ ...draft, date }); }} />
      <Select
        label={t('daysOff.what')}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: t(`daysOff.kind.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => { setDraft({ ...draft, kind: (kind ?? 'holiday') as (typeof KINDS)[number] }); }}
      />
      <TextInput label={t('daysOff.reason')} required value={draft.name} error={fieldError(add.error, 'name')} onChange={({ currentTarget }) => { setDraft({ ...draft, name: currentTarget.value }); }} />
    </Dialog>
  );
}

function BlackoutDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddBlackout();
  const units = useUnits();
  const [draft, setDraft] = useState({ unitId: null as string | null, from: null as string | null, to: null as string | null, kind: 'harvest' as (typeof BLACKOUTS)[number], name: '' });
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
        onChange={(unitId) => { set({ unitId }); }}
      />
      <DateField label={t('timetable.firstDay')} required value={draft.from} error={fieldError(add.error, 'from')} onChange={(from) => { set({ from }); }} />
      <DateField label={t('timetable.lastDay')} required value={draft.to} error={fieldError(add.error, 'to')} onChange={(to) => { set({ to }); }} />
      <Select label={t('daysOff.what')} allowDeselect={false} data={BLACKOUTS.map((value) => ({ value, label: t(`daysOff.blackout.${value}`) }))} value={draft.kind} onChange={(kind) => { set({ kind: (kind ?? 'other') as (typeof BLACKOUTS)[number] }); }} />
      <TextInput label={t('daysOff.reason')} required value={draft.name} error={fieldError(add.error, 'name')} onChange={({ currentTarget }) => { set({ name: currentTarget.value }); }} />
    </Dialog>
  );
}

/** What a file says, line by line; it is written only as a whole. */
function ImportDialog({ file, onClose }: { file: File; onClose: () => void }) {
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
    <Dialog opened title={t('daysOff.import')} onClose={onClose} onSubmit={submit} submitLabel={sound ? t('daysOff.take') : t('daysOff.look')} busy={read.isPending} error={read.error}>
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
