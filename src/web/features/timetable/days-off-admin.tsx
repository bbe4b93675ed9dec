import {
  Alert,
  Button,
  CloseButton,
  FileButton,
  Group,
  NumberInput,
  Select,
  Stack,
  Table,
  TextInput,
} from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { ErrorState, Loading } from '../../components/states';
import { today, writeDate } from '../../i18n/dates';
import { BlackoutDialog, Blackouts } from './blackouts';
import { ImportDialog } from './days-off-import';
import { useAddDay, useDaysOff, useRemoveDay } from './api';
import { weekdayOf } from './times';

const KINDS = ['swapped-off', 'swapped-workday', 'holiday'] as const;

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
          onChange={(value) => {
            void navigate({ to: '/quan-tri/ngay-nghi', search: { nam: Number(value) } as never, replace: true });
          }}
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
            <Button
              onClick={() => {
                setOpen('day');
              }}
            >
              {t('daysOff.add')}
            </Button>
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
                    <CloseButton
                      aria-label={t('daysOff.remove', { date: writeDate(line.date) })}
                      onClick={() => {
                        remove.mutate(line.id ?? '');
                      }}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Blackouts
        onAdd={() => {
          setOpen('blackout');
        }}
      />
      {open === 'day' && (
        <DayDialog
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
      {open === 'blackout' && (
        <BlackoutDialog
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
      {file && (
        <ImportDialog
          file={file}
          onClose={() => {
            setFile(null);
          }}
        />
      )}
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

function DayDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddDay();
  const [draft, setDraft] = useState({
    date: null as string | null,
    kind: KINDS[0] as (typeof KINDS)[number],
    name: '',
  });
  return (
    <Dialog
      opened
      title={t('daysOff.add')}
      onClose={onClose}
      onSubmit={() => {
        add.mutate({ ...draft, date: draft.date ?? '' }, { onSuccess: onClose });
      }}
      submitLabel={t('common.save')}
      busy={add.isPending}
      error={add.error}
      fields={['date', 'name']}
    >
      <DateField
        label={t('timetable.day')}
        required
        value={draft.date}
        error={fieldError(add.error, 'date')}
        onChange={(date) => {
          setDraft({ ...draft, date });
        }}
      />
      <Select
        label={t('daysOff.what')}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: t(`daysOff.kind.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => {
          setDraft({ ...draft, kind: (kind ?? 'holiday') as (typeof KINDS)[number] });
        }}
      />
      <TextInput
        label={t('daysOff.reason')}
        required
        value={draft.name}
        error={fieldError(add.error, 'name')}
        onChange={({ currentTarget }) => {
          setDraft({ ...draft, name: currentTarget.value });
        }}
      />
    </Dialog>
  );
}
