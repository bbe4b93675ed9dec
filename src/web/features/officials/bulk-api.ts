import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type BulkChange = Schema<'BulkChangeDto'>;
export type BulkAnswer = Schema<'BulkChangeView'>;

/** Makes a change to many officials, or only says what it would do. */
export function useBulkChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BulkChange) => answer(api.POST('/api/v1/officials/bulk', { body })),
    onSuccess: ({ operationId }) => (operationId ? queries.invalidateQueries({ queryKey: ['officials'] }) : undefined),
  });
}

export function useUndoBulkChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.POST('/api/v1/officials/bulk/{id}/undo', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['officials'] }),
  });
}
