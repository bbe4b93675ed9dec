import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DataTable } from '../../components/data-table';
import { Dialog, fieldError } from '../../components/dialog';
import { ExportButton } from '../../components/export-button';
import { useCreateUnit, useUnits, useUpdateUnit } from './api';

type Unit = Schema<'UnitView'>;
const KINDS = [
  'province-committee',
  'district-committee',
  'commune',
  'town',
  'ward',
  'agency',
  'grassroots-org',
  'party-cell',
  'training-center',
  'school',
] as const;

/** The organisation tree as a list that can be added to and renamed. */
export function UnitsAdmin() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Unit | 'new' | null>(null);
  const units = useUnits();
  const names = new Map(units.data?.items.map(({ id, name }) => [id, name]));
  const list = {
    ...units,
    items: units.data?.items ?? [],
    total: units.data?.total ?? 0,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: () => undefined,
  };
  return (
    <>
      <Group mb="md" justify="flex-end">
        <ExportButton path="/units/export" />
        <Button
          onClick={() => {
            setEdited('new');
          }}
        >
          {t('admin.newUnit')}
        </Button>
      </Group>
      <DataTable<Unit>
        label={t('admin.units')}
        list={list}
        empty={{ title: t('admin.noUnits') }}
        columns={[
          { label: t('admin.unitName'), title: true, render: ({ name }) => name },
          { label: t('admin.unitCode'), render: ({ code }) => code },
          { label: t('admin.unitKind'), render: ({ kind }) => t(`unitKind.${kind}`) },
          { label: t('admin.unitParent'), render: ({ parentId }) => names.get(parentId ?? '') ?? '—' },
          {
            label: t('common.actions'),
            render: (unit) => (
              <Button
                size="compact-md"
                variant="default"
                onClick={() => {
                  setEdited(unit);
                }}
              >
                {t('common.edit')}
              </Button>
            ),
          },
        ]}
      />
      {edited && (
        <UnitDialog
          unit={edited === 'new' ? undefined : edited}
          units={list.items}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </>
  );
}

function UnitDialog({ unit, units, onClose }: { unit: Unit | undefined; units: readonly Unit[]; onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCreateUnit();
  const update = useUpdateUnit();
  const [draft, setDraft] = useState<Partial<Schema<'CreateUnitDto'>>>({ name: unit?.name, code: unit?.code });
  const set = (change: typeof draft): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const save = unit ? update : create;
  const submit = (): void => {
    if (unit) update.mutate({ id: unit.id, name: draft.name, code: draft.code }, { onSuccess: onClose });
    else create.mutate(draft as Schema<'CreateUnitDto'>, { onSuccess: onClose });
  };
  return (
    <Dialog
      opened
      title={unit ? unit.name : t('admin.newUnit')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={['name', 'code', 'kind', 'parentId']}
      onSubmit={submit}
    >
      <TextInput
        label={t('admin.unitName')}
        required
        value={draft.name ?? ''}
        error={fieldError(save.error, 'name')}
        onChange={({ currentTarget }) => {
          set({ name: currentTarget.value });
        }}
      />
      <TextInput
        label={t('admin.unitCode')}
        description={t('admin.unitCodeHint')}
        required
        value={draft.code ?? ''}
        error={fieldError(save.error, 'code')}
        onChange={({ currentTarget }) => {
          set({ code: currentTarget.value.toUpperCase() });
        }}
      />
      {!unit && (
        <>
          <Select
            label={t('admin.unitKind')}
            required
            value={draft.kind ?? null}
            error={fieldError(save.error, 'kind')}
            data={KINDS.map((kind) => ({ value: kind, label: t(`unitKind.${kind}`) }))}
            onChange={(kind) => {
              set({ kind: (kind ?? undefined) as (typeof KINDS)[number] | undefined });
            }}
          />
          <Select
            label={t('admin.unitParent')}
            required
            searchable
            value={draft.parentId ?? null}
            error={fieldError(save.error, 'parentId')}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(parentId) => {
              set({ parentId: parentId ?? undefined });
            }}
          />
        </>
      )}
    </Dialog>
  );
}
