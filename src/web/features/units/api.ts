import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

const UNITS = ['units'];
/** More units than a district has; larger trees are searched. */
const MOST = 500;

/** The units of the reader's subtree, by name. @param kind only these. */
export const useUnits = (kind?: Schema<'UnitView'>['kind']) =>
  useQuery({
    queryKey: [...UNITS, kind],
    queryFn: () =>
      answer(api.GET('/api/v1/units', { params: { query: { 'page[size]': MOST, ...(kind && { kind }) } } })),
  });

export function useCreateUnit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'CreateUnitDto'>) => answer(api.POST('/api/v1/units', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: UNITS }),
  });
}

export function useUpdateUnit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Schema<'UpdateUnitDto'> & { id: string }) =>
      answer(api.PATCH('/api/v1/units/{id}', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: UNITS }),
  });
}
