import { Anchor } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { History } from '../courses/history';
import { usePrograms } from '../programs/api';
import { useUnits } from '../units/api';
import { type Plan, usePlan, usePlanHistory } from './api';
import { lineUnit, planName } from './words';

/** Everything that happened to a plan: who, when, and what it was before. */
export function PlanHistoryPage() {
  const { t } = useTranslation();
  const { planId = '' } = useParams({ strict: false }) as { planId?: string };
  const plan = usePlan(planId);
  const history = usePlanHistory(planId);
  const readable = useReadable(plan.data);
  const error = plan.error ?? history.error;
  if (error) return <ErrorState error={error} retry={() => void history.refetch()} />;
  if (!plan.data || !history.data) return <Loading />;
  return (
    <>
      <Anchor renderRoot={(props) => <Link to="/ke-hoach/$planId" params={{ planId }} {...props} />}>
        {planName(t, plan.data)}
      </Anchor>
      <PageHeader title={t('plans.history')} subtitle={planName(t, plan.data)} />
      <History steps={history.data.items.map((step) => ({ ...step, data: readable(step.data) }))} />
    </>
  );
}

/** Gives the trail of a plan the names it needs: it keeps ids, and numbers before and after in parts of their own. */
function useReadable(plan: Plan | undefined): (data: Record<string, unknown>) => Record<string, unknown> {
  const { t } = useTranslation();
  const programs = usePrograms();
  const units = useUnits();
  return (data) => {
    const program = programs.data?.items.find(({ id }) => id === data.programId)?.name ?? '';
    const unit = units.data?.items.find(({ id }) => id === data.unitId);
    const before = partOf(data.before);
    const after = partOf(data.after);
    return {
      ...data,
      ...after,
      program,
      unit: plan && unit ? lineUnit(t, plan, unit) : t('plans.formerUnit'),
      classesBefore: before.classes,
      traineesBefore: before.trainees,
    };
  };
}

const partOf = (part: unknown): Record<string, unknown> =>
  typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : {};
