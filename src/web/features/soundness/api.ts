import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type DataCheck = Schema<'DataCheckView'>;

const CHECK = ['data-check'];

export const useDataCheck = () =>
  useQuery({ queryKey: CHECK, queryFn: () => answer(api.GET('/api/v1/data-check', {})) });

export function useRunDataCheck() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/data-check/run', {})),
    onSuccess: (check) => {
      queries.setQueryData(CHECK, check);
    },
  });
}
