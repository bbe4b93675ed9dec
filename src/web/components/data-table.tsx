import { Button, Group, Paper, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Loading } from './states';

export interface Column<Row> {
  /** Its heading; on a small screen it stands before the value. */
  label: string;
  render: (row: Row) => ReactNode;
  /** The row's name: the first line of its card on a small screen. */
  title?: boolean;
}

interface List<Row> {
  items: Row[];
  total: number;
  isPending: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

/** A list as a table, which becomes cards where there is no room for columns. */
export function DataTable<Row extends { id: string }>({
  label,
  list,
  columns,
  empty,
}: {
  label: string;
  list: List<Row>;
  columns: Column<Row>[];
  empty: { title: string; hint?: string };
}) {
  const { t } = useTranslation();
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  if (list.items.length === 0) return <EmptyState title={empty.title}>{empty.hint}</EmptyState>;
  return (
    <Paper withBorder>
      <Table className="cards" verticalSpacing="sm" highlightOnHover aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.label}>{column.label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.items.map((row) => (
            <Table.Tr key={row.id}>
              {columns.map((column) => (
                <Table.Td key={column.label} data-label={column.label} data-title={column.title}>
                  {column.render(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="space-between" p="sm">
        <Text c="#5f5a54" fz="sm">
          {t('common.shown', { shown: list.items.length, total: list.total })}
        </Text>
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('common.more')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
