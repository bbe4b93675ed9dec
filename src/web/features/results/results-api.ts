import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { OFFICIALS } from '../officials/api';
import { useRefreshCourses } from '../courses/api';

export type Result = Schema<'ResultView'>;
export const CLASSIFICATIONS = ['excellent', 'good', 'fair', 'average', 'failed'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** What is being written for one trainee; the date as people write it. */
export interface Line {
  classification?: Classification | undefined;
  certificateNumber?: string;
  certificateDate?: string;
}

const RESULTS = ['results'];

export const useResults = (courseId: string) =>
  useQuery({
    queryKey: [...RESULTS, courseId],
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/results', { params: { path: { id: courseId } } })),
  });

function useRefresh() {
  const queries = useQueryClient();
  const courses = useRefreshCourses();
  // Results stand on the record too.
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: RESULTS }),
      queries.invalidateQueries({ queryKey: OFFICIALS }),
      courses(),
    ]);
}

export function useRecordResults(courseId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (results: Schema<'ResultLineDto'>[]) =>
      answer(api.PUT('/api/v1/courses/{id}/results', { params: { path: { id: courseId } }, body: { results } })),
    onSuccess: refresh,
  });
}

export function useCorrectResult() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: Schema<'CorrectResultDto'> }) =>
      answer(api.POST('/api/v1/nominations/{id}/correct-result', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
}

export function useTakeBack() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      answer(api.POST('/api/v1/nominations/{id}/take-back-result', { params: { path: { id } }, body: { reason } })),
    onSuccess: refresh,
  });
}
