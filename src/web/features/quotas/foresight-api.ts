import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type Foreseen = Schema<'ForeseenView'>;

/** Places that will be left over at this rate; this year's when no year is named. */
export const useForesight = (period?: number) =>
  useQuery({
    queryKey: ['quotas', 'foresight', period],
    queryFn: () =>
      answer(api.GET('/api/v1/quotas/foresight', { params: { query: period === undefined ? {} : { period } } })),
  });

/** Tells a unit that its places wait for names. */
export const usePress = () =>
  useMutation({
    mutationFn: (body: Schema<'PressDto'>) => answer(api.POST('/api/v1/quotas/foresight/press', { body })),
  });

/** Places that a unit has nobody for come back into the reserve. */
export function useGiveBack(period: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ from, places }: { from: Foreseen; places: number }) => {
      const cell = { programId: from.program.id, unitId: from.unitId, was: from.places, places: from.places - places };
      return answer(api.PUT('/api/v1/quotas/matrix', { body: { period, cells: [cell] } }));
    },
    onSettled: () => Promise.all([['quotas'], ['home']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
