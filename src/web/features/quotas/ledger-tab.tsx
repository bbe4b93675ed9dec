import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table';
import { ExportButton } from '../../components/export-button';
import { writeInstant } from '../../i18n/dates';
import { LedgerFilterFields } from './ledger-filters';
import { filtersOf, type LedgerSearch } from './ledger-search';
import { type LedgerEntry, useLedger } from './moves-api';

/** Every movement of places of a year, newest first; what is looked for stands in the address. */
export function LedgerTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const search = useSearch({ strict: false }) as LedgerSearch;
  const navigate = useNavigate();
  const filters = filtersOf(search);
  const ledger = useLedger(year, filters);
  const columns: Column<LedgerEntry>[] = [
    { label: t('quotas.ledgerColumn.when'), render: ({ at }) => writeInstant(at) },
    { label: t('quotas.ledgerColumn.unit'), title: true, render: ({ unit }) => unit.name },
    { label: t('quotas.ledgerColumn.program'), render: ({ programName }) => programName },
    { label: t('quotas.ledgerColumn.movement'), long: true, render: (entry) => <Movement entry={entry} /> },
    { label: t('quotas.ledgerColumn.places'), render: ({ places }) => places },
    {
      label: t('quotas.ledgerColumn.ground'),
      long: true,
      render: ({ document, reason, by }) => (
        <div>
          {[document, reason].filter(Boolean).join(' · ') || '—'}
          <Text fz="sm">{by ?? t('quotas.byRule')}</Text>
        </div>
      ),
    },
  ];
  const filtered = Object.keys(filters).length > 0;
  return (
    <Stack>
      <LedgerFilterFields
        year={year}
        search={search}
        onChange={(change) => {
          void navigate({ to: '/chi-tieu', search: { ...search, ...change } as never, replace: true });
        }}
      />
      <Group justify="flex-end">
        <ExportButton path="/quotas/ledger/export" query={{ period: String(year), ...filters }} />
      </Group>
      <DataTable<LedgerEntry>
        label={t('quotas.tab.ledger')}
        list={ledger}
        columns={columns}
        empty={
          filtered
            ? { title: t('quotas.noEntriesFound'), hint: t('quotas.noEntriesFoundHint') }
            : { title: t('quotas.noEntries'), hint: t('quotas.noEntriesHint') }
        }
      />
    </Stack>
  );
}

function Movement({ entry: { kind, from, to, other, official } }: { entry: LedgerEntry }) {
  const { t } = useTranslation();
  return (
    <div>
      {t(`quotas.entry.${kind}`)}
      <Text fz="sm">
        {t(`quotas.part.${from}`)} → {t(`quotas.part.${to}`)}
        {other && ` · ${other.name}`}
      </Text>
      {official && (
        <Anchor
          fz="sm"
          renderRoot={(props) => <Link to="/can-bo/$officialId" params={{ officialId: official.id }} {...props} />}
        >
          {official.name}
        </Anchor>
      )}
    </div>
  );
}
