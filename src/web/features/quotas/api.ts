import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type Quota = Schema<'QuotaView'>;
const QUOTAS = ['quotas'];
const MOST = 1000;

/** All of them, however many pages they take: totals over a part would be wrong. */
async function allQuotas(period: number): Promise<Schema<'QuotaPage'>> {
  const items: Quota[] = [];
  let after: string | null = null;
  do {
    const query = { period, 'page[size]': MOST, ...(after !== null && { 'page[after]': after }) };
    const page: Schema<'QuotaPage'> = await answer(api.GET('/api/v1/quotas', { params: { query } }));
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return { items, next: null, total: items.length };
}

/** Places of a year, all programs. */
export const useQuotas = (period: number) =>
  useQuery({ queryKey: [...QUOTAS, period], queryFn: () => allQuotas(period) });

/** Writes a block of cells, all or none. */
export function useSaveMatrix(period: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (cells: Schema<'CellDto'>[]) => answer(api.PUT('/api/v1/quotas/matrix', { body: { period, cells } })),
    onSettled: () => Promise.all([QUOTAS, ['home']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/** Reads the places of a year as they were last answered. */
export function useLastQuotas(period: number) {
  const queries = useQueryClient();
  return (): readonly Quota[] => queries.getQueryData<Schema<'QuotaPage'>>([...QUOTAS, period])?.items ?? [];
}
