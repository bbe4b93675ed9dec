import { Alert, MultiSelect, NumberInput, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { usePrograms } from '../programs/api';
import { useUnits } from '../units/api';
import { type Plan, useFillFromNeeds, useNeedsPreview } from './api';

type Wishes = Schema<'NeedsFillDto'>;
type Set = (change: Partial<Wishes>) => void;

const USUAL_CLASS = 50;

/** Lines from the needs: of which programs and units, by when, and what happens to lines that are there. */
export function NeedsDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const programs = usePrograms();
  const fill = useFillFromNeeds(plan.id);
  const conferring = (programs.data?.items ?? []).filter(({ confersLlctLevel }) => confersLlctLevel !== null);
  const [change, setChange] = useState<Partial<Wishes>>({});
  const wishes: Wishes = {
    programIds: conferring.map(({ id }) => id),
    day: `${plan.lastYear}-12-31`,
    grouping: 'common',
    classSize: USUAL_CLASS,
    existing: 'keep',
    ...change,
  };
  const complete = wishes.programIds.length > 0 && wishes.day !== '' && wishes.classSize > 0;
  const preview = useNeedsPreview(plan.id, complete ? wishes : null);
  const set: Set = (part) => {
    setChange((before) => ({ ...before, ...part }));
  };
  return (
    <Dialog
      opened
      title={t('plans.fromNeeds')}
      submitLabel={t('plans.takeNeeds')}
      busy={fill.isPending}
      error={fill.error ?? preview.error}
      fields={['programIds', 'day', 'classSize', 'unitIds']}
      onClose={onClose}
      onSubmit={() => {
        fill.mutate(wishes, {
          onSuccess: (done) => {
            notifyDone(t('plans.needsDone', { ...done }));
            onClose();
          },
        });
      }}
    >
      <MultiSelect
        data-autofocus
        label={t('plans.programs')}
        required
        data={conferring.map(({ id, name }) => ({ value: id, label: name }))}
        value={wishes.programIds}
        error={fieldError(fill.error, 'programIds')}
        onChange={(programIds) => {
          set({ programIds });
        }}
      />
      <UnitsChoice wishes={wishes} plan={plan} set={set} />
      <DateField
        label={t('plans.needsDay')}
        required
        value={wishes.day}
        error={fieldError(fill.error, 'day')}
        onChange={(day) => {
          set({ day: day ?? '' });
        }}
      />
      <Ways wishes={wishes} set={set} error={fill.error} />
      {preview.data && (
        <Alert color="blue" variant="light" aria-live="polite">
          {t('plans.needsPreview', { ...preview.data })}
        </Alert>
      )}
    </Dialog>
  );
}

function UnitsChoice({ wishes, plan, set }: { wishes: Wishes; plan: Plan; set: Set }) {
  const { t } = useTranslation();
  const units = useUnits();
  return (
    <MultiSelect
      label={t('plans.units')}
      placeholder={wishes.unitIds ? undefined : t('common.all')}
      searchable
      clearable
      data={(units.data?.items ?? [])
        .filter(({ id, kind }) => id !== plan.unit.id && kind !== 'party-cell')
        .map(({ id, name }) => ({ value: id, label: name }))}
      value={wishes.unitIds ?? []}
      onChange={(unitIds) => {
        set({ unitIds: unitIds.length === 0 ? undefined : unitIds });
      }}
    />
  );
}

/** How lines are made, and what happens to those that are there. */
function Ways({ wishes, set, error }: { wishes: Wishes; set: Set; error: unknown }) {
  const { t } = useTranslation();
  const choice = <Name extends 'grouping' | 'existing'>(name: Name, values: readonly Wishes[Name][]) => (
    <Radio.Group
      label={t(`plans.${name}`)}
      value={wishes[name]}
      onChange={(value) => {
        set({ [name]: value as Wishes[Name] });
      }}
    >
      <Stack gap={6} mt={4}>
        {values.map((value) => (
          <Radio key={value} value={value} label={t(`plans.way.${value}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
  return (
    <>
      {choice('grouping', ['common', 'unit'])}
      <NumberInput
        label={t('plans.classSize')}
        min={1}
        max={2000}
        allowDecimal={false}
        value={wishes.classSize}
        error={fieldError(error, 'classSize')}
        onChange={(size) => {
          set({ classSize: Number(size) });
        }}
      />
      {choice('existing', ['keep', 'replace'])}
    </>
  );
}
