import { Alert, Button, Card, Group, NumberInput, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/states';
import { type Import, type ImportTable, useRemap } from './api';

/** What was found in the file: which sheet, which lines, which column holds what; corrected by hand where it is wrong. */
export function ImportColumns({ found }: { found: Import }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [byHand, setByHand] = useState<ImportTable[] | null>(null);
  const remap = useRemap(found.id);
  const tables = byHand ?? (found.tables.length > 0 ? found.tables : []);
  const change = (at: number, table: ImportTable): void => {
    setByHand(tables.map((old, index) => (index === at ? table : old)));
  };
  const missing = found.tables.flatMap((table) => table.missing);
  const shown = open || missing.length > 0 || found.tables.length === 0;
  const readAgain = (): void => {
    remap.mutate(
      { sheets: tables.map(layoutOf) },
      {
        onSuccess: () => {
          setByHand(null);
        },
      },
    );
  };
  return (
    <Card withBorder component="section" aria-label={t('imports.columns.title')}>
      <Group justify="space-between" wrap="wrap">
        <div style={{ flex: '1 1 260px' }}>
          <Title order={3} fz="lg">
            {t('imports.columns.title')}
          </Title>
          <Found found={found} />
        </div>
        {found.tables.length > 0 && (
          <Button
            variant="default"
            aria-expanded={shown}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {t(shown ? 'imports.columns.hide' : 'imports.columns.show')}
          </Button>
        )}
      </Group>
      {shown && (
        <Stack mt="md">
          {tables.map((table, at) => (
            <Columns
              key={table.sheet}
              table={table}
              found={found}
              onChange={(changed) => {
                change(at, changed);
              }}
            />
          ))}
          {found.can.remap && found.tables.length === 0 && (
            <ByHand found={found} onTable={(table) => setByHand([table])} />
          )}
          {remap.error && <ErrorState error={remap.error} />}
          {found.can.remap && (
            <Group>
              <Button loading={remap.isPending} disabled={byHand === null} onClick={readAgain}>
                {t('imports.columns.readAgain')}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Card>
  );
}

const layoutOf = ({ sheet, headerRow, firstRow, columns }: ImportTable) => ({
  sheet,
  headerRow,
  firstRow,
  columns: columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }])),
});

/** In a sentence for each table: where it stands, how much of it is read, what is missing. */
function Found({ found }: { found: Import }) {
  const { t } = useTranslation();
  if (found.tables.length === 0) return <Text>{t('imports.columns.none')}</Text>;
  return found.tables.map(({ sheet, headerRow, columns, missing, encoding }) => (
    <Stack key={sheet} gap={4} mt={4}>
      <Text>
        {t('imports.columns.found', {
          sheet,
          row: headerRow,
          read: columns.filter(({ field }) => field !== null).length,
          all: columns.length,
        })}
        {encoding !== 'unicode' && ` ${t('imports.columns.converted', { encoding: encoding.toUpperCase() })}`}
      </Text>
      {missing.length > 0 && (
        <Alert color="red" variant="light" title={t('imports.columns.missing')}>
          {missing.map((field) => t(`imports.field.${field}`)).join('; ')}
        </Alert>
      )}
    </Stack>
  ));
}

/** One line for each column: its heading, what stands in it, and what it is read as. */
function Columns({
  table,
  found,
  onChange,
}: {
  table: ImportTable;
  found: Import;
  onChange: (table: ImportTable) => void;
}) {
  const { t } = useTranslation();
  const choose = (index: number, field: string | null): void => {
    const columns = table.columns.map((column) => {
      if (column.index === index) return { ...column, field };
      return column.field === field ? { ...column, field: null } : column;
    });
    onChange({ ...table, columns });
  };
  const choices = found.fields.map(({ name, heading }) => ({ value: name, label: heading }));
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table className="cards" aria-label={table.sheet}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports.columns.column')}</Table.Th>
            <Table.Th>{t('imports.columns.heading')}</Table.Th>
            <Table.Th>{t('imports.columns.samples')}</Table.Th>
            <Table.Th>{t('imports.columns.readAs')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.columns.map(({ index, letter, heading, samples, field }) => (
            <Table.Tr key={index}>
              <Table.Td data-label={t('imports.columns.column')}>{letter}</Table.Td>
              <Table.Td data-label={t('imports.columns.heading')}>{heading || '—'}</Table.Td>
              <Table.Td data-label={t('imports.columns.samples')} c="#5f5a54" style={{ overflowWrap: 'anywhere' }}>
                {samples.join(' · ') || '—'}
              </Table.Td>
              <Table.Td data-label={t('imports.columns.readAs')}>
                <Select
                  aria-label={t('imports.columns.readAsOf', { column: heading || letter })}
                  miw={240}
                  placeholder={t('imports.columns.notRead')}
                  clearable
                  searchable
                  disabled={!found.can.remap}
                  data={choices}
                  value={field}
                  onChange={(value) => {
                    choose(index, value);
                  }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Shows where the table begins when nobody found it. */
function ByHand({ found, onTable }: { found: Import; onTable: (table: ImportTable) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(found.sheets[0]?.name ?? null);
  const [row, setRow] = useState<number>(1);
  const sheet = found.sheets.find((candidate) => candidate.name === name);
  if (!sheet) return null;
  const take = (): void => {
    const header = sheet.preview[row - 1] ?? [];
    const below = sheet.preview.slice(row);
    onTable({
      sheet: sheet.name,
      headerRow: row,
      firstRow: row + 1,
      missing: [],
      encoding: 'unicode',
      columns: header.map((heading, index) => ({
        index,
        letter: String.fromCharCode(65 + (index % 26)),
        heading,
        field: null,
        hidden: false,
        samples: below.flatMap((line) => line[index] || []).slice(0, 3),
      })),
    });
  };
  return (
    <Group align="flex-end">
      <Select
        label={t('imports.columns.sheet')}
        data={found.sheets.map((candidate) => candidate.name)}
        value={name}
        onChange={setName}
      />
      <NumberInput
        label={t('imports.columns.headerRow')}
        min={1}
        max={sheet.preview.length}
        value={row}
        onChange={(value) => {
          setRow(Number(value) || 1);
        }}
      />
      <Button variant="default" onClick={take}>
        {t('imports.columns.take')}
      </Button>
    </Group>
  );
}
