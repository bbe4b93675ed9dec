import { Button, Group, Paper, SegmentedControl, Select, SimpleGrid, Table, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { ExportButton } from '../../components/export-button';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { today, writeDate } from '../../i18n/dates';
import { usePrograms } from '../programs/api';
import { useUnits } from '../units/api';
import { type NeedsFilter, type NeedsRow, useNeeds } from './api';
import { NeedsMatrix } from './needs-matrix';
import { NeedyDrawer } from './needy-drawer';

interface Search {
  ngay?: string;
  den?: string;
  donVi?: string;
  chuongTrinh?: string;
  kieu?: 'bang' | 'thu-tu';
}

/** Who lacks what, per unit and program, now and by a day to come: where a plan of training begins. */
export function NeedsPage() {
  const { t } = useTranslation();
  const search: Search = useSearch({ strict: false });
  const filter: NeedsFilter = {
    asOf: search.ngay,
    until: search.den,
    unitId: search.donVi,
    programId: search.chuongTrinh,
  };
  const needs = useNeeds(filter);
  const [opened, setOpened] = useState<NeedsRow | null>(null);
  return (
    <>
      <PageHeader title={t('nav.needs')} subtitle={t('needs.subtitle')}>
        <ExportButton path="/needs/export" query={{ ...filter }} />
      </PageHeader>
      <Filters search={search} until={needs.data?.until} />
      {needs.error && <ErrorState error={needs.error} retry={() => void needs.refetch()} />}
      {needs.isPending && <Loading />}
      {needs.data && (
        <>
          <Totals
            asOf={needs.data.asOf}
            until={needs.data.until}
            totals={needs.data.totals}
            source={needs.data.retirementSource}
          />
          {needs.data.rows.length === 0 ? (
            <EmptyState title={t('needs.nobody')}>{t('needs.nobodyHint')}</EmptyState>
          ) : search.kieu === 'thu-tu' ? (
            <Ranking rows={needs.data.rows} onOpen={setOpened} />
          ) : (
            <NeedsMatrix rows={needs.data.rows} onOpen={setOpened} />
          )}
        </>
      )}
      <NeedyDrawer
        filter={filter}
        row={opened}
        onClose={() => {
          setOpened(null);
        }}
      />
    </>
  );
}

function Filters({ search, until }: { search: Search; until: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const units = useUnits();
  const programs = usePrograms();
  const set = (change: Search): void => {
    void navigate({ to: '/nhu-cau', search: { ...search, ...change } as never, replace: true });
  };
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} mb="md" className="no-print">
        <DateField
          label={t('needs.asOf')}
          value={search.ngay ?? today()}
          onChange={(day) => {
            set({ ngay: day ?? undefined });
          }}
        />
        <DateField
          label={t('needs.until')}
          value={search.den ?? until ?? null}
          onChange={(day) => {
            set({ den: day ?? undefined });
          }}
        />
        <Select
          label={t('officials.unit')}
          searchable
          clearable
          placeholder={t('common.all')}
          data={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={search.donVi ?? null}
          onChange={(unitId) => {
            set({ donVi: unitId ?? undefined });
          }}
        />
        <Select
          label={t('needs.program')}
          clearable
          placeholder={t('common.all')}
          data={(programs.data?.items ?? [])
            .filter(({ confersLlctLevel }) => confersLlctLevel !== null)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={search.chuongTrinh ?? null}
          onChange={(programId) => {
            set({ chuongTrinh: programId ?? undefined });
          }}
        />
      </SimpleGrid>
      <SegmentedControl
        mb="md"
        className="no-print"
        aria-label={t('needs.view')}
        value={search.kieu ?? 'bang'}
        onChange={(kieu) => {
          set({ kieu: kieu as Search['kieu'] });
        }}
        data={[
          { value: 'bang', label: t('needs.asMatrix') },
          { value: 'thu-tu', label: t('needs.asRanking') },
        ]}
      />
    </>
  );
}

interface TotalsOf {
  officials: number;
  people: number;
  unknown: number;
  leaving: number;
  withoutStandard: number;
}

function Totals({ asOf, until, totals, source }: { asOf: string; until: string; totals: TotalsOf; source: string }) {
  const { t } = useTranslation();
  const { officials, people, unknown, leaving, withoutStandard } = totals;
  return (
    <Paper withBorder p="md" mb="md">
      <Text fw={600} fz="lg">
        {t('needs.total', { people, officials, asOf: writeDate(asOf), until: writeDate(until) })}
      </Text>
      {unknown > 0 && <Text>{t('needs.unknownTotal', { count: unknown })}</Text>}
      {withoutStandard > 0 && <Text>{t('needs.withoutStandard', { count: withoutStandard })}</Text>}
      {leaving > 0 && <Text>{t('needs.leaving', { count: leaving, source })}</Text>}
    </Paper>
  );
}

function Ranking({ rows, onOpen }: { rows: readonly NeedsRow[]; onOpen: (row: NeedsRow) => void }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder>
      <Text p="sm" c="#5f5a54">
        {t('needs.rankedHow')}
      </Text>
      <Table className="cards" verticalSpacing="sm" aria-label={t('needs.asRanking')}>
        <Table.Thead>
          <Table.Tr>
            {['rank', 'unit', 'program', 'people', 'now', 'planned', 'unknown', 'earliest'].map((column) => (
              <Table.Th key={column}>{t(`needs.column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.rank}>
              <Table.Td data-label={t('needs.column.rank')}>{row.rank}</Table.Td>
              <Table.Td data-label={t('needs.column.unit')} data-title>
                {row.unit.name}
              </Table.Td>
              <Table.Td data-label={t('needs.column.program')}>
                {row.program?.name ?? t(`needs.noProgram.${row.kind}`)}
              </Table.Td>
              <Table.Td data-label={t('needs.column.people')}>
                <Group gap={6} wrap="nowrap">
                  <Button
                    size="compact-md"
                    variant="light"
                    aria-label={t('needs.open', { people: row.people, officials: row.officials, unit: row.unit.name })}
                    onClick={() => {
                      onOpen(row);
                    }}
                  >
                    {row.people}/{row.officials}
                  </Button>
                </Group>
              </Table.Td>
              <Table.Td data-label={t('needs.column.now')}>{row.now}</Table.Td>
              <Table.Td data-label={t('needs.column.planned')}>{row.planned}</Table.Td>
              <Table.Td data-label={t('needs.column.unknown')}>{row.unknown}</Table.Td>
              <Table.Td data-label={t('needs.column.earliest')}>
                {row.earliest ? writeDate(row.earliest) : '—'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
