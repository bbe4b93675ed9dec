import { Paper, Switch, Table, Text, Group, Spoiler } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMinimumWords } from './minimum-fields';
import type { Limits } from './proposal-question';
import type { Proposal } from './proposals-api';
import { useShares } from './shares';

const COLUMNS = ['weights', 'floors', 'ceilings'] as const;
type LimitColumn = (typeof COLUMNS)[number];

/** Units down; what they need and have, the limits typed for them, and what each method would give them and why. */
export function ProposalTable({
  proposals,
  limits,
  onLimits,
}: {
  proposals: readonly Proposal[];
  limits: Limits;
  onLimits: (limits: Limits) => void;
}) {
  const { t } = useTranslation();
  const rows = proposals[0]?.allocations ?? [];
  const columns = COLUMNS.filter((column) => column !== 'weights' || limits.weighted);
  const total = (count: (row: Proposal['allocations'][number]) => number): number =>
    rows.reduce((sum, row) => sum + count(row), 0);
  const switchWeights = (weighted: boolean): void => {
    // The needs are where the weights start from, else the places of today: nobody drops out by switching.
    const needed = rows.some(({ basis }) => basis.need > 0);
    const start = rows.map(({ unitId, basis }) => [unitId, String(needed ? basis.need : basis.today)] as const);
    const weights = weighted && limits.weights.size === 0 ? new Map(start) : limits.weights;
    onLimits({ ...limits, weighted, weights });
  };
  return (
    <Paper withBorder style={{ overflowX: 'auto' }} tabIndex={0}>
      <Group p="md" pb={0}>
        <Switch
          label={t('quotaProposals.ownWeights')}
          checked={limits.weighted}
          onChange={({ currentTarget }) => {
            switchWeights(currentTarget.checked);
          }}
        />
      </Group>
      <Table className="cards" verticalSpacing="xs" aria-label={t('quotaProposals.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('officials.unit')}</Table.Th>
            <Table.Th ta="right">{t('quotaProposals.need')}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} ta="right">
                {t(`quotaProposals.limit.${column}`)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('quotaProposals.today')}</Table.Th>
            {proposals.map(({ method }) => (
              <Table.Th key={method}>{t(`quotaProposals.method.${method}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ unitId, unit, basis }) => (
            <Table.Tr key={unitId}>
              <Table.Td data-title fw={500} miw={140}>
                {unit.name}
              </Table.Td>
              <Table.Td ta="right" data-label={t('quotaProposals.need')}>
                {basis.need}
              </Table.Td>
              {columns.map((column) => (
                <Table.Td key={column} ta="right" data-label={t(`quotaProposals.limit.${column}`)}>
                  <LimitCell column={column} unitId={unitId} unit={unit.name} limits={limits} onLimits={onLimits} />
                </Table.Td>
              ))}
              <Table.Td ta="right" data-label={t('quotaProposals.today')}>
                {basis.today}
              </Table.Td>
              {proposals.map((proposal) => (
                <Table.Td key={proposal.method} data-label={t(`quotaProposals.method.${proposal.method}`)}>
                  <Given proposal={proposal} unitId={unitId} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr bg="#f3eee7" fw={600}>
            <Table.Td data-title>{t('quotas.total')}</Table.Td>
            <Table.Td ta="right" data-label={t('quotaProposals.need')}>
              {total(({ basis }) => basis.need)}
            </Table.Td>
            {columns.map((column) => (
              <Table.Td key={column} data-label="" />
            ))}
            <Table.Td ta="right" data-label={t('quotaProposals.today')}>
              {total(({ basis }) => basis.today)}
            </Table.Td>
            {proposals.map(({ method, places, left }) => (
              <Table.Td key={method} data-label={t(`quotaProposals.method.${method}`)}>
                {t('quotaProposals.sum', { places: places - left, left })}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

/** What one method gives a unit: places, difference from today, share of the need, reason. */
function Given({ proposal, unitId }: { proposal: Proposal; unitId: string }) {
  const { t } = useTranslation();
  const { percent } = useShares();
  const words = useMinimumWords();
  const row = proposal.allocations.find((allocation) => allocation.unitId === unitId);
  const fairness = proposal.fairness.units.find((unit) => unit.unitId === unitId);
  if (!row || !fairness) return null;
  const { change, met } = fairness;
  return (
    <div style={{ maxWidth: 420, textAlign: 'left' }}>
      <Text component="span" fw={700} fz="lg" mr="xs">
        {row.places}
      </Text>
      {change !== 0 && (
        <Text component="span" fz="sm" fw={600} mr="xs" c={change > 0 ? '#226a33' : 'son.8'}>
          {change > 0 ? `+${change}` : `−${-change}`}
        </Text>
      )}
      <Text component="span" fz="sm" c="#5f5a54">
        {met === null ? '' : t('quotaProposals.metOf', { share: percent(met) })}
      </Text>
      {row.minimums && row.minimums.length > 0 && (
        <Text fz="sm" fw={600}>
          {t('quotaMinimums.all')} {words(row.minimums)}
        </Text>
      )}
      <Spoiler
        maxHeight={22}
        showLabel={t('quotaProposals.why')}
        hideLabel={t('quotaProposals.hideWhy')}
        fz="sm"
        styles={{ control: { fontSize: 'var(--mantine-font-size-sm)' } }}
      >
        {row.basis.reason}
      </Spoiler>
    </div>
  );
}

function LimitCell({
  column,
  unitId,
  unit,
  limits,
  onLimits,
}: {
  column: LimitColumn;
  unitId: string;
  unit: string;
  limits: Limits;
  onLimits: (limits: Limits) => void;
}) {
  const { t } = useTranslation();
  return (
    <input
      aria-label={`${t(`quotaProposals.limit.${column}`)}, ${unit}`}
      inputMode={column === 'weights' ? 'decimal' : 'numeric'}
      value={limits[column].get(unitId) ?? ''}
      style={{
        width: 72,
        padding: '6px 8px',
        textAlign: 'right',
        font: 'inherit',
        borderRadius: 6,
        border: '1px solid #8a8580',
      }}
      onChange={({ currentTarget }) => {
        const text = currentTarget.value.replace(column === 'weights' ? /[^\d.,]/g : /\D/g, '').slice(0, 8);
        onLimits({ ...limits, [column]: new Map(limits[column]).set(unitId, text) });
      }}
    />
  );
}
