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

/** What becomes of places that a unit has nobody for: back into the reserve, or from there to another unit. */
export function useMoveSurplus(period: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ from, to, places }: { from: Foreseen; to: string | null; places: number }) => {
      const all = await answer(
        api.GET('/api/v1/quotas', { params: { query: { period, programId: from.program.id, 'page[size]': 500 } } }),
      );
      const was = (unitId: string): number => all.items.find((quota) => quota.unitId === unitId)?.places ?? 0;
      const cell = (unitId: string, change: number) => ({
        programId: from.program.id,
        unitId,
        was: was(unitId),
        places: was(unitId) + change,
      });
      const cells = [...(from.reserve ? [] : [cell(from.unitId, -places)]), ...(to === null ? [] : [cell(to, places)])];
      return answer(api.PUT('/api/v1/quotas/matrix', { body: { period, cells } }));
    },
    onSettled: () => Promise.all([['quotas'], ['home']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
