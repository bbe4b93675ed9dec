import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DataTable } from '../../components/data-table';
import { writeDate } from '../../i18n/dates';
import { type Import, type ImportRow, type RowState, useImportRows } from './api';

const STATES: readonly { state: RowState; count: 'new' | 'changed' | 'unchanged' | 'problems' }[] = [
  { state: 'problem', count: 'problems' },
  { state: 'new', count: 'new' },
  { state: 'changed', count: 'changed' },
  { state: 'unchanged', count: 'unchanged' },
];

/** Every row of the file and what it does; the counters are the filters, and live in the address. */
export function ImportRows({ found }: { found: Import }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { state } = useSearch({ strict: false }) as { state?: RowState };
  const rows = useImportRows(found.id, state, `${found.status}${JSON.stringify(found.summary)}`);
  if (found.rowsForgotten) return <Text>{t('imports.rowsForgotten')}</Text>;
  const { summary } = found;
  const all = summary.new + summary.changed + summary.unchanged + summary.problems;
  const filter = (value: RowState | undefined, label: string, count: number) => (
    <Button
      key={label}
      variant={state === value ? 'filled' : 'default'}
      aria-pressed={state === value}
      onClick={() => {
        void navigate({
          to: '/nhap-du-lieu/$importId',
          params: { importId: found.id },
          search: { state: value } as never,
          replace: true,
        });
      }}
    >
      {`${label}: ${count}`}
    </Button>
  );
  return (
    <section aria-label={t('imports.rows')}>
      <Group gap="xs" mb="sm">
        {filter(undefined, t('imports.all'), all)}
        {STATES.map((each) => filter(each.state, t(`state.importRow.${each.state}`), summary[each.count]))}
      </Group>
      <DataTable<ImportRow>
        label={t('imports.rows')}
        list={rows}
        empty={{ title: t('imports.noRows') }}
        columns={[
          { label: t('imports.row'), title: true, render: (row) => <Who row={row} kind={found.kind} /> },
          {
            label: t('imports.place'),
            render: ({ sheet, line }) => t('imports.placeOf', { sheet, line }),
          },
          { label: t('imports.standing'), render: (row) => <StateBadge family="importRow" state={row.state} /> },
          { label: t('imports.whatChanges'), render: (row) => <WhatAndHow row={row} /> },
        ]}
      />
    </section>
  );
}

function Who({ row: { title, targetId }, kind }: { row: ImportRow; kind: Import['kind'] }) {
  const anywhere = { overflowWrap: 'anywhere', minWidth: 140 } as const;
  if (targetId === null || kind === 'placements') {
    return (
      <Text fw={600} style={anywhere}>
        {title}
      </Text>
    );
  }
  return (
    <Anchor
      fw={600}
      style={anywhere}
      renderRoot={(props) =>
        kind === 'officials' ? (
          <Link to="/can-bo/$officialId" params={{ officialId: targetId }} {...props} />
        ) : (
          <Link to="/lop/$courseId" params={{ courseId: targetId }} {...props} />
        )
      }
    >
      {title}
    </Anchor>
  );
}

/** What it does; and how cells were read that stand there otherwise. */
function WhatAndHow({ row }: { row: ImportRow }) {
  return (
    <Stack gap={4}>
      <What row={row} />
      {row.notes.map((note) => (
        <Text key={note} fz="sm" fs="italic" c="#5f5a54" style={{ overflowWrap: 'anywhere' }}>
          {note}
        </Text>
      ))}
    </Stack>
  );
}

/** Before and after of each field; or why the row is not sound; or, of a new one, what it says. */
function What({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  if (row.problems.length > 0) {
    return (
      <Stack gap={2}>
        {row.problems.map(({ message, cell, rule }) => (
          <Text key={`${rule}${cell ?? ''}${message}`} style={{ overflowWrap: 'anywhere' }}>
            {cell !== null && !message.includes(cell) ? t('imports.atCell', { cell, message }) : message}
          </Text>
        ))}
      </Stack>
    );
  }
  if (row.changes.length > 0) {
    return (
      <Stack gap={2}>
        {row.changes.map(({ field, before, after }) => (
          <Text key={field} style={{ overflowWrap: 'anywhere' }}>
            <Text span fw={600}>
              {t(`imports.field.${field}`)}:{' '}
            </Text>
            <Text span td="line-through" c="#5f5a54">
              {written(t, field, before)}
            </Text>
            {' → '}
            <Text span fw={600}>
              {written(t, field, after)}
            </Text>
          </Text>
        ))}
      </Stack>
    );
  }
  if (row.state === 'unchanged') return <Text c="#5f5a54">{t('imports.nothing')}</Text>;
  const { unitName, post, bornOn, birthYear, title, startsOn, endsOn, year } = row.values;
  const said = [
    written(t, 'bornOn', bornOn ?? birthYear ?? null),
    post,
    unitName,
    title,
    startsOn && endsOn ? `${writeDate(String(startsOn))} – ${writeDate(String(endsOn))}` : null,
    bornOn || startsOn ? null : year,
  ];
  return (
    <Text c="#5f5a54" style={{ overflowWrap: 'anywhere' }}>
      {said.filter((part) => part && part !== '—').join(' · ')}
    </Text>
  );
}

/** Fields whose values are codes, and where their words stand. */
const CODES: Readonly<Record<string, string>> = {
  gender: 'gender',
  category: 'category',
  professionalLevel: 'level.professional',
  llctLevel: 'level.llct',
  managementLevel: 'level.management',
  mode: 'imports.mode',
  result: 'grade',
  program: 'imports.program',
};

/** A value as people write it. */
function written(t: (key: string) => string, field: string, value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  const family = CODES[field];
  if (family !== undefined) return t(`${family}.${value}`);
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? writeDate(String(value)) : String(value);
}
