import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';
import type { Official, OfficialFilters } from './official-filters';

export type OfficialProfile = Schema<'OfficialProfile'>;

export const OFFICIALS = ['officials'];

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

/** Records somebody new, or changes a record that was read in some version. */
export function useSaveOfficial(official: { id: string; version: number } | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'CreateOfficialDto'>) =>
      official === undefined
        ? answer(api.POST('/api/v1/officials', { body }))
        : answer(
            api.PATCH('/api/v1/officials/{id}', {
              params: { path: { id: official.id }, header: { 'if-match': `"${official.version}"` } },
              body,
            }),
          ),
    onSuccess: () => queries.invalidateQueries({ queryKey: OFFICIALS }),
  });
}
