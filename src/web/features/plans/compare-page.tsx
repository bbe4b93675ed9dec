import { Anchor, Group, Paper, Select, Switch, Table } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { StateBadge } from '../../components/badges';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { type Plan, type PlanLine, useComparison, usePlan } from './api';
import { lineTime, lineUnit, planName, versionName } from './words';

type Comparison = Schema<'PlanComparison'>;

interface Search {
  tu?: number;
  den?: number;
  /** Whether lines that did not change are shown too. */
  tatCa?: boolean;
}

const COLOURS: Record<string, string | undefined> = { added: '#eaf7ec', gone: '#fdf1f0', changed: '#fff8e6' };

/** Two versions of a plan side by side: lines added, gone and changed, and what it comes to. */
export function ComparePage() {
  const { t } = useTranslation();
  const { planId = '' } = useParams({ strict: false }) as { planId?: string };
  const search: Search = useSearch({ strict: false });
  const plan = usePlan(planId);
  const [tu, den] = [search.tu ?? 1, search.den ?? 1];
  const comparison = useComparison(planId, tu, den);
  const error = plan.error ?? comparison.error;
  if (error) return <ErrorState error={error} retry={() => void comparison.refetch()} />;
  if (!plan.data) return <Loading />;
  return (
    <>
      <Anchor renderRoot={(props) => <Link to="/ke-hoach/$planId" params={{ planId }} {...props} />}>
        {planName(t, plan.data)}
      </Anchor>
      <PageHeader title={t('plans.compareTitle')} />
      <Choice plan={plan.data} search={{ ...search, tu, den }} />
      {comparison.data ? (
        <Lines plan={plan.data} comparison={comparison.data} all={search.tatCa === true} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Choice({ plan, search }: { plan: Plan; search: Search }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const set = (change: Search): void => {
    const next = { ...search, ...change };
    void navigate({
      to: '/ke-hoach/$planId/so-sanh',
      params: { planId: plan.id },
      search: next,
      replace: true,
    } as never);
  };
  return (
    <Group mb="md" align="flex-end" className="no-print">
      {(['tu', 'den'] as const).map((side) => (
        <Select
          key={side}
          label={t(`plans.side.${side}`)}
          w={{ base: '100%', sm: 340 }}
          allowDeselect={false}
          value={String(search[side])}
          data={plan.versions.map((version) => ({ value: String(version.number), label: versionName(t, version) }))}
          onChange={(number) => {
            set({ [side]: Number(number) });
          }}
        />
      ))}
      <Switch
        label={t('plans.showSame')}
        checked={search.tatCa === true}
        onChange={({ currentTarget }) => {
          set({ tatCa: currentTarget.checked || undefined });
        }}
      />
    </Group>
  );
}

function Lines({ plan, comparison, all }: { plan: Plan; comparison: Comparison; all: boolean }) {
  const { t } = useTranslation();
  const lines = comparison.lines.filter(({ change }) => all || change !== 'same');
  const { before, after } = comparison;
  return (
    <Paper withBorder style={{ overflowX: 'auto' }}>
      <Table className="cards" verticalSpacing="xs" aria-label={t('plans.compareTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('plans.change')}</Table.Th>
            <Table.Th>{t('plans.program')}</Table.Th>
            <Table.Th>{t('plans.unit')}</Table.Th>
            <Table.Th>{versionName(t, comparison.from)}</Table.Th>
            <Table.Th>{versionName(t, comparison.to)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={`${line.program.id} ${line.unit.id}`} bg={COLOURS[line.change]}>
              <Table.Td data-label={t('plans.change')}>
                <StateBadge family="lineChange" state={line.change} />
              </Table.Td>
              <Table.Td data-long data-label={t('plans.program')}>
                {line.program.name}
              </Table.Td>
              <Table.Td data-label={t('plans.unit')}>{lineUnit(t, plan, line.unit)}</Table.Td>
              <Table.Td data-long data-label={versionName(t, comparison.from)}>
                <Side plan={plan} line={line.before} />
              </Table.Td>
              <Table.Td data-long data-label={versionName(t, comparison.to)}>
                <Side plan={plan} line={line.after} />
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr bg="#f3eee7" fw={600}>
            <Table.Td colSpan={3} data-title>
              {t('plans.total')}
            </Table.Td>
            <Table.Td data-label={versionName(t, comparison.from)}>{t('plans.totals', { ...before })}</Table.Td>
            <Table.Td data-label={versionName(t, comparison.to)}>
              {t('plans.totals', { ...after })} (
              {t('plans.difference', {
                classes: signed(after.classes - before.classes),
                trainees: signed(after.trainees - before.trainees),
              })}
              )
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {lines.length === 0 && <EmptyState title={t('plans.nothingChanged')} />}
    </Paper>
  );
}

const signed = (difference: number): string =>
  (difference > 0 ? `+${difference}` : `−${-difference}`).replace('−0', '±0');

/** A line as one version has it. */
function Side({ plan, line }: { plan: Plan; line: PlanLine | null }) {
  const { t } = useTranslation();
  if (!line) return '—';
  const parts = [t('plans.totals', { classes: line.classes, trainees: line.trainees })];
  if (plan.kind === 'year') parts.push(lineTime(t, line));
  if (line.note !== null) parts.push(line.note);
  return parts.join(' · ');
}
