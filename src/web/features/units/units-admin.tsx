import { Checkbox, Group } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { DateField } from '../../components/date-field';
import { ExportButton } from '../../components/export-button';
import { SearchField } from '../../components/search-field';
import { useMe } from '../identity/api';
import { type Unit, type UnitFilters, useUnitList } from './api';
import { ClosedBadge, UnitLink, UnitTree } from './unit-tree';

/** The organisation: today's tree, or a list when somebody searches or asks for the map of another day. */
export function UnitsAdmin() {
  const { t } = useTranslation();
  const me = useMe();
  const filters = useSearch({ strict: false }) as UnitFilters;
  const navigate = useNavigate();
  const filter = (change: UnitFilters): void => {
    void navigate({ to: '/quan-tri/don-vi', search: { ...filters, ...change } as never, replace: true });
  };
  const asList = Boolean(filters.q) || Boolean(filters.asOf);
  const list = useUnitList(filters, asList);
  return (
    <>
      <Group mb="md" align="flex-end">
        <SearchField
          label={t('units.search')}
          value={filters.q ?? ''}
          onSearch={(q) => {
            filter({ q: q || undefined });
          }}
        />
        <DateField
          label={t('units.asOf')}
          clearable
          w={190}
          value={filters.asOf ?? null}
          onChange={(asOf) => {
            filter({ asOf: asOf ?? undefined });
          }}
        />
        <Checkbox
          label={t('units.includeClosed')}
          mb={8}
          disabled={Boolean(filters.asOf)}
          checked={filters.includeClosed ?? false}
          onChange={({ currentTarget }) => {
            filter({ includeClosed: currentTarget.checked || undefined });
          }}
        />
        <ExportButton path="/units/export" query={{ q: filters.q, asOf: filters.asOf }} />
      </Group>
      {asList ? (
        <DataTable<Unit>
          label={t('admin.units')}
          list={list}
          empty={{ title: t('units.noneFound'), hint: t('units.noneFoundHint') }}
          columns={[
            { label: t('admin.unitName'), title: true, render: (unit) => <UnitLink unit={unit} /> },
            { label: t('admin.unitCode'), render: ({ code }) => code },
            { label: t('admin.unitKind'), render: ({ kind }) => t(`unitKind.${kind}`) },
            { label: t('units.now'), render: ({ closed }) => (closed ? <ClosedBadge /> : t('units.standing')) },
          ]}
        />
      ) : (
        me.data && (
          <UnitTree
            key={String(filters.includeClosed)}
            rootId={me.data.unit.id}
            includeClosed={filters.includeClosed ?? false}
          />
        )
      )}
    </>
  );
}
