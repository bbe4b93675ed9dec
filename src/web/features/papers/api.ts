import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { upload } from './upload';

export type Papers = Schema<'PapersView'>;
export type Paper = Schema<'PaperView'>;
export type PaperKind = Paper['kind'];
export type FiledKind = Schema<'AddPaperDto'>['kind'];

/** Kinds in the order in which they are offered. */
export const PAPER_KINDS: readonly PaperKind[] = ['application', 'cv', 'degree', 'certificate', 'health', 'other'];

export const usePapers = (nominationId: string) =>
  useQuery({
    queryKey: ['papers', nominationId],
    queryFn: () => answer(api.GET('/api/v1/nominations/{id}/papers', { params: { path: { id: nominationId } } })),
  });

/** Who of a class lacks what, by nomination. */
export const useMissingPapers = (courseId: string | undefined) =>
  useQuery({
    queryKey: ['papers', 'missing', courseId],
    enabled: courseId !== undefined,
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/missing-papers', { params: { path: { id: courseId ?? '' } } })),
    select: ({ items }) => new Map(items.map(({ nominationId, missing }) => [nominationId, missing])),
  });

/** Any change of papers: what is on screen of them is read again. */
function useChange<Input>(act: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: ['papers'] }) });
}

/** Uploads a file, going on after a broken connection, and attaches it. */
export const useAddFile = (nominationId: string) =>
  useChange(async ({ kind, file, onProgress }: { kind: FiledKind; file: File; onProgress: (part: number) => void }) => {
    const uploadId = await upload(file, onProgress);
    return answer(
      api.POST('/api/v1/nominations/{id}/papers', { params: { path: { id: nominationId } }, body: { kind, uploadId } }),
    );
  });

export const useAddEarlier = (nominationId: string) =>
  useChange(({ kind, paperId }: { kind: FiledKind; paperId: string }) =>
    answer(
      api.POST('/api/v1/nominations/{id}/papers', { params: { path: { id: nominationId } }, body: { kind, paperId } }),
    ),
  );

export const useSayFit = (nominationId: string) =>
  useChange((body: Schema<'HealthDto'>) =>
    answer(api.PUT('/api/v1/nominations/{id}/papers/health', { params: { path: { id: nominationId } }, body })),
  );

export const useRemovePaper = () =>
  useChange((id: string) => answer(api.DELETE('/api/v1/papers/{id}', { params: { path: { id } } })));
