import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type SavedView = Schema<'SavedViewView'>;
const VIEWS = ['saved-views'];

/** One's own views of a list, and those shared with one's unit. */
export const useViews = (list: string) =>
  useQuery({
    queryKey: [...VIEWS, list],
    queryFn: () => answer(api.GET('/api/v1/saved-views', { params: { query: { list } } })),
  });

/** Keeps a new view, or changes one's own. */
export function useSaveView() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, list, ...view }: Schema<'UpdateSavedViewDto'> & { id?: string; list: string }) =>
      id === undefined
        ? answer(api.POST('/api/v1/saved-views', { body: { ...view, list } as Schema<'CreateSavedViewDto'> }))
        : answer(api.PATCH('/api/v1/saved-views/{id}', { params: { path: { id } }, body: view })),
    onSuccess: () => queries.invalidateQueries({ queryKey: VIEWS }),
  });
}

export function useDeleteView() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/v1/saved-views/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: VIEWS }),
  });
}
