import { Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Kind, KINDS } from '../units/kinds';
import type { NewUnit } from './api';
import type { Choice } from './names';

/** Which unit: one that stands, or a new one. */
export interface Target {
  unit?: string;
  newUnit?: NewUnit;
}

export const NEW = 'new';

/** A new unit's fields start empty; the key is how other steps will speak of it. */
export const emptyUnit = (): NewUnit => ({
  key: `moi-${crypto.randomUUID().slice(0, 8)}`,
  kind: 'commune',
  code: '',
  name: '',
  parent: '',
});

/** Chooses an existing unit, or says what the new one is. */
export function TargetFields({
  label,
  target,
  units,
  onChange,
}: {
  label: string;
  target: Target;
  units: readonly Choice[];
  onChange: (target: Target) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={label}
        required
        searchable
        value={target.newUnit ? NEW : (target.unit ?? null)}
        data={[{ value: NEW, label: t('reorganisations.aNewUnit') }, ...units]}
        onChange={(value) => {
          onChange(value === NEW ? { newUnit: emptyUnit() } : value === null ? {} : { unit: value });
        }}
      />
      {target.newUnit && (
        <NewUnitFields
          unit={target.newUnit}
          units={units}
          onChange={(newUnit) => {
            onChange({ newUnit });
          }}
        />
      )}
    </>
  );
}

/** Name, code, kind and place of a unit to be made. */
export function NewUnitFields({
  unit,
  units,
  onChange,
}: {
  unit: NewUnit;
  units: readonly Choice[];
  onChange: (unit: NewUnit) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('admin.unitName')}
        required
        value={unit.name}
        onChange={({ currentTarget }) => {
          onChange({ ...unit, name: currentTarget.value });
        }}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('admin.unitCode')}
          required
          value={unit.code}
          onChange={({ currentTarget }) => {
            onChange({ ...unit, code: currentTarget.value.toUpperCase() });
          }}
        />
        <Select
          label={t('admin.unitKind')}
          required
          allowDeselect={false}
          value={unit.kind}
          data={KINDS.map((kind) => ({ value: kind, label: t(`unitKind.${kind}`) }))}
          onChange={(kind) => {
            onChange({ ...unit, kind: kind as Kind });
          }}
        />
      </Group>
      <Select
        label={t('reorganisations.fields.parent')}
        required
        searchable
        value={unit.parent || null}
        data={[...units]}
        onChange={(parent) => {
          onChange({ ...unit, parent: parent ?? '' });
        }}
      />
    </>
  );
}
