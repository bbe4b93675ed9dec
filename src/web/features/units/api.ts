import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Unit = Schema<'UnitView'>;
export type UnitDetails = Schema<'UnitDetails'>;

/** What the list of units is narrowed to; lives in the address. */
export interface UnitFilters {
  q?: string;
  /** The map of a day. */
  asOf?: string;
  /** Whether units that have ended are shown too. */
  includeClosed?: boolean;
}

const UNITS = ['units'];
/** More units than a district has; larger trees are searched. */
const MOST = 500;

/** The units of the reader's subtree, by name. @param kind only these. */
export const useUnits = (kind?: Unit['kind']) =>
  useQuery({
    queryKey: [...UNITS, kind],
    queryFn: () =>
      answer(api.GET('/api/v1/units', { params: { query: { 'page[size]': MOST, ...(kind && { kind }) } } })),
  });

/** Units found by words, of a day, or right below another. */
export const useUnitList = (filters: UnitFilters & { parentId?: string }, enabled = true) =>
  usePages<Unit>(
    [...UNITS, 'list', filters],
    (after) => api.GET('/api/v1/units', { params: { query: { ...filters, ...(after && { 'page[after]': after }) } } }),
    enabled,
  );

/** The units right below one, as a branch of the tree. */
export const branch = (parentId: string, includeClosed: boolean) =>
  queryOptions({
    queryKey: [...UNITS, 'branch', parentId, includeClosed],
    queryFn: () =>
      answer(
        api.GET('/api/v1/units', {
          params: { query: { parentId, 'page[size]': MOST, ...(includeClosed && { includeClosed }) } },
        }),
      ),
  });

/** One unit with its contacts and its history. */
export const useUnit = (id: string) =>
  useQuery({
    queryKey: [...UNITS, 'one', id],
    queryFn: () => answer(api.GET('/api/v1/units/{id}', { params: { path: { id } } })),
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
