import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';
import { useRefreshCourses } from '../courses/api';

export type Decision = Schema<'DecisionView'>;
export type UndecidedProgram = Schema<'UndecidedProgram'>;
export type DecisionDetail = Schema<'DecisionDetail'>;

const DECISIONS = ['decisions'];

export const useDecisions = (courseId?: string) =>
  usePages<Decision>([...DECISIONS, 'list', courseId ?? ''], (after) =>
    api.GET('/api/v1/decisions', {
      params: { query: { ...(courseId && { courseId }), 'page[size]': 50, ...(after && { 'page[after]': after }) } },
    }),
  );

export const useDecision = (id: string) =>
  useQuery({
    queryKey: [...DECISIONS, 'one', id],
    queryFn: () => answer(api.GET('/api/v1/decisions/{id}', { params: { path: { id } } })),
  });

function useRefresh() {
  const queries = useQueryClient();
  const courses = useRefreshCourses();
  return () => Promise.all([queries.invalidateQueries({ queryKey: DECISIONS }), courses()]);
}

/** What waits for a decision; asked by those alone who make them. */
export const useUndecided = () =>
  useQuery({ queryKey: [...DECISIONS, 'undecided'], queryFn: () => answer(api.GET('/api/v1/decisions/undecided')) });

export function useLeaveOut(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (lineIds: string[]) =>
      answer(api.POST('/api/v1/decisions/{id}/leave-out', { params: { path: { id } }, body: { lineIds } })),
    onSuccess: refresh,
  });
}

export function useDraftDecision() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (courseIds: string[]) => answer(api.POST('/api/v1/decisions', { body: { courseIds } })),
    onSuccess: refresh,
  });
}

export function useIssueDecision(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schema<'IssueDecisionDto'>) =>
      answer(api.POST('/api/v1/decisions/{id}/issue', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
}

export function useRevokeDecision(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (reason: string) =>
      answer(api.POST('/api/v1/decisions/{id}/revoke', { params: { path: { id } }, body: { reason } })),
    onSuccess: refresh,
  });
}

/** @param leave takes the reader away from the draft, before it is read again and found gone. */
export function useDiscardDecision(id: string, leave: () => Promise<void>) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/decisions/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      await leave();
      await refresh();
    },
  });
}

export function useReplace(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schema<'ReplaceDto'>) =>
      answer(api.POST('/api/v1/nominations/{id}/replace', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
}
