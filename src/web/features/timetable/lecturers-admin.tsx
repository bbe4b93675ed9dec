import {
  Button,
  Checkbox,
  CloseButton,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { EditableList } from '../../components/editable-list';
import { ErrorState } from '../../components/states';
import { wholeList } from '../../components/whole-list';
import { writeSpan } from '../../i18n/dates';
import { AccountSelect } from '../identity/account-select';
import { type Lecturer, useAddAbsence, useLecturers, useRemoveAbsence, useSaveLecturer } from './api';

const FIELDS = ['fullName', 'organisation', 'subjects', 'hoursPerWeek', 'hoursPerYear', 'accountId'];

/** Lecturers: what they teach, how much, and when they are away. */
export function LecturersAdmin() {
  const { t } = useTranslation();
  const lecturers = useLecturers();
  const named = lecturers.data?.items.map((lecturer) => ({ ...lecturer, name: lecturer.fullName }));
  return (
    <EditableList<Lecturer & { name: string }>
      label={t('lecturers.title')}
      nameLabel={t('lecturers.name')}
      addLabel={t('lecturers.add')}
      list={wholeList({ ...lecturers, data: named && { items: named } })}
      empty={{ title: t('lecturers.none'), hint: t('lecturers.noneHint') }}
      columns={[
        { label: t('lecturers.kind'), render: ({ kind }) => t(`lecturers.kinds.${kind}`) },
        { label: t('lecturers.organisation'), render: ({ organisation }) => organisation ?? '—' },
        { label: t('lecturers.subjects'), render: ({ subjects }) => subjects.join('; ') || '—' },
        {
          label: t('lecturers.hours'),
          render: ({ hoursThisYear, hoursPerYear }) =>
            t(hoursPerYear === null ? 'lecturers.hoursOf' : 'lecturers.hoursOfMost', {
              hours: hoursThisYear,
              most: hoursPerYear,
            }),
        },
        {
          label: t('lecturers.away'),
          render: ({ absences }) => absences.map(({ from, to }) => writeSpan(from, to)).join('; ') || '—',
        },
        { label: t('lecturers.account'), render: ({ account }) => account?.displayName ?? '—' },
      ]}
      dialog={(lecturer, onClose) => <LecturerDialog {...(lecturer && { lecturer })} onClose={onClose} />}
    />
  );
}

const numberOf = (value: string | number): number | null => (value === '' ? null : Number(value));

function LecturerDialog({ lecturer, onClose }: { lecturer?: Lecturer; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveLecturer();
  const [draft, setDraft] = useState({
    fullName: lecturer?.fullName ?? '',
    kind: lecturer?.kind ?? ('full-time' as Lecturer['kind']),
    organisation: lecturer?.organisation ?? '',
    subjects: lecturer?.subjects.join('\n') ?? '',
    hoursPerWeek: lecturer?.hoursPerWeek ?? null,
    hoursPerYear: lecturer?.hoursPerYear ?? null,
    accountId: lecturer?.account?.id ?? null,
    closed: lecturer?.closed ?? false,
  });
  const set = (change: Partial<typeof draft>): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const submit = (): void => {
    const subjects = draft.subjects
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean);
    save.mutate(
      { ...draft, subjects, ...(lecturer && { id: lecturer.id, version: lecturer.version }) },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      opened
      title={lecturer ? t('lecturers.change') : t('lecturers.add')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={FIELDS}
    >
      <TextInput
        label={t('lecturers.name')}
        required
        value={draft.fullName}
        error={fieldError(save.error, 'fullName')}
        onChange={({ currentTarget }) => {
          set({ fullName: currentTarget.value });
        }}
      />
      <Select
        label={t('lecturers.kind')}
        allowDeselect={false}
        data={(['full-time', 'concurrent'] as const).map((value) => ({ value, label: t(`lecturers.kinds.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => {
          set({ kind: (kind ?? 'full-time') as Lecturer['kind'] });
        }}
      />
      <TextInput
        label={t('lecturers.organisation')}
        value={draft.organisation}
        error={fieldError(save.error, 'organisation')}
        onChange={({ currentTarget }) => {
          set({ organisation: currentTarget.value });
        }}
      />
      <Textarea
        label={t('lecturers.subjects')}
        description={t('lecturers.subjectsHint')}
        autosize
        minRows={2}
        value={draft.subjects}
        error={fieldError(save.error, 'subjects')}
        onChange={({ currentTarget }) => {
          set({ subjects: currentTarget.value });
        }}
      />
      <Group grow align="flex-start">
        <NumberInput
          label={t('lecturers.hoursPerWeek')}
          min={1}
          max={60}
          value={draft.hoursPerWeek ?? ''}
          error={fieldError(save.error, 'hoursPerWeek')}
          onChange={(value) => {
            set({ hoursPerWeek: numberOf(value) });
          }}
        />
        <NumberInput
          label={t('lecturers.hoursPerYear')}
          min={1}
          max={2000}
          value={draft.hoursPerYear ?? ''}
          error={fieldError(save.error, 'hoursPerYear')}
          onChange={(value) => {
            set({ hoursPerYear: numberOf(value) });
          }}
        />
      </Group>
      <AccountSelect
        label={t('lecturers.account')}
        description={t('lecturers.accountHint')}
        chosen={lecturer?.account ?? null}
        value={draft.accountId}
        error={fieldError(save.error, 'accountId')}
        onChange={(accountId) => {
          set({ accountId });
        }}
      />
      {lecturer && (
        <Checkbox
          label={t('lecturers.closed')}
          checked={draft.closed}
          onChange={({ currentTarget }) => {
            set({ closed: currentTarget.checked });
          }}
        />
      )}
      {lecturer && <Absences lecturer={lecturer} />}
    </Dialog>
  );
}

/** Days away: written down and taken back at once, apart from the rest of the form. */
function Absences({ lecturer }: { lecturer: Lecturer }) {
  const { t } = useTranslation();
  const add = useAddAbsence();
  const remove = useRemoveAbsence();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  return (
    <Stack gap="xs">
      <Title order={4} fz="md">
        {t('lecturers.away')}
      </Title>
      {lecturer.absences.map((absence) => (
        <Group key={absence.id} gap="xs">
          <Text>{writeSpan(absence.from, absence.to)}</Text>
          <CloseButton
            aria-label={t('lecturers.notAway', { days: writeSpan(absence.from, absence.to) })}
            onClick={() => {
              remove.mutate({ id: lecturer.id, absenceId: absence.id });
            }}
          />
        </Group>
      ))}
      <Group align="flex-end" grow>
        <DateField
          label={t('timetable.firstDay')}
          value={from}
          error={fieldError(add.error, 'from')}
          onChange={setFrom}
        />
        <DateField label={t('timetable.lastDay')} value={to} error={fieldError(add.error, 'to')} onChange={setTo} />
        <Button
          variant="default"
          loading={add.isPending}
          disabled={!from || !to}
          onClick={() => {
            if (from && to) add.mutate({ id: lecturer.id, from, to });
          }}
        >
          {t('lecturers.addAway')}
        </Button>
      </Group>
      {add.error && <ErrorState error={add.error} />}
    </Stack>
  );
}
