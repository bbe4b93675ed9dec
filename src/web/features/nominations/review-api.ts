import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { useRefreshCourses } from '../courses/api';
import type { Nomination } from './api';

export type Decision = Schema<'DecisionsDto'>['step'];
export type DecidedLine = Schema<'DecidedLine'>;

/** Whether approving has to say why: some rule left a question open, or another reviewer sent it back. */
export const approvalNeedsReason = ({ openChecks, returned }: Nomination): boolean =>
  openChecks > 0 || (returned !== null && !returned.byMe);

/** One decision on one or many; each is answered for itself. */
export function useDecide() {
  const refresh = useRefreshCourses();
  return useMutation({
    mutationFn: ({ step, reason, people }: { step: Decision; reason?: string; people: readonly Nomination[] }) =>
      answer(
        api.POST('/api/v1/nominations/decisions', {
          body: { step, ...(reason && { reason }), items: people.map(({ id, version }) => ({ id, version })) },
        }),
      ),
    onSettled: refresh,
  });
}

/** The numbers of a class beside its review. */
export const useReviewCounts = (courseId: string) =>
  useQuery({
    queryKey: ['nominations', 'counts', courseId],
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/review-counts', { params: { path: { id: courseId } } })),
  });
