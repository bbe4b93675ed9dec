import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type StandardsReport = Schema<'StandardsReport'>;

export const useHome = () => useQuery({ queryKey: ['home'], queryFn: () => answer(api.GET('/api/v1/reports/home')) });

/** @param asOf a day; today when undefined. */
export const useStandardsReport = (asOf: string | undefined) =>
  useQuery({
    queryKey: ['reports', 'standards', asOf],
    queryFn: () => answer(api.GET('/api/v1/reports/standards', { params: { query: { ...(asOf && { asOf }) } } })),
  });

export interface PeopleQuestion {
  standard: 'professional' | 'llct' | 'management';
  answer: 'notMet' | 'unknown';
  unitId?: string;
}

/** The names behind a figure. */
export const useStandardsPeople = (asOf: string | undefined, question: PeopleQuestion | null) =>
  useQuery({
    queryKey: ['reports', 'people', asOf, question],
    enabled: question !== null,
    queryFn: () =>
      answer(
        api.GET('/api/v1/reports/standards/people', {
          params: { query: { ...(question ?? { standard: 'llct', answer: 'notMet' }), ...(asOf && { asOf }) } },
        }),
      ),
  });

export const useCoursesByYear = () =>
  useQuery({
    queryKey: ['reports', 'courses'],
    queryFn: () => answer(api.GET('/api/v1/reports/courses-by-year', { params: { query: {} } })),
  });

export const useSentToTheory = () =>
  useQuery({
    queryKey: ['reports', 'sent'],
    queryFn: () => answer(api.GET('/api/v1/reports/sent-to-theory', { params: { query: {} } })),
  });
