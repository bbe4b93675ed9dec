import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Failure = Schema<'FailureView'>;

const FAILURES = ['failures'];
const LOOK_AGAIN_MS = 15_000;

/** What was promised and could not be done. */
export const useFailures = () =>
  usePages<Failure>([...FAILURES, 'list'], (after) =>
    api.GET('/api/v1/queue/failures', { params: { query: { ...(after && { 'page[after]': after }) } } }),
  );

/** How much of it waits for somebody, and how much waits at all. */
export const useFailureCounts = () =>
  useQuery({
    queryKey: [...FAILURES, 'counts'],
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: () => answer(api.GET('/api/v1/queue/failures', { params: { query: { 'page[size]': 1 } } })),
  });

/** Tries one again, or `all`. */
export function useRetry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      id === 'all'
        ? answer(api.POST('/api/v1/queue/failures/retry'))
        : answer(api.POST('/api/v1/queue/failures/{id}/retry', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: FAILURES }),
  });
}
