import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type Quota = Schema<'QuotaView'>;
const QUOTAS = ['quotas'];
const MOST = 500;

/** Places of a year, all programs. */
export const useQuotas = (period: number) =>
  useQuery({
    queryKey: [...QUOTAS, period],
    queryFn: () => answer(api.GET('/api/v1/quotas', { params: { query: { period, 'page[size]': MOST } } })),
  });

export function useSetQuotas(period: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ programId, allocations }: { programId: string; allocations: Schema<'AllocationDto'>[] }) =>
      answer(api.PUT('/api/v1/quotas', { params: { query: { programId, period } }, body: { allocations } })),
    onSettled: () => Promise.all([QUOTAS, ['home']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
