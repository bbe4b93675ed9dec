import { Badge, Card, Group, NumberInput, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schema } from '../../api/client';
import { ExportButton } from '../../components/export-button';
import { ErrorState, Loading } from '../../components/states';
import { today } from '../../i18n/dates';
import { useShares } from './shares';

type History = Schema<'PlacesHistory'>;
type OfUnit = History['units'][number];

const FIRST_YEAR = 2015;

const useHistory = (query: { from: number; to: number; without: number }) =>
  useQuery({
    queryKey: ['quotas', 'history', query],
    queryFn: () => answer(api.GET('/api/v1/reports/places-history', { params: { query } })),
  });

/** Who was sent year by year, by unit and per head, and who has been left out. */
export function HistoryTab() {
  const { t } = useTranslation();
  const thisYear = Number(today().slice(0, 4));
  const [from, setFrom] = useState(FIRST_YEAR);
  const [to, setTo] = useState(thisYear);
  const [without, setWithout] = useState(3);
  const query = { from, to, without };
  const history = useHistory(query);
  const field = (label: string, value: number, [min, max]: [number, number], set: (value: number) => void) => (
    <NumberInput
      label={label}
      w={150}
      min={min}
      max={max}
      value={value}
      onChange={(typed) => {
        if (Number(typed) >= min && Number(typed) <= max) set(Number(typed));
      }}
    />
  );
  return (
    <Stack>
      <Group align="flex-end" justify="space-between">
        <Group align="flex-end">
          {field(t('quotaHistory.from'), from, [1990, to], setFrom)}
          {field(t('quotaHistory.to'), to, [from, 2100], setTo)}
          {field(t('quotaHistory.without'), without, [1, 30], setWithout)}
        </Group>
        <ExportButton
          path="/reports/places-history/export"
          query={{ from: String(from), to: String(to), without: String(without) }}
        />
      </Group>
      {history.error && <ErrorState error={history.error} retry={() => void history.refetch()} />}
      {!history.data && !history.error && <Loading />}
      {history.data && (
        <>
          <LeftOut history={history.data} />
          <ByYear history={history.data} />
          <ByUnit history={history.data} />
        </>
      )}
    </Stack>
  );
}

function LeftOut({ history }: { history: History }) {
  const { t } = useTranslation();
  const lines = history.units.flatMap(({ unit, programs }) =>
    programs.filter(({ leftOut }) => leftOut).map((one) => ({ unit, ...one })),
  );
  const nameOf = new Map(history.programs.map(({ id, name }) => [id, name]));
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="xs">
        {t('quotaHistory.leftOut')}
      </Title>
      {lines.length === 0 && <Text>{t('quotaHistory.nobodyLeftOut', { without: history.without })}</Text>}
      {lines.map(({ unit, programId, need, yearsWithout, lastYear }) => (
        <Text key={`${unit.id} ${programId}`}>
          {t('quotaHistory.leftOutLine', {
            unit: unit.name,
            program: nameOf.get(programId),
            need,
            years: yearsWithout,
            last: lastYear ?? t('quotaHistory.never'),
          })}
        </Text>
      ))}
    </Card>
  );
}

function ByYear({ history }: { history: History }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder style={{ overflowX: 'auto' }} tabIndex={0}>
      <Table verticalSpacing="xs" aria-label={t('quotaHistory.byYear')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('quotas.year')}</Table.Th>
            {history.programs.map(({ id, name }) => (
              <Table.Th key={id} ta="right">
                {name}
                <Text fz="sm" c="#5f5a54">
                  {t('quotaHistory.columns')}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {history.years.map(({ year, programs }) => (
            <Table.Tr key={year}>
              <Table.Th scope="row">{year}</Table.Th>
              {programs.map(({ programId, places, taken, sent }) => (
                <Table.Td key={programId} ta="right">
                  {places ?? '—'} · {taken ?? '—'} · <strong>{sent}</strong>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>{t('quotas.total')}</Table.Th>
            {history.programs.map(({ id, sent }) => (
              <Table.Th key={id} ta="right">
                {sent}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Paper>
  );
}

function ByUnit({ history }: { history: History }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder style={{ overflowX: 'auto' }} tabIndex={0}>
      <Table className="cards" verticalSpacing="xs" aria-label={t('quotaHistory.byUnit')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('officials.unit')}</Table.Th>
            <Table.Th ta="right">{t('quotaHistory.officials')}</Table.Th>
            {history.programs.map(({ id, name }) => (
              <Table.Th key={id}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {history.units.map((unit) => (
            <Table.Tr key={unit.unit.id}>
              <Table.Td data-title fw={500}>
                {unit.unit.name}
              </Table.Td>
              <Table.Td ta="right" data-label={t('quotaHistory.officials')}>
                {unit.officials}
              </Table.Td>
              {unit.programs.map((one, index) => (
                <Table.Td key={one.programId} data-label={history.programs[index]?.name}>
                  <SentByUnit one={one} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function SentByUnit({ one }: { one: OfUnit['programs'][number] }) {
  const { t } = useTranslation();
  const { decimal } = useShares();
  return (
    <div>
      <Text component="span" fw={600}>
        {t('quotaHistory.sent', { sent: one.sent })}
      </Text>{' '}
      <Text component="span" fz="sm" c="#5f5a54">
        {one.perHundred !== null && t('quotaHistory.perHundred', { number: decimal(one.perHundred) })}
        {one.lastYear !== null && ` · ${t('quotaHistory.last', { year: one.lastYear })}`}
        {one.need > 0 && ` · ${t('quotaHistory.need', { need: one.need })}`}
      </Text>
      {one.leftOut && (
        <Badge ml="xs" variant="filled" styles={{ root: { background: '#fde0df', color: '#8f1d21' } }} tt="none">
          {t('quotaHistory.leftOutBadge', { years: one.yearsWithout })}
        </Badge>
      )}
    </div>
  );
}
