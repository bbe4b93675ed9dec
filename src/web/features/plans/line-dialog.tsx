import { NumberInput, Select, SimpleGrid, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { usePrograms } from '../programs/api';
import { useUnits } from '../units/api';
import { type FollowedLine, type Plan, useAddLine, useChangeLine } from './api';

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));
const FIELDS = ['programId', 'unitId', 'classes', 'trainees', 'firstMonth', 'lastMonth', 'note'];

interface Draft {
  programId: string | null;
  unitId: string | null;
  classes: number;
  trainees: number;
  firstMonth: number | null;
  lastMonth: number | null;
  note: string;
}

type Set = (change: Partial<Draft>) => void;

/** A new line, or everything of one that is there; whom and what it is about stays. */
export function LineDialog({ plan, line, onClose }: { plan: Plan; line: FollowedLine | null; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddLine(plan.id);
  const change = useChangeLine(plan);
  const [draft, setDraft] = useState<Draft>(() => (line ? toDraft(line) : { ...EMPTY, unitId: plan.unit.id }));
  const set: Set = (part) => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const { error, isPending } = line ? change : add;
  const done = (): void => {
    notifyDone(t('common.saved'));
    onClose();
  };
  const submit = (): void => {
    const { programId, unitId, ...rest } = draft;
    const body = { ...rest, note: rest.note.trim() === '' ? null : rest.note };
    if (line) change.mutate({ line, change: body }, { onSuccess: done });
    else add.mutate({ ...body, programId: programId ?? '', unitId: unitId ?? '' }, { onSuccess: done });
  };
  return (
    <Dialog
      opened
      title={line ? t('plans.line') : t('plans.addLine')}
      submitLabel={t('common.save')}
      busy={isPending}
      error={error}
      fields={FIELDS}
      onClose={onClose}
      onSubmit={submit}
    >
      <About plan={plan} fixed={line !== null} draft={draft} set={set} error={error} />
      <SimpleGrid cols={2}>
        {(['classes', 'trainees'] as const).map((field) => (
          <NumberInput
            key={field}
            label={t(`plans.${field}`)}
            required
            min={0}
            allowDecimal={false}
            value={draft[field]}
            error={fieldError(error, field)}
            onChange={(value) => {
              set({ [field]: Number(value) });
            }}
          />
        ))}
        {plan.kind === 'year' &&
          (['firstMonth', 'lastMonth'] as const).map((field) => (
            <Select
              key={field}
              label={t(`plans.${field}`)}
              placeholder={t('plans.anyTime')}
              clearable
              data={MONTHS.map((value) => ({ value, label: t('plans.month', { month: value }) }))}
              value={draft[field] === null ? null : String(draft[field])}
              error={fieldError(error, field)}
              onChange={(month) => {
                set({ [field]: month === null ? null : Number(month) });
              }}
            />
          ))}
      </SimpleGrid>
      <Textarea
        label={t('plans.note')}
        maxLength={1000}
        value={draft.note}
        error={fieldError(error, 'note')}
        onChange={({ currentTarget }) => {
          set({ note: currentTarget.value });
        }}
      />
    </Dialog>
  );
}

/** Which program, and for whom. */
function About({
  plan,
  fixed,
  draft,
  set,
  error,
}: {
  plan: Plan;
  fixed: boolean;
  draft: Draft;
  set: Set;
  error: unknown;
}) {
  const { t } = useTranslation();
  const programs = usePrograms();
  const units = useUnits();
  const others = (units.data?.items ?? []).filter(({ id, kind }) => id !== plan.unit.id && kind !== 'party-cell');
  return (
    <>
      <Select
        data-autofocus
        label={t('plans.program')}
        required
        disabled={fixed}
        searchable
        value={draft.programId}
        error={fieldError(error, 'programId')}
        data={(programs.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(programId) => {
          set({ programId });
        }}
      />
      <Select
        label={t('plans.unit')}
        required
        disabled={fixed}
        searchable
        value={draft.unitId}
        error={fieldError(error, 'unitId')}
        data={[
          { value: plan.unit.id, label: t('plans.allUnits') },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(unitId) => {
          set({ unitId });
        }}
      />
    </>
  );
}

const EMPTY: Draft = {
  programId: null,
  unitId: null,
  classes: 1,
  trainees: 0,
  firstMonth: null,
  lastMonth: null,
  note: '',
};

const toDraft = ({ program, unit, classes, trainees, firstMonth, lastMonth, note }: FollowedLine): Draft => ({
  programId: program.id,
  unitId: unit.id,
  classes,
  trainees,
  firstMonth,
  lastMonth,
  note: note ?? '',
});
