import { Button, Card, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../components/export-button';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { useLedger } from './moves-api';

/** Every movement of places of a year, newest first. */
export function LedgerTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const [pages, setPages] = useState<string[]>([]);
  const ledger = useLedger(year, undefined, pages.at(-1));
  if (ledger.error) return <ErrorState error={ledger.error} retry={() => void ledger.refetch()} />;
  if (!ledger.data) return <Loading />;
  const { items, next, total } = ledger.data;
  return (
    <Stack>
      <Group justify="space-between">
        <Text>{t('quotas.ledgerCount', { count: total })}</Text>
        <ExportButton path="/quotas/ledger/export" query={{ period: String(year) }} />
      </Group>
      {items.length === 0 ? (
        <EmptyState title={t('quotas.noEntries')}>{t('quotas.noEntriesHint')}</EmptyState>
      ) : (
        <Card withBorder p={0} style={{ overflowX: 'auto' }} tabIndex={0}>
          <Table miw={760} verticalSpacing="xs" aria-label={t('quotas.tab.ledger')}>
            <Table.Thead>
              <Table.Tr>
                {['when', 'unit', 'program', 'movement', 'places', 'ground'].map((heading) => (
                  <Table.Th key={heading}>{t(`quotas.ledgerColumn.${heading}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((entry) => (
                <Table.Tr key={entry.id}>
                  <Table.Td>{writeInstant(entry.at)}</Table.Td>
                  <Table.Td>{entry.unit.name}</Table.Td>
                  <Table.Td>{entry.programName}</Table.Td>
                  <Table.Td>
                    {t(`quotas.entry.${entry.kind}`)}
                    <Text fz="sm">
                      {t(`quotas.part.${entry.from}`)} → {t(`quotas.part.${entry.to}`)}
                      {entry.other && ` · ${entry.other.name}`}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">{entry.places}</Table.Td>
                  <Table.Td>
                    {[entry.document, entry.reason].filter(Boolean).join(' · ') || '—'}
                    <Text fz="sm">{entry.by ?? t('quotas.byRule')}</Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Card>
      )}
      <Group>
        {pages.length > 0 && (
          <Button
            variant="default"
            onClick={() => {
              setPages(pages.slice(0, -1));
            }}
          >
            {t('quotas.newer')}
          </Button>
        )}
        {next && (
          <Button
            variant="default"
            onClick={() => {
              setPages([...pages, next]);
            }}
          >
            {t('quotas.older')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
