import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { ApiProblem, type Problem } from '../../api/problem';
import { useMay } from '../identity/api';
import { OFFICIALS } from './api';

export type Post = Schema<'PostView'>;
export type Qualification = Schema<'QualificationView'>;
export type Status = Schema<'StatusView'>;
export type Planning = Schema<'PlanningView'>;
export type Note = Schema<'NoteView'>;
export type Training = Schema<'TrainingView'>;

/** The parts of a record that are written by themselves, under the name of their address. */
export type Part = 'posts' | 'qualifications' | 'statuses' | 'plannings' | 'notes';
type Body = Record<string, unknown>;

interface Writers {
  add: (id: string, body: Body) => Promise<unknown>;
  change: (id: string, part: string, version: number, body: Body) => Promise<unknown>;
  remove: (id: string, part: string, version: number) => Promise<unknown>;
}

const tag = (version: number) => ({ 'if-match': `"${version}"` });

/** The contract knows each address by itself; what the forms send is checked by the server. */
const WRITERS: Record<Part, Writers> = {
  posts: {
    add: (id, body) => api.POST('/api/v1/officials/{id}/posts', { params: { path: { id } }, body: body as never }),
    change: (id, postId, version, body) =>
      api.PATCH('/api/v1/officials/{id}/posts/{postId}', {
        params: { path: { id, postId }, header: tag(version) },
        body: body as never,
      }),
    remove: (id, postId, version) =>
      api.DELETE('/api/v1/officials/{id}/posts/{postId}', { params: { path: { id, postId }, header: tag(version) } }),
  },
  qualifications: {
    add: (id, body) =>
      api.POST('/api/v1/officials/{id}/qualifications', { params: { path: { id } }, body: body as never }),
    change: (id, qualificationId, version, body) =>
      api.PATCH('/api/v1/officials/{id}/qualifications/{qualificationId}', {
        params: { path: { id, qualificationId }, header: tag(version) },
        body: body as never,
      }),
    remove: (id, qualificationId, version) =>
      api.DELETE('/api/v1/officials/{id}/qualifications/{qualificationId}', {
        params: { path: { id, qualificationId }, header: tag(version) },
      }),
  },
  statuses: {
    add: (id, body) => api.POST('/api/v1/officials/{id}/statuses', { params: { path: { id } }, body: body as never }),
    change: (id, statusId, version, body) =>
      api.PATCH('/api/v1/officials/{id}/statuses/{statusId}', {
        params: { path: { id, statusId }, header: tag(version) },
        body: body as never,
      }),
    remove: (id, statusId, version) =>
      api.DELETE('/api/v1/officials/{id}/statuses/{statusId}', {
        params: { path: { id, statusId }, header: tag(version) },
      }),
  },
  plannings: {
    add: (id, body) => api.POST('/api/v1/officials/{id}/plannings', { params: { path: { id } }, body: body as never }),
    change: (id, planningId, version, body) =>
      api.PATCH('/api/v1/officials/{id}/plannings/{planningId}', {
        params: { path: { id, planningId }, header: tag(version) },
        body: body as never,
      }),
    remove: (id, planningId, version) =>
      api.DELETE('/api/v1/officials/{id}/plannings/{planningId}', {
        params: { path: { id, planningId }, header: tag(version) },
      }),
  },
  notes: {
    add: (id, body) => api.POST('/api/v1/officials/{id}/notes', { params: { path: { id } }, body: body as never }),
    change: (id, noteId, version, body) =>
      api.PATCH('/api/v1/officials/{id}/notes/{noteId}', {
        params: { path: { id, noteId }, header: tag(version) },
        body: body as never,
      }),
    remove: (id, noteId, version) =>
      api.DELETE('/api/v1/officials/{id}/notes/{noteId}', { params: { path: { id, noteId }, header: tag(version) } }),
  },
};

/** A change of a record, after which everything that tells of officials is read again. */
function useRecordChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: OFFICIALS }) });
}

/** Adds a part, or changes the one that is named. @param version of the record that was read. */
export const useSavePart = (part: Part, official: { id: string; version: number }) =>
  useRecordChange(({ partId, body }: { partId: string | undefined; body: Body }) =>
    partId === undefined
      ? WRITERS[part].add(official.id, body)
      : WRITERS[part].change(official.id, partId, official.version, body),
  );

export const useRemovePart = (part: Part, official: { id: string; version: number }) =>
  useRecordChange((partId: string) => WRITERS[part].remove(official.id, partId, official.version));

export const useReply = (id: string) =>
  useRecordChange(({ noteId, body }: { noteId: string; body: Schema<'ReplyDto'> }) =>
    answer(api.POST('/api/v1/officials/{id}/notes/{noteId}/reply', { params: { path: { id, noteId } }, body })),
  );

/** Where a scan is read from and handed in to. */
export const certificateAddress = (id: string, qualificationId: string): string =>
  `/api/v1/officials/${id}/qualifications/${qualificationId}/file`;

/** Hands in a scan; the browser itself makes the body of parts. */
export const usePutCertificate = (id: string) =>
  useRecordChange(async ({ qualificationId, file }: { qualificationId: string; file: File }) => {
    const body = new FormData();
    body.append('file', file);
    const response = await fetch(certificateAddress(id, qualificationId), { method: 'PUT', body });
    if (!response.ok) throw new ApiProblem((await response.json()) as Problem);
  });

/** Takes the scan out of a qualification. */
export const useRemoveCertificate = (id: string) =>
  useRecordChange((qualificationId: string) =>
    api.DELETE('/api/v1/officials/{id}/qualifications/{qualificationId}/file', {
      params: { path: { id, qualificationId } },
    }),
  );

/** The one with a citizen id or a Party card number, in a body: no number stands in an address. */
export const useFindByNumber = () =>
  useMutation({
    mutationFn: (body: Schema<'FindByNumberDto'>) => answer(api.POST('/api/v1/officials/find-by-number', { body })),
  });

export const useExempt = (id: string) =>
  useRecordChange((body: Schema<'CreateExemptionDto'>) =>
    answer(api.POST('/api/v1/officials/{id}/standard-exemptions', { params: { path: { id } }, body })),
  );

export const useEndExemption = () =>
  useRecordChange(({ id, on }: { id: string; on: string }) =>
    answer(api.POST('/api/v1/standard-exemptions/{id}/end', { params: { path: { id } }, body: { on } })),
  );

export const useReveal = (id: string) =>
  useMutation({
    mutationFn: (body: Schema<'RevealDto'>) =>
      answer(api.POST('/api/v1/officials/{id}/reveal', { params: { path: { id } }, body })),
  });

/** Classes of the official; none for who may not read nominations, and nothing is asked then. */
export const useTraining = (id: string) => {
  const mayRead = useMay('nominations.read');
  return useQuery({
    enabled: mayRead,
    queryKey: [...OFFICIALS, 'training', id],
    queryFn: () => answer(api.GET('/api/v1/officials/{id}/training', { params: { path: { id } } })),
  });
};

export const useRecordHistory = (id: string) =>
  useQuery({
    queryKey: [...OFFICIALS, 'history', id],
    queryFn: () => answer(api.GET('/api/v1/officials/{id}/history', { params: { path: { id } } })),
  });
