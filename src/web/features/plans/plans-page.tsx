import { Anchor, Button, Chip, Group, NumberInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DataTable } from '../../components/data-table';
import { PageHeader } from '../../components/page-header';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type PlanFilters, type PlanSummary, usePlans } from './api';
import { NewPlanDialog } from './new-plan-dialog';
import { planName } from './words';

const KINDS = ['year', 'period'] as const;
const STATES = ['draft', 'approved', 'revised'] as const;
const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

/** Plans of years and periods, the latest first; the filters live in the address. */
export function PlansPage() {
  const { t } = useTranslation();
  const filters = useSearch({ strict: false }) as PlanFilters;
  const navigate = useNavigate();
  const filter = (change: PlanFilters): void => {
    void navigate({ to: '/ke-hoach', search: { ...filters, ...change } as never, replace: true });
  };
  const plans = usePlans(filters);
  const mayWrite = useMay('plans.write');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader title={t('nav.plans')} subtitle={t('plans.subtitle')}>
        {mayWrite && (
          <Button
            leftSection={<IconPlus size={18} />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('plans.new')}
          </Button>
        )}
      </PageHeader>
      <Group gap="xs" mb="md" role="group" aria-label={t('plans.filters')}>
        <NumberInput
          aria-label={t('plans.inYear')}
          placeholder={t('plans.inYear')}
          w={150}
          min={FIRST_YEAR}
          max={LAST_YEAR}
          allowDecimal={false}
          value={filters.year ?? ''}
          onChange={(year) => {
            const known = Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
            if (year === '' || known) filter({ year: year === '' ? undefined : Number(year) });
          }}
        />
        {KINDS.map((kind) => (
          <Chip
            key={kind}
            checked={filters.kind === kind}
            onChange={() => {
              filter({ kind: filters.kind === kind ? undefined : kind });
            }}
          >
            {t(`plans.kind.${kind}`)}
          </Chip>
        ))}
        {STATES.map((state) => (
          <Chip
            key={state}
            checked={filters.state === state}
            onChange={() => {
              filter({ state: filters.state === state ? undefined : state });
            }}
          >
            {t(`state.plan.${state}`)}
          </Chip>
        ))}
      </Group>
      <PlanTable plans={plans} />
      {adding && (
        <NewPlanDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}

function PlanTable({ plans }: { plans: ReturnType<typeof usePlans> }) {
  const { t } = useTranslation();
  return (
    <DataTable<PlanSummary>
      label={t('nav.plans')}
      list={plans}
      empty={{ title: t('plans.empty'), hint: t('plans.emptyHint') }}
      columns={[
        {
          label: t('plans.plan'),
          title: true,
          render: (plan) => (
            <Anchor
              fw={600}
              renderRoot={(props) => <Link to="/ke-hoach/$planId" params={{ planId: plan.id }} {...props} />}
            >
              {planName(t, plan)}
            </Anchor>
          ),
        },
        { label: t('plans.holder'), render: ({ unit }) => unit.name },
        {
          label: t('plans.state'),
          render: ({ state, draftNumber }) => (
            <Group gap={6}>
              <StateBadge family="plan" state={state} />
              {state !== 'draft' && draftNumber !== null && <StateBadge family="planDraft" state="draft" />}
            </Group>
          ),
        },
        {
          label: t('plans.document'),
          render: ({ documentNumber, documentDate }) =>
            documentNumber === null ? '—' : `${documentNumber}, ${writeDate(documentDate)}`,
        },
        { label: t('plans.classes'), render: ({ planned }) => planned.classes },
        { label: t('plans.trainees'), render: ({ planned }) => planned.trainees },
      ]}
    />
  );
}
