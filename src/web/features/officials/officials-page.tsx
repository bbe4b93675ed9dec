import { Button, Group, Select } from '@mantine/core';
import { IconFilter, IconId, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { ExportButton } from '../../components/export-button';
import { PageHeader } from '../../components/page-header';
import { SearchField } from '../../components/search-field';
import { useMay } from '../identity/api';
import { useUnits } from '../units/api';
import { useViews } from '../views/api';
import { ViewMenu } from '../views/view-menu';
import { ActiveFilters } from './active-filters';
import { useOfficials } from './api';
import { BulkBar } from './bulk-bar';
import { FindByNumberDialog } from './find-by-number';
import { FilterDrawer } from './filter-drawer';
import { type ColumnName, ColumnPicker, drawColumns, readColumns } from './official-columns';
import { OfficialDialog } from './official-dialog';
import { type FilterTexts, FILTERS, type Official, readFilters, STATUSES, toQuery } from './official-filters';
import { KeysHelp } from '../../components/keys-help';
import { useListKeys } from '../../components/use-list-keys';
import { useSelection } from './use-selection';

const LIST = 'officials';

/** The list's address: its conditions, its columns and the kept view it came from. */
function useListAddress() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = useMemo(() => readFilters(search), [search]);
  const columns = useMemo(() => readColumns(typeof search.cot === 'string' ? search.cot.split(',') : []), [search.cot]);
  const view = typeof search.xem === 'string' ? search.xem : undefined;
  const go = useCallback(
    (next: { filters: FilterTexts; columns: readonly string[]; view: string | undefined }) => {
      const address = { ...next.filters, cot: next.columns.join(',') || undefined, xem: next.view };
      void navigate({ to: '/can-bo', search: address as never, replace: true });
    },
    [navigate],
  );
  return { filters, columns, view, isBare: Object.keys(search).length === 0, go };
}

/** Opens the list with the reader's default view when it is entered by an address that asks for nothing. */
function useDefaultView({ isBare, go }: ReturnType<typeof useListAddress>): void {
  const views = useViews(LIST);
  const settled = useRef(!isBare);
  useEffect(() => {
    if (settled.current || !views.data) return;
    settled.current = true;
    const view = views.data.items.find(({ isDefault }) => isDefault);
    if (view) go({ filters: readFilters(view.query), columns: view.columns, view: view.id });
  }, [views.data, go]);
}

