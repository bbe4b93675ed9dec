import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Job = Schema<'JobView'>;
export type Queue = Schema<'QueueView'>;
export type JobState = Job['state'];

export const JOB_STATES: readonly JobState[] = ['waiting', 'active', 'delayed', 'failed'];

const QUEUE = ['queue'];
const LOOK_AGAIN_MS = 5_000;

/** How the queue stands just now. */
export const useQueue = () =>
  useQuery({
    queryKey: [...QUEUE, 'state'],
    refetchInterval: LOOK_AGAIN_MS,
    retry: false, // it is asked again in a moment anyway, and whoever looks shall see at once that it does not answer
    queryFn: () => answer(api.GET('/api/v1/queue')),
  });

/** Its jobs in one state. */
export const useJobs = (state: JobState) =>
  usePages<Job>([...QUEUE, 'jobs', state], (after) =>
    api.GET('/api/v1/queue/jobs', { params: { query: { state, ...(after && { 'page[after]': after }) } } }),
  );

/** Lets workers go on, or take up nothing more. */
export function usePauseQueue() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (pause: boolean) => answer(pause ? api.POST('/api/v1/queue/pause') : api.POST('/api/v1/queue/resume')),
    onSuccess: () => queries.invalidateQueries({ queryKey: QUEUE }),
  });
}

/** Takes a delayed job up at once, or tries one again that failed. */
export function useTakeUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, promiseId, state }: Job) =>
      state === 'failed'
        ? answer(api.POST('/api/v1/queue/failures/{id}/retry', { params: { path: { id: promiseId } } }))
        : answer(api.POST('/api/v1/queue/jobs/{id}/promote', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: QUEUE }),
  });
}
