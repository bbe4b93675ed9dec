import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { useRefreshCourses } from '../courses/api';

export type Seats = Schema<'SeatsView'>;
export type Waiting = Schema<'WaitingView'>;

export const useSeats = (courseId: string, enabled = true) =>
  useQuery({
    queryKey: ['courses', 'seats', courseId],
    enabled,
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/seats', { params: { path: { id: courseId } } })),
  });

function useChange<Input>(act: (input: Input) => Promise<unknown>) {
  const refresh = useRefreshCourses();
  return useMutation({ mutationFn: act, onSettled: refresh });
}

export const useSetSeatRules = (courseId: string) =>
  useChange((body: Schema<'SeatRulesDto'>) =>
    answer(api.PUT('/api/v1/courses/{id}/seats/rules', { params: { path: { id: courseId } }, body })),
  );

export const useReserveSeats = (courseId: string) =>
  useChange((body: Schema<'ReserveSeatsDto'>) =>
    answer(api.POST('/api/v1/courses/{id}/seats/reservations', { params: { path: { id: courseId } }, body })),
  );

export const useEndReservation = (courseId: string) =>
  useChange((reservationId: string) =>
    answer(
      api.POST('/api/v1/courses/{id}/seats/reservations/{reservationId}/end', {
        params: { path: { id: courseId, reservationId } },
      }),
    ),
  );

export const useMoveInLine = (courseId: string) =>
  useChange(({ nominationId, ...body }: { nominationId: string } & Schema<'MoveInWaitlistDto'>) =>
    answer(
      api.POST('/api/v1/courses/{id}/seats/waiting/{nominationId}/move', {
        params: { path: { id: courseId, nominationId } },
        body,
      }),
    ),
  );

export const useAnswerOffer = (courseId: string) =>
  useChange(({ nominationId, accept }: { nominationId: string; accept: boolean }) => {
    const path = { id: courseId, nominationId };
    return accept
      ? answer(api.POST('/api/v1/courses/{id}/seats/waiting/{nominationId}/accept', { params: { path } }))
      : answer(api.POST('/api/v1/courses/{id}/seats/waiting/{nominationId}/decline', { params: { path }, body: {} }));
  });