/** Everybody of the reader's units: filters and columns in the address, rows chosen by mouse or keys. */
export function OfficialsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useListAddress();
  const { filters, columns, view, go } = address;
  useDefaultView(address);
  const officials = useOfficials(toQuery(filters));
  const mayManage = useMay('officials.manage');
  const maySeeSensitive = useMay('officials.readSensitive');
  const [open, setOpen] = useState<'add' | 'filters' | 'help' | 'number' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  const selection = useSelection(officials.items, JSON.stringify(filters));
  const filter = (next: FilterTexts): void => {
    go({ filters: next, columns, view });
  };
  const activeId = useListKeys({
    ids: useMemo(() => officials.items.map(({ id }) => id), [officials.items]),
    onToggle: selection.toggleId,
    onOpen: useCallback(
      (officialId: string) => void navigate({ to: '/can-bo/$officialId', params: { officialId } }),
      [navigate],
    ),
    onHelp: useCallback(() => {
      setOpen('help');
    }, []),
  });
  return (
    <>
      <PageHeader
        title={t('nav.officials')}
        subtitle={t(officials.totalCapped ? 'officials.countMore' : 'officials.count', { count: officials.total })}
      >
        <ViewMenu
          list={LIST}
          current={view}
          state={{ query: filters as Record<string, string>, columns: [...columns] }}
          onPick={(picked) => {
            go({ filters: readFilters(picked?.query ?? {}), columns: picked?.columns ?? [], view: picked?.id });
          }}
        />
        <ColumnPicker
          chosen={columns}
          onChoose={(names: ColumnName[]) => {
            go({ filters, columns: names, view });
          }}
        />
        <KeysHelp
          keys={KEYS.map(([key, text]) => [key, t(`people.key.${text}`)])}
          opened={open === 'help'}
          onChange={(opened) => setOpen(opened ? 'help' : null)}
        />
        <ExportButton path="/officials/export" query={filters} />
        {maySeeSensitive && (
          <Button
            variant="default"
            leftSection={<IconId size={18} aria-hidden />}
            onClick={() => {
              setOpen('number');
            }}
          >
            {t('officials.findByNumber')}
          </Button>
        )}
        {mayManage && (
          <Button
            variant="default"
            leftSection={<IconUsersGroup size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/can-bo/trung-lap" {...props} />}
          >
            {t('duplicates.title')}
          </Button>
        )}
        {mayManage && (
          <Button leftSection={<IconPlus size={18} />} onClick={() => setOpen('add')}>
            {t('officials.new')}
          </Button>
        )}
      </PageHeader>
      <FilterBar filters={filters} onFilter={filter} onMore={() => setOpen('filters')} />
      <ActiveFilters
        filters={filters}
        onLift={(names) => {
          filter({ ...filters, ...Object.fromEntries(names.map((name) => [name, undefined])) });
        }}
      />
      {mayManage && (
        <BulkBar chosen={selection} filters={filters} total={officials.total} capped={officials.totalCapped} />
      )}
      <DataTable<Official>
        label={t('nav.officials')}
        list={officials}
        empty={{ title: t('officials.empty'), hint: t('officials.emptyHint') }}
        columns={drawColumns(t, columns)}
        sorting={{
          value: filters.sort ?? 'name',
          onSort: (sort) => {
            filter({ ...filters, sort });
          },
        }}
        {...(mayManage && { selection: { ...selection, activeId, nameOf: ({ fullName }: Official) => fullName } })}
      />
      {open === 'number' && <FindByNumberDialog onClose={close} />}
      {open === 'add' && <OfficialDialog onClose={close} />}
      {open === 'filters' && (
        <FilterDrawer
          filters={filters}
          onClose={close}
          onApply={(next) => {
            filter(next);
            close();
          }}
        />
      )}
    </>
  );
}

/** The conditions used most; the others stand behind a button that says how many of them hold. */
function FilterBar({
  filters,
  onFilter,
  onMore,
}: {
  filters: FilterTexts;
  onFilter: (filters: FilterTexts) => void;
  onMore: () => void;
}) {
  const { t } = useTranslation();
  const units = useUnits();
  const held = FILTERS.filter((name) => filters[name] !== undefined && name !== 'q' && !name.endsWith('Match')).length;
  return (
    <Group mb="sm" gap="sm">
      <SearchField
        label={t('officials.search')}
        value={filters.q ?? ''}
        onSearch={(q) => {
          onFilter({ ...filters, q: q || undefined });
        }}
      />
      <Select
        visibleFrom="sm"
        aria-label={t('officials.allUnits')}
        placeholder={t('officials.allUnits')}
        clearable
        searchable
        w={220}
        value={filters.unitId ?? null}
        data={
          units.data?.items
            .filter(({ kind }) => kind !== 'party-cell')
            .map(({ id, name }) => ({ value: id, label: name })) ?? []
        }
        onChange={(unitId) => {
          onFilter({ ...filters, unitId: unitId ?? undefined });
        }}
      />
      <Select
        visibleFrom="sm"
        aria-label={t('people.filter.status')}
        allowDeselect={false}
        w={270}
        value={filters.status ?? 'serving'}
        data={STATUSES.map((value) => ({ value, label: t(`people.status.${value}`) }))}
        onChange={(status) => {
          onFilter({ ...filters, status: status === 'serving' || status === null ? undefined : status });
        }}
      />
      <Button variant="default" leftSection={<IconFilter size={18} aria-hidden />} onClick={onMore}>
        {held > 0 ? t('people.filtersHeld', { count: held }) : t('people.filters')}
      </Button>
    </Group>
  );
}

const KEYS = [
  ['j, ↓', 'down'],
  ['k, ↑', 'up'],
  ['Space', 'choose'],
  ['Enter', 'open'],
  ['/', 'search'],
  ['?', 'help'],
] as const;
