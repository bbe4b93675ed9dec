import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type Standard = Schema<'StandardView'>;

const STANDARDS = ['standards'];

/** The standards of a day, and those that come later. @param asOf today when undefined. */
export const useStandards = (asOf: string | undefined) =>
  useQuery({
    queryKey: [...STANDARDS, asOf],
    queryFn: () => answer(api.GET('/api/v1/standards', { params: { query: { ...(asOf && { asOf }) } } })),
  });

export const useStandardHistory = (id: string) =>
  useQuery({
    queryKey: [...STANDARDS, 'history', id],
    queryFn: () => answer(api.GET('/api/v1/standards/{id}/history', { params: { path: { id } } })),
  });

/** A change of standards: whatever is judged by them is asked anew. */
function useChange<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries() });
}

export const useCreateStandard = () =>
  useChange((body: Schema<'CreateStandardDto'>) => answer(api.POST('/api/v1/standards', { body })));

export const useCorrectStandard = () =>
  useChange(({ id, version, ...body }: Schema<'CorrectStandardDto'> & { id: string; version: number }) =>
    answer(
      api.PATCH('/api/v1/standards/{id}', {
        params: { path: { id }, header: { 'if-match': `"${version}"` } },
        body,
      }),
    ),
  );

export const useEndStandard = () =>
  useChange(({ id, on }: { id: string; on: string }) =>
    answer(api.POST('/api/v1/standards/{id}/end', { params: { path: { id } }, body: { on } })),
  );

export const useDeleteStandard = () =>
  useChange((id: string) => answer(api.DELETE('/api/v1/standards/{id}', { params: { path: { id } } })));
