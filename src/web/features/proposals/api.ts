import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';
import { useRefreshCourses } from '../courses/api';

export type Proposal = Schema<'CellProposalView'>;
export type ProposalCall = Schema<'ProposalCallView'>;
export type EndorsedLine = Schema<'EndorsedLine'>;
export type Candidate = Schema<'CandidateView'>;
export type ProposalStep = 'propose' | 'withdraw' | 'return' | 'decline' | 'declineWish' | 'keepAsReserve';

const PROPOSALS = ['proposals'];
const WHOLE_LIST = 200;

/** Everything of one class, in the committee's order. */
export const useProposals = (courseId: string) =>
  useQuery({
    queryKey: [...PROPOSALS, courseId],
    queryFn: () => answer(api.GET('/api/v1/proposals', { params: { query: { courseId, 'page[size]': WHOLE_LIST } } })),
  });

export const useProposalCalls = () =>
  useQuery({ queryKey: [...PROPOSALS, 'calls'], queryFn: () => answer(api.GET('/api/v1/proposal-calls')) });

export const useCellAnswers = (courseId: string) =>
  useQuery({
    queryKey: [...PROPOSALS, 'answers', courseId],
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/cell-answers', { params: { path: { id: courseId } } })),
  });

/** Members of the cell, each with every rule's answer. */
export const useMembers = (courseId: string, q: string) =>
  usePages<Candidate>([...PROPOSALS, 'members', courseId, q], (after) =>
    api.GET('/api/v1/courses/{id}/proposal-candidates', {
      params: {
        path: { id: courseId },
        query: { 'page[size]': 100, ...(q && { q }), ...(after && { 'page[after]': after }) },
      },
    }),
  );

function useRefresh() {
  const queries = useQueryClient();
  const courses = useRefreshCourses();
  return () => Promise.all([queries.invalidateQueries({ queryKey: PROPOSALS }), courses()]);
}

export function usePropose() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schema<'ProposePeopleDto'>) => answer(api.POST('/api/v1/proposals', { body })),
    onSuccess: refresh,
  });
}

export function useCellAnswer(courseId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schema<'CellAnswerDto'>) =>
      answer(api.PUT('/api/v1/courses/{id}/cell-answers', { params: { path: { id: courseId } }, body })),
    onSuccess: refresh,
  });
}

export function useProposalStep() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, step, reason }: { id: string; step: ProposalStep; reason?: string }) => {
      const params = { path: { id } };
      const body = { ...(reason && { reason }) };
      switch (step) {
        case 'propose':
          return answer(api.POST('/api/v1/proposals/{id}/propose', { params }));
        case 'withdraw':
          return answer(api.POST('/api/v1/proposals/{id}/withdraw', { params }));
        case 'keepAsReserve':
          return answer(api.POST('/api/v1/proposals/{id}/reserve', { params }));
        case 'return':
          return answer(api.POST('/api/v1/proposals/{id}/return', { params, body }));
        case 'declineWish':
          return answer(api.POST('/api/v1/proposals/{id}/decline-wish', { params, body }));
        case 'decline':
          return answer(api.POST('/api/v1/proposals/{id}/decline', { params, body }));
      }
    },
    onSettled: refresh,
  });
}

/** Puts the list in order; it stands so at once, and again as before where the server refuses. */
export function useOrder(courseId: string) {
  const queries = useQueryClient();
  const key = [...PROPOSALS, courseId];
  return useMutation({
    mutationFn: (proposalIds: string[]) =>
      answer(
        api.PUT('/api/v1/courses/{id}/proposals/order', { params: { path: { id: courseId } }, body: { proposalIds } }),
      ),
    onMutate: (ids) => {
      queries.setQueryData<Schema<'CellProposalPage'>>(key, (before) => {
        if (!before) return before;
        const rank = (id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
        return { ...before, items: [...before.items].sort((a, b) => rank(a.id) - rank(b.id)) };
      });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useEndorse(courseId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (proposalIds: string[]) =>
      answer(
        api.POST('/api/v1/courses/{id}/proposals/endorse', {
          params: { path: { id: courseId } },
          body: { proposalIds },
        }),
      ),
    onSettled: refresh,
  });
}
