import type { TFunction } from 'i18next';
import { writeDate } from '../../i18n/dates';
import type { FollowedLine, Plan, PlanLine, PlanSummary } from './api';

type Years = Pick<PlanSummary, 'kind' | 'firstYear' | 'lastYear'>;

/** e.g. "Kế hoạch năm 2020", "Kế hoạch giai đoạn 2020–2025". */
export const planName = (t: TFunction, { kind, firstYear, lastYear }: Years): string =>
  kind === 'year' ? t('plans.ofYear', { year: firstYear }) : t('plans.ofPeriod', { from: firstYear, to: lastYear });

/** e.g. "Bản 2 · 09-KH/HU, 01/03/2026". */
export const versionName = (t: TFunction, { number, documentNumber, documentDate }: Plan['shown']): string =>
  documentNumber === null
    ? t('plans.versionDraft', { number })
    : t('plans.version', { number, document: documentNumber, date: writeDate(documentDate) });

const MONTHS_OF_A_QUARTER = 3;
const QUARTERS = ['I', 'II', 'III', 'IV'];

/** When the classes of a line open, e.g. "Quý III", "Tháng 5", "Tháng 2–6". */
export function lineTime(t: TFunction, { firstMonth, lastMonth }: Pick<PlanLine, 'firstMonth' | 'lastMonth'>): string {
  if (firstMonth === null || lastMonth === null) return t('plans.anyTime');
  if (firstMonth === lastMonth) return t('plans.month', { month: firstMonth });
  const quarter = lastMonth / MONTHS_OF_A_QUARTER;
  return lastMonth - firstMonth === MONTHS_OF_A_QUARTER - 1 && Number.isInteger(quarter)
    ? t('plans.quarter', { quarter: QUARTERS[quarter - 1] })
    : t('plans.months', { first: firstMonth, last: lastMonth });
}

/** Whom a line is for: the plan's own unit means all of them. */
export const lineUnit = (t: TFunction, plan: Pick<Plan, 'unit'>, unit: PlanLine['unit']): string =>
  unit.id === plan.unit.id ? t('plans.allUnits') : unit.name;

type Progress = FollowedLine['progress'];

/** Turns, and persons where names are kept. */
export const trained = (t: TFunction, { trained: { turns, persons, unnamed } }: Progress): string =>
  unnamed === turns ? t('plans.turns', { count: turns }) : t('plans.turnsAndPersons', { turns, persons });
