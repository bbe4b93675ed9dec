import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { CourseForm } from '../courses/course-form-page';
import { type FollowedLine, type Plan, useOpenClass, usePlan } from './api';
import { lineUnit, planName } from './words';

/** The form of a class, filled in from a line of the plan; the class counts for that line. */
export function OpenClassPage() {
  const { t } = useTranslation();
  const { planId = '', lineId = '' } = useParams({ strict: false }) as { planId?: string; lineId?: string };
  const plan = usePlan(planId);
  const save = useOpenClass(planId, lineId);
  if (plan.error) return <ErrorState error={plan.error} retry={() => void plan.refetch()} />;
  if (!plan.data) return <Loading />;
  const line = plan.data.lines.find(({ id }) => id === lineId);
  if (!line) return <EmptyState title={t('plans.lineGone')} />;
  const about = `${planName(t, plan.data)} · ${line.program.name} · ${lineUnit(t, plan.data, line.unit)}`;
  return <CourseForm start={startOf(plan.data, line)} save={save} subtitle={about} />;
}

/** One class of a line: its share of the people, a code that is free among those of the line, its document. */
function startOf({ firstYear, unit, shown }: Plan, line: FollowedLine) {
  const number = String(line.courses.length + 1).padStart(2, '0');
  const place = line.unit.id === unit.id ? '' : `-${line.unit.code}`;
  const share = Math.ceil(line.trainees / Math.max(1, line.classes));
  return {
    programId: line.program.id,
    code: `${line.program.code}-${firstYear}${place}-KH${number}`,
    title: line.unit.id === unit.id ? line.program.name : `${line.program.name}, ${line.unit.name}`,
    capacity: Math.max(1, share),
    minimum: 0,
    ...(shown.documentNumber !== null && { documentNumber: shown.documentNumber }),
  };
}
