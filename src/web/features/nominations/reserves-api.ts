import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { useRefreshCourses } from '../courses/api';

export type Reserve = Schema<'ReserveView'>;

/** Everyone kept in reserve for a class, of the reader's units. */
export const useReserves = (courseId: string) =>
  useQuery({
    queryKey: ['courses', 'reserves', courseId],
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/reserves', { params: { path: { id: courseId } } })),
  });

/** Whom the system proposes for the place of one person. */
export const useReservesFor = (nominationId: string, asked = true) =>
  useQuery({
    queryKey: ['nominations', 'reserves', nominationId],
    enabled: asked,
    queryFn: () => answer(api.GET('/api/v1/nominations/{id}/reserves', { params: { path: { id: nominationId } } })),
  });

function useChange<Input, Output>(act: (input: Input) => Promise<Output>) {
  const refresh = useRefreshCourses();
  return useMutation({ mutationFn: act, onSettled: refresh });
}

export const useNameReserves = (courseId: string) =>
  useChange((officialIds: string[]) =>
    answer(api.POST('/api/v1/courses/{id}/reserves', { params: { path: { id: courseId } }, body: { officialIds } })),
  );

export const useRemoveReserve = (courseId: string) =>
  useChange((reserveId: string) =>
    answer(api.DELETE('/api/v1/courses/{id}/reserves/{reserveId}', { params: { path: { id: courseId, reserveId } } })),
  );

export const useStepIn = (nominationId: string) =>
  useChange((body: Schema<'StepInDto'>) =>
    answer(api.POST('/api/v1/nominations/{id}/step-in', { params: { path: { id: nominationId } }, body })),
  );
