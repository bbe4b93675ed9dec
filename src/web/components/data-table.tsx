import { Button, Checkbox, Group, Paper, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Loading } from './states';

export interface Column<Row> {
  /** Its heading; on a small screen it stands before the value. */
  label: string;
  render: (row: Row) => ReactNode;
  /** The row's name: the first line of its card on a small screen. */
  title?: boolean;
  /** Whole sentences: on a small screen they stand below the heading, not beside it. */
  long?: boolean;
  /** What the list is told to be ordered by it; turned round by a minus. */
  sort?: string;
}

interface List<Row> {
  items: Row[];
  total: number;
  /** Whether there are more than `total`: of very many only so many are counted. */
  totalCapped?: boolean;
  isPending: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

/** The order the list is in, and how to ask for another. */
export interface Sorting {
  value: string;
  onSort: (sort: string) => void;
}

/** Which rows are chosen, and the one that the keys speak of. */
export interface RowSelection<Row> {
  has: (row: Row) => boolean;
  toggle: (row: Row) => void;
  /** All rows that are shown: all, none or some of them. */
  state: 'all' | 'none' | 'some';
  toggleAll: () => void;
  nameOf: (row: Row) => string;
  activeId: string | null;
}

/** A list as a table, which becomes cards where there is no room for columns. */
export function DataTable<Row extends { id: string }>({
  label,
  list,
  columns,
  empty,
  sorting,
  selection,
}: {
  label: string;
  list: List<Row>;
  columns: Column<Row>[];
  empty: { title: string; hint?: string };
  sorting?: Sorting;
  selection?: RowSelection<Row>;
}) {
  const { t } = useTranslation();
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  if (list.items.length === 0) return <EmptyState title={empty.title}>{empty.hint}</EmptyState>;
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={0}>
        <Table className="cards" verticalSpacing="sm" highlightOnHover aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {selection && (
                <Table.Th w={44}>
                  <Checkbox
                    aria-label={t('common.selectAllShown')}
                    checked={selection.state === 'all'}
                    indeterminate={selection.state === 'some'}
                    onChange={selection.toggleAll}
                  />
                </Table.Th>
              )}
              {columns.map((column) => (
                <Heading key={column.label} column={column} sorting={sorting} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.items.map((row) => (
              <Table.Tr
                key={row.id}
                data-row={row.id}
                {...(selection && {
                  tabIndex: -1,
                  bg: selection.has(row) ? '#fdf1f0' : undefined,
                  style:
                    selection.activeId === row.id ? { outline: '2px solid #1864ab', outlineOffset: -2 } : undefined,
                })}
              >
                {selection && (
                  <Table.Td data-label="">
                    <Checkbox
                      aria-label={t('common.selectRow', { name: selection.nameOf(row) })}
                      checked={selection.has(row)}
                      onChange={() => {
                        selection.toggle(row);
                      }}
                    />
                  </Table.Td>
                )}
                {columns.map((column) => (
                  <Table.Td
                    key={column.label}
                    data-label={column.label}
                    data-title={column.title}
                    data-long={column.long}
                  >
                    {column.render(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group justify="space-between" p="sm">
        <Text c="#5f5a54" fz="sm">
          {t(list.totalCapped ? 'common.shownOfMore' : 'common.shown', { shown: list.items.length, total: list.total })}
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

/** A column's name; where the list can be ordered by it, a button that does so, first forward, then backward. */
function Heading<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  const { label, sort } = column;
  if (!sort || !sorting) return <Table.Th>{label}</Table.Th>;
  const forward = sorting.value === sort;
  const backward = sorting.value === `-${sort}`;
  const Icon = forward ? IconArrowUp : backward ? IconArrowDown : IconArrowsSort;
  return (
    <Table.Th aria-sort={forward ? 'ascending' : backward ? 'descending' : 'none'}>
      <UnstyledButton
        fw={700}
        fz="inherit"
        onClick={() => {
          sorting.onSort(forward ? `-${sort}` : sort);
        }}
      >
        <Group gap={4} wrap="nowrap">
          {label}
          <Icon size={16} aria-hidden color={forward || backward ? undefined : '#8a8580'} />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
