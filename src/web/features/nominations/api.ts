import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';
import { useRefreshCourses } from '../courses/api';

export type Nomination = Schema<'NominationView'>;
export type Candidate = Schema<'CandidateView'>;
export type NominatedLine = Schema<'NominatedLine'>;
export type Step = Exclude<keyof Nomination['can'], 'replace'>;

export interface NominationFilters {
  courseId?: string;
  officialId?: string;
  state?: Nomination['state'];
  place?: Nomination['place'];
  unitId?: string;
  programId?: string;
  /** The nearest deadline first. */
  sort?: 'deadline';
}

export const useNominations = (filters: NominationFilters, size = 50) =>
  usePages<Nomination>(['nominations', filters], (after) =>
    api.GET('/api/v1/nominations', {
      params: { query: { ...filters, 'page[size]': size, ...(after && { 'page[after]': after }) } },
    }),
  );

export const useNomination = (id: string | null) =>
  useQuery({
    queryKey: ['nominations', 'one', id],
    enabled: id !== null,
    queryFn: () => answer(api.GET('/api/v1/nominations/{id}', { params: { path: { id: id ?? '' } } })),
  });

/** People to choose from for a class, those who need it first. */
export const useCandidates = (courseId: string, q: string) =>
  usePages<Candidate>(['nominations', 'candidates', courseId, q], (after) =>
    api.GET('/api/v1/courses/{id}/candidates', {
      params: {
        path: { id: courseId },
        query: { 'page[size]': 100, ...(q && { q }), ...(after && { 'page[after]': after }) },
      },
    }),
  );

export function useNominate(courseId: string) {
  const refresh = useRefreshCourses();
  return useMutation({
    // Without a network it fails at once, and the list is kept by the page: not in memory, where a reload loses it.
    networkMode: 'always',
    /** @param key of this list: however often it is sent, it is sent once. */
    mutationFn: ({ officialIds, key }: { officialIds: string[]; key: string }) =>
      answer(
        api.POST('/api/v1/nominations', {
          params: { header: { 'Idempotency-Key': key } },
          body: { courseId, officialIds },
        }),
      ),
    onSuccess: refresh,
  });
}

/** One step of a nomination: approve, return, reject, withdraw, send again. */
export function useStep() {
  const refresh = useRefreshCourses();
  return useMutation({
    mutationFn: ({ id, step, reason }: { id: string; step: Step; reason?: string }) => {
      const request = { params: { path: { id } }, body: { ...(reason && { reason }) } };
      switch (step) {
        case 'approve':
          return answer(api.POST('/api/v1/nominations/{id}/approve', request));
        case 'return':
          return answer(api.POST('/api/v1/nominations/{id}/return', request));
        case 'reject':
          return answer(api.POST('/api/v1/nominations/{id}/reject', request));
        case 'withdraw':
          return answer(api.POST('/api/v1/nominations/{id}/withdraw', request));
        case 'noShow':
          return answer(api.POST('/api/v1/nominations/{id}/no-show', request));
        case 'arrive':
          return answer(api.POST('/api/v1/nominations/{id}/arrive', { params: request.params }));
        case 'resubmit':
          return answer(api.POST('/api/v1/nominations/{id}/resubmit', request));
      }
    },
    onSettled: refresh,
  });
}
