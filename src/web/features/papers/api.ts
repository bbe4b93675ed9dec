import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
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

type Missing = ReadonlyMap<string, readonly PaperKind[]>;

const missingOf = (courseId: string) => ({
  queryKey: ['papers', 'missing', courseId],
  queryFn: () => answer(api.GET('/api/v1/courses/{id}/missing-papers', { params: { path: { id: courseId } } })),
});

const byNomination = (items: Schema<'MissingPapersView'>['items']): Missing =>
  new Map(items.map(({ nominationId, missing }) => [nominationId, missing]));

/** Who of a class lacks what, by nomination. */
export const useMissingPapers = (courseId: string | undefined) =>
  useQuery({
    ...missingOf(courseId ?? ''),
    enabled: courseId !== undefined,
    select: ({ items }) => byNomination(items),
  });

const together = (answers: readonly { data?: Schema<'MissingPapersView'> | undefined }[]): Missing =>
  byNomination(answers.flatMap(({ data }) => data?.items ?? []));

/** The same of several classes at once. */
export const useMissingPapersOf = (courseIds: readonly string[]): Missing =>
  useQueries({ queries: [...new Set(courseIds)].map(missingOf), combine: together });

/** What a class asks for, and who has what of it from before. */
export interface AskedPapers {
  required: readonly PaperKind[];
  atHand: ReadonlyMap<string, readonly PaperKind[]>;
}

/** What a class asks everybody for, and what each would still have to hand in; nothing while it is not known. */
export const useAskedPapers = (courseId: string) =>
  useQuery({
    queryKey: ['papers', 'asked', courseId],
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/asked-papers', { params: { path: { id: courseId } } })),
    select: byPerson,
  });

/** The same function at every drawing: what it makes stays the same, and long lists are not drawn anew for it. */
const byPerson = ({ required, atHand }: Schema<'AskedPapersView'>): AskedPapers => ({
  required,
  atHand: new Map(atHand.map(({ officialId, kinds }) => [officialId, kinds])),
});

/** Names of papers, one after another. */
export function useWritePapers(): (kinds: readonly PaperKind[]) => string {
  const { t } = useTranslation();
  return (kinds) => kinds.map((kind) => t(`papers.kind.${kind}`)).join(', ');
}

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
