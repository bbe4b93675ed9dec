import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Pair = Schema<'DuplicatePairView'>;
export type MergePreview = Schema<'MergePreviewView'>;
export type Merge = Schema<'MergeView'>;
export type Side = 'keep' | 'merge';

const DUPLICATES = ['duplicates'];

export const useDuplicates = () =>
  usePages<Pair>([...DUPLICATES, 'pairs'], (after) =>
    api.GET('/api/v1/duplicates', { params: { query: after ? { 'page[after]': after } : {} } }),
  );

export const useMerges = () =>
  useQuery({ queryKey: [...DUPLICATES, 'merges'], queryFn: () => answer(api.GET('/api/v1/duplicates/merges')) });

/** What a merger of two records would do. */
export const useMergePreview = (keepId: string, mergeId: string) =>
  useQuery({
    queryKey: [...DUPLICATES, 'preview', keepId, mergeId],
    queryFn: () => answer(api.POST('/api/v1/duplicates/preview', { body: { keepId, mergeId } })),
  });

/** Who somebody about to be recorded may already be; asked once name, unit and birth are known. */
export function useSimilar(person: Partial<Schema<'SimilarDto'>>) {
  const { fullName, unitId, bornOn } = person;
  return useQuery({
    queryKey: [...DUPLICATES, 'similar', fullName, unitId, bornOn],
    enabled: !!fullName && !!unitId && !!bornOn,
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer(
        api.POST('/api/v1/officials/similar', { body: { fullName: fullName ?? '', unitId: unitId ?? '', bornOn } }),
      ),
  });
}

/** A change after which pairs, mergers and officials are read anew. */
function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: DUPLICATES });
      await queries.invalidateQueries({ queryKey: ['officials'] });
    },
  });
}

export const useMerge = () =>
  useChange((body: Schema<'MergeDto'>) => answer(api.POST('/api/v1/duplicates/merge', { body })));

export const useUndoMerge = () =>
  useChange((id: string) => answer(api.POST('/api/v1/duplicates/merges/{id}/undo', { params: { path: { id } } })));

export const useDismiss = () =>
  useChange(({ first, second }: Pair) =>
    answer(
      api.POST('/api/v1/duplicates/{id}/{otherId}/dismiss', {
        params: { path: { id: first.id, otherId: second.id } },
      }),
    ),
  );
