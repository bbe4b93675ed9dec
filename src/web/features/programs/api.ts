import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type Program = Schema<'ProgramView'>;
export type ProgramVersion = Schema<'ProgramVersionView'>;

const PROGRAMS = ['programs'];

/** The catalogue of training. */
export const usePrograms = () => useQuery({ queryKey: PROGRAMS, queryFn: () => answer(api.GET('/api/v1/programs')) });

export const useProgram = (id: string) =>
  useQuery({
    queryKey: [...PROGRAMS, id],
    queryFn: () => answer(api.GET('/api/v1/programs/{id}', { params: { path: { id } } })),
  });

/** What a program was, is and will be, and who changed it. */
export const useProgramVersions = (id: string) =>
  useQuery({
    queryKey: [...PROGRAMS, id, 'versions'],
    queryFn: () => answer(api.GET('/api/v1/programs/{id}/versions', { params: { path: { id } } })),
  });

/** A change of programs: classes and needs that follow them are asked anew. */
function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries() });
}

export const useCreateProgram = () =>
  useChange((body: Schema<'CreateProgramDto'>) => answer(api.POST('/api/v1/programs', { body })));

export const useRenameProgram = (id: string) =>
  useChange((name: string) => answer(api.PATCH('/api/v1/programs/{id}', { params: { path: { id } }, body: { name } })));

export const useAddVersion = (id: string) =>
  useChange((body: Schema<'AddVersionDto'>) =>
    answer(api.POST('/api/v1/programs/{id}/versions', { params: { path: { id } }, body })),
  );

export const useCorrectVersion = () =>
  useChange(({ id, version, ...body }: Schema<'CorrectVersionDto'> & { id: string; version: number }) =>
    answer(
      api.PATCH('/api/v1/program-versions/{id}', {
        params: { path: { id }, header: { 'if-match': `"${version}"` } },
        body,
      }),
    ),
  );

export const useSetPapers = (id: string) =>
  useChange((papers: ProgramVersion['papers']) =>
    answer(api.PUT('/api/v1/program-versions/{id}/papers', { params: { path: { id } }, body: { papers } })),
  );

export const useDeleteVersion = () =>
  useChange((id: string) => answer(api.DELETE('/api/v1/program-versions/{id}', { params: { path: { id } } })));
