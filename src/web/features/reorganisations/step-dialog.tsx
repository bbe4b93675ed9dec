import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { Dialog } from '../../components/dialog';
import type { Step } from './api';
import type { Choice } from './names';
import { SplitFields } from './split-fields';
import { emptyUnit, NewUnitFields, TargetFields } from './unit-fields';

const KINDS = ['merge', 'split', 'create', 'rename', 'move', 'close'] as const;
type FieldsProps = {
  step: Step;
  units: readonly Choice[];
  all: readonly Schema<'UnitView'>[];
  year: number;
  onChange: (step: Step) => void;
};

/** Composes one step. */
export function StepDialog({
  units,
  all,
  year,
  busy,
  error,
  onClose,
  onAdd,
}: {
  units: readonly Choice[];
  all: readonly Schema<'UnitView'>[];
  /** The year in which the change takes effect. */
  year: number;
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onAdd: (step: Step) => void;
}) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ kind: 'merge' });
  const Fields = FIELDS[step.kind];
  return (
    <Dialog
      opened
      title={t('reorganisations.addStep')}
      onClose={onClose}
      submitLabel={t('reorganisations.add')}
      busy={busy}
      error={error}
      onSubmit={() => {
        onAdd(step.kind === 'split' && !step.parts ? { ...step, parts: [{}, {}] } : step);
      }}
    >
      <Select
        label={t('reorganisations.kind')}
        allowDeselect={false}
        value={step.kind}
        data={KINDS.map((kind) => ({ value: kind, label: t(`reorganisations.kinds.${kind}`) }))}
        onChange={(kind) => {
          setStep({ kind: kind as Step['kind'], ...(kind === 'create' && { newUnit: emptyUnit() }) });
        }}
      />
      <Fields step={step} units={units} all={all} year={year} onChange={setStep} />
    </Dialog>
  );
}

/** Chooses the unit a step speaks of, or the one above. */
function UnitField({ step, units, onChange, name }: FieldsProps & { name: 'unit' | 'parent' }) {
  const { t } = useTranslation();
  return (
    <Select
      label={t(`reorganisations.fields.${name}`)}
      required
      searchable
      value={step[name] ?? null}
      data={[...units]}
      onChange={(value) => {
        onChange({ ...step, [name]: value ?? undefined });
      }}
    />
  );
}

function MergeFields({ step, units, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <MultiSelect
        label={t('reorganisations.fields.from')}
        required
        searchable
        value={step.from ?? []}
        data={[...units]}
        onChange={(from) => {
          onChange({ ...step, from });
        }}
      />
      <TargetFields
        label={t('reorganisations.fields.into')}
        target={{ unit: step.into, newUnit: step.newUnit }}
        units={units.filter(({ value }) => !step.from?.includes(value))}
        onChange={({ unit, newUnit }) => {
          onChange({ ...step, into: unit, newUnit });
        }}
      />
    </>
  );
}

function RenameFields(props: FieldsProps) {
  const { t } = useTranslation();
  const { step, onChange } = props;
  return (
    <>
      <UnitField {...props} name="unit" />
      <TextInput
        label={t('reorganisations.fields.name')}
        value={step.name ?? ''}
        onChange={({ currentTarget }) => {
          onChange({ ...step, name: currentTarget.value || undefined });
        }}
      />
      <TextInput
        label={t('reorganisations.fields.code')}
        value={step.code ?? ''}
        onChange={({ currentTarget }) => {
          onChange({ ...step, code: currentTarget.value.toUpperCase() || undefined });
        }}
      />
    </>
  );
}

function MoveFields(props: FieldsProps) {
  return (
    <>
      <UnitField {...props} name="unit" />
      <UnitField {...props} name="parent" />
    </>
  );
}

function SplitStepFields(props: FieldsProps) {
  return (
    <>
      <UnitField {...props} name="unit" />
      <SplitFields {...props} />
    </>
  );
}

function CreateFields({ step, units, onChange }: FieldsProps) {
  return (
    <NewUnitFields
      unit={step.newUnit ?? emptyUnit()}
      units={units}
      onChange={(newUnit) => {
        onChange({ ...step, newUnit });
      }}
    />
  );
}

const FIELDS: Record<Step['kind'], (props: FieldsProps) => React.ReactNode> = {
  merge: MergeFields,
  split: SplitStepFields,
  create: CreateFields,
  rename: RenameFields,
  move: MoveFields,
  close: (props) => <UnitField {...props} name="unit" />,
};
