import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';
import type { Official, OfficialFilters } from './official-filters';

export type OfficialProfile = Schema<'OfficialProfile'>;

const OFFICIALS = ['officials'];

export const useOfficials = (filters: OfficialFilters) =>
  usePages<Official>([...OFFICIALS, filters], (after) =>
    api.GET('/api/v1/officials', { params: { query: { ...filters, ...(after && { 'page[after]': after }) } } }),
  );

export const useOfficial = (id: string) =>
  useQuery({
    queryKey: [...OFFICIALS, 'one', id],
    queryFn: () => answer(api.GET('/api/v1/officials/{id}', { params: { path: { id } } })),
  });

export const useOfficialStandards = (id: string) =>
  useQuery({
    queryKey: [...OFFICIALS, 'standards', id],
    queryFn: () => answer(api.GET('/api/v1/officials/{id}/standards', { params: { path: { id }, query: {} } })),
  });

export function useSaveOfficial(id: string | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'CreateOfficialDto'>) =>
      id === undefined
        ? answer(api.POST('/api/v1/officials', { body }))
        : answer(api.PATCH('/api/v1/officials/{id}', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: OFFICIALS }),
  });
}
