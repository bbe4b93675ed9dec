import { Button, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NeedsRow } from './api';

/** Units down, programs across; each number says of how many and opens the names. */
export function NeedsMatrix({ rows, onOpen }: { rows: readonly NeedsRow[]; onOpen: (row: NeedsRow) => void }) {
  const { t } = useTranslation();
  const columns = distinct(rows.map((row) => [keyOf(row), row] as const));
  const units = distinct(rows.map((row) => [row.unit.id, row] as const));
  const cell = new Map(rows.map((row) => [`${row.unit.id} ${keyOf(row)}`, row]));
  const heading = (row: NeedsRow): string => row.program?.name ?? t(`needs.noProgram.${row.kind}`);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={0}>
        <Table className="cards" verticalSpacing="sm" aria-label={t('needs.asMatrix')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('needs.column.unit')}</Table.Th>
              {columns.map(([key, row]) => (
                <Table.Th key={key}>{heading(row)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {units.map(([unitId, { unit }]) => (
              <Table.Tr key={unitId}>
                <Table.Td data-label={t('needs.column.unit')} data-title>
                  {unit.name}
                </Table.Td>
                {columns.map(([key, column]) => (
                  <Table.Td key={key} data-label={heading(column)}>
                    <Cell row={cell.get(`${unitId} ${key}`)} onOpen={onOpen} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Cell({ row, onOpen }: { row: NeedsRow | undefined; onOpen: (row: NeedsRow) => void }) {
  const { t } = useTranslation();
  if (!row) return <Text c="#5f5a54">—</Text>;
  return (
    <>
      <Button
        size="compact-md"
        variant={row.people > 0 ? 'light' : 'subtle'}
        aria-label={t('needs.open', { people: row.people, officials: row.officials, unit: row.unit.name })}
        onClick={() => {
          onOpen(row);
        }}
      >
        {row.people}/{row.officials}
      </Button>
      {row.people > row.now && (
        <Text fz="sm" c="#5f5a54">
          {t('needs.laterCount', { count: row.people - row.now })}
        </Text>
      )}
      {row.unknown > 0 && (
        <Text fz="sm" c="#5f5a54">
          {t('needs.unknownCount', { count: row.unknown })}
        </Text>
      )}
    </>
  );
}

const keyOf = ({ program, kind }: NeedsRow): string => program?.id ?? kind;

/** Each key once, in the order of its first row. */
const distinct = (entries: readonly (readonly [string, NeedsRow])[]): [string, NeedsRow][] => {
  const seen = new Map<string, NeedsRow>();
  for (const [key, row] of entries) if (!seen.has(key)) seen.set(key, row);
  return [...seen];
};
