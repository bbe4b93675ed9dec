import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type Reorganisation = Schema<'ReorganisationView'>;
export type Step = Schema<'StepDto'>;
export type NewUnit = Schema<'NewUnitDto'>;

const KEY = ['reorganisations'];

export const useReorganisations = () =>
  useQuery({
    queryKey: [...KEY, 'all'],
    queryFn: () => answer(api.GET('/api/v1/reorganisations', { params: { query: { 'page[size]': 500 } } })),
  });

export const useReorganisation = (id: string) =>
  useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: () => answer(api.GET('/api/v1/reorganisations/{id}', { params: { path: { id } } })),
  });

/** What a draft would do; asked anew whenever the draft has another version. */
export const usePreview = ({ id, version, state }: Reorganisation) =>
  useQuery({
    queryKey: [...KEY, 'preview', id, version],
    enabled: state === 'draft',
    queryFn: () => answer(api.POST('/api/v1/reorganisations/{id}/preview', { params: { path: { id } } })),
  });

export function useCreateReorganisation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'CreateReorganisationDto'>) => answer(api.POST('/api/v1/reorganisations', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useUpdateReorganisation(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'UpdateReorganisationDto'>) =>
      answer(api.PATCH('/api/v1/reorganisations/{id}', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

/** Carries it out or takes it back: everything on the screen may be another afterwards. */
export function useCarryOut(id: string, what: 'apply' | 'undo') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST(`/api/v1/reorganisations/{id}/${what}`, { params: { path: { id } } })),
    onSuccess: (view) => {
      queries.setQueryData([...KEY, 'one', id], view);
      // What it would do is no longer a question.
      return queries.invalidateQueries({ predicate: ({ queryKey }) => !queryKey.includes('preview') });
    },
  });
}

/** Places that a unit still has of a year on, program by program: what the parts of a split share. */
export const usePlacesLeft = (unitId: string | undefined, year: number) =>
  useQuery({
    queryKey: ['quotas', 'left', unitId, year],
    enabled: unitId !== undefined,
    queryFn: async () => {
      const query = { 'page[size]': 500, ...(unitId && { unitId }) };
      const { items } = await answer(api.GET('/api/v1/quotas', { params: { query } }));
      return items.filter(({ period, left }) => period >= year && left > 0);
    },
  });

/** The officials of one unit, by name. */
export const useOfficialsOf = (unitId: string | undefined) =>
  useQuery({
    queryKey: ['officials', 'of', unitId],
    enabled: unitId !== undefined,
    queryFn: () =>
      answer(api.GET('/api/v1/officials', { params: { query: { 'page[size]': 500, ...(unitId && { unitId }) } } })),
  });
