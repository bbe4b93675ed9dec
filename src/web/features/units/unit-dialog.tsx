import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { today } from '../../i18n/dates';
import { type UnitDetails, useCreateUnit, useUpdateUnit } from './api';
import { KINDS } from './kinds';

const AREAS = ['plain', 'mountain', 'border', 'island', 'ethnic-minority'] as const;
const FIELDS = ['name', 'code', 'kind', 'secretary', 'phone', 'email', 'address', 'area', 'validFrom'] as const;

type Draft = Partial<Record<(typeof FIELDS)[number], string | null>>;

/** A new unit below another, or a correction of what one is now; a change from a day on is a reorganisation. */
export function UnitDialog({
  unit,
  parent,
  onClose,
}: {
  unit?: UnitDetails;
  parent: { id: string; name: string } | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const create = useCreateUnit();
  const update = useUpdateUnit();
  const save = unit ? update : create;
  const [draft, setDraft] = useState<Draft>(
    unit ? Object.fromEntries(FIELDS.map((field) => [field, unit[field]])) : {},
  );
  const [areaFrom, setAreaFrom] = useState<string | null>(today());
  const areaChanges = unit !== undefined && draft.area !== unit.area;
  const set = (field: keyof Draft) => (value: string | null) => {
    setDraft((before) => ({ ...before, [field]: value === '' ? null : value }));
  };
  const submit = (): void => {
    if (unit)
      update.mutate({ id: unit.id, ...changed(draft, unit), ...(areaChanges && { areaFrom }) }, { onSuccess: onClose });
    else create.mutate({ ...draft, parentId: parent?.id } as Schema<'CreateUnitDto'>, { onSuccess: onClose });
  };
  const text = (field: keyof Draft, label: string, more: { required?: boolean; hint?: string } = {}) => (
    <TextInput
      label={label}
      description={more.hint}
      required={more.required}
      value={draft[field] ?? ''}
      error={fieldError(save.error, field)}
      onChange={({ currentTarget }) => {
        set(field)(field === 'code' ? currentTarget.value.toUpperCase() : currentTarget.value);
      }}
    />
  );
  return (
    <Dialog
      opened
      title={unit ? t('units.correct') : t('units.newBelow', { name: parent?.name ?? '' })}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={[...FIELDS, 'areaFrom']}
      onSubmit={submit}
    >
      {text('name', t('admin.unitName'), { required: true })}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {text('code', t('admin.unitCode'), { required: true, hint: t('admin.unitCodeHint') })}
        <Select
          label={t('admin.unitKind')}
          description={t('units.kindHint')}
          required
          value={draft.kind ?? null}
          error={fieldError(save.error, 'kind')}
          data={KINDS.map((kind) => ({ value: kind, label: t(`unitKind.${kind}`) }))}
          onChange={set('kind')}
        />
        {text('secretary', t('units.secretary'))}
        {text('phone', t('units.phone'))}
      </SimpleGrid>
      {text('email', t('units.email'))}
      {text('address', t('units.address'))}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('units.area')}
          clearable
          value={draft.area ?? null}
          error={fieldError(save.error, 'area')}
          data={AREAS.map((area) => ({ value: area, label: t(`unitArea.${area}`) }))}
          onChange={set('area')}
        />
        <DateField
          label={t('units.validFrom')}
          clearable
          value={draft.validFrom ?? null}
          error={fieldError(save.error, 'validFrom')}
          onChange={set('validFrom')}
        />
        {areaChanges && (
          <DateField
            label={t('units.areaFrom')}
            description={t('units.areaFromHint')}
            clearable
            maxDate={today()}
            value={areaFrom}
            error={fieldError(save.error, 'areaFrom')}
            onChange={setAreaFrom}
          />
        )}
      </SimpleGrid>
    </Dialog>
  );
}

/** Only what was changed is sent: somebody else may be correcting another field. */
const changed = (draft: Draft, unit: UnitDetails): Schema<'UpdateUnitDto'> =>
  Object.fromEntries(FIELDS.filter((field) => draft[field] !== unit[field]).map((field) => [field, draft[field]]));
