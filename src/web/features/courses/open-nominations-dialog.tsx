import { MultiSelect, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { today } from '../../i18n/dates';
import { useUnits } from '../units/api';
import { type Course, useCalls, useOpenNominations } from './api';
import { ExpectedNumberFields, type ExpectedNumbers } from './expected-numbers';

const KINDS = ['commune', 'town', 'ward', 'agency', 'party-cell', 'grassroots-org'];

/** Whom a board calls when it calls everyone. */
const COMMITTEES = ['commune', 'town', 'ward'];

/** Calls units to the class: all communes, or those chosen. */
export function OpenNominationsDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const { t } = useTranslation();
  const [deadline, setDeadline] = useState<string | null>(null);
  const [whom, setWhom] = useState('all');
  const [reason, setReason] = useState('');
  const again = course.state !== 'draft';
  const [unitIds, setUnitIds] = useState<string[]>([]);
  const [documentNumber, setDocumentNumber] = useState(course.documentNumber ?? '');
  const units = useUnits();
  const before = useCalls({ courseId: course.id });
  const [numbers, setNumbers] = useState<ExpectedNumbers>({});
  const called =
    whom === 'chosen'
      ? (units.data?.items.filter(({ id }) => unitIds.includes(id)) ?? [])
      : again
        ? (before.data?.items.map(({ unit }) => unit) ?? [])
        : (units.data?.items.filter(({ kind }) => COMMITTEES.includes(kind)) ?? []);
  const expected = called.flatMap(({ id }) => (numbers[id] === undefined ? [] : [{ unitId: id, people: numbers[id] }]));
  const open = useOpenNominations(course.id);
  const papers = course.program.version?.papers ?? [];
  return (
    <Dialog
      opened
      title={t(again ? 'course.do.reopen' : 'course.do.open')}
      onClose={onClose}
      submitLabel={t(again ? 'course.do.reopen' : 'course.do.open')}
      busy={open.isPending}
      error={open.error}
      fields={['deadline', 'documentNumber', 'reason', ...(whom === 'chosen' ? ['unitIds'] : [])]}
      onSubmit={() => {
        open.mutate(
          {
            // Left out when empty: "needed" is said, not how machines write dates.
            deadline: (deadline ?? undefined) as string,
            ...(whom === 'chosen' && { unitIds }),
            ...(expected.length > 0 && { expected }),
            ...(documentNumber && { documentNumber }),
            ...(reason.trim() && { reason: reason.trim() }),
          },
          {
            onSuccess: ({ calls }) => {
              notifyDone(t('course.opened', { units: calls.units }));
              onClose();
            },
          },
        );
      }}
    >
      <DateField
        label={t('courses.deadline')}
        required
        value={deadline}
        onChange={setDeadline}
        minDate={today()}
        maxDate={course.startsOn}
        error={fieldError(open.error, 'deadline')}
      />
      {again && (
        <Textarea
          label={t('course.reopenReason')}
          required
          maxLength={1000}
          value={reason}
          error={fieldError(open.error, 'reason')}
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
          }}
        />
      )}
      <TextInput
        label={t('course.document')}
        value={documentNumber}
        maxLength={60}
        error={fieldError(open.error, 'documentNumber')}
        onChange={({ currentTarget }) => {
          setDocumentNumber(currentTarget.value);
        }}
      />
      <SegmentedControl
        aria-label={t('course.whom')}
        value={whom}
        onChange={setWhom}
        data={[
          { value: 'all', label: t('course.allCommunes') },
          { value: 'chosen', label: t('course.chosenUnits') },
        ]}
      />
      {whom === 'chosen' && (
        <MultiSelect
          size="md"
          label={t('course.units')}
          searchable
          value={unitIds}
          onChange={setUnitIds}
          error={fieldError(open.error, 'unitIds')}
          data={
            units.data?.items
              .filter(({ kind }) => KINDS.includes(kind))
              .map(({ id, name }) => ({ value: id, label: name })) ?? []
          }
        />
      )}
      <ExpectedNumberFields course={course} units={called} numbers={numbers} onChange={setNumbers} />
      {papers.length > 0 && (
        <Text fz="sm">{t('calls.papers', { papers: papers.map((kind) => t(`papers.kind.${kind}`)).join(', ') })}</Text>
      )}
      <Text fz="sm">{t('course.openExplain')}</Text>
    </Dialog>
  );
}
