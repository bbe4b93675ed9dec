import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type QuotaNotice = Schema<'QuotaNoticeView'>;
const NOTICES = ['quotas', 'notices'];
const MOST = 200;

/** Notices of a year, or of all; drafts first. */
export const useNotices = (period?: number) =>
  useQuery({
    queryKey: [...NOTICES, 'of', period],
    queryFn: () =>
      answer(
        api.GET('/api/v1/quotas/notices', {
          params: { query: { 'page[size]': MOST, ...(period !== undefined && { period }) } },
        }),
      ),
  });

export const useNotice = (id: string) =>
  useQuery({
    queryKey: [...NOTICES, id],
    queryFn: () => answer(api.GET('/api/v1/quotas/notices/{id}', { params: { path: { id } } })),
  });

function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => Promise.all([NOTICES, ['home']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

export const useDraftNotice = () =>
  useChange((body: Schema<'CreateQuotaNoticeDto'>) => answer(api.POST('/api/v1/quotas/notices', { body })));

export const useEditNotice = (id: string) =>
  useChange((body: Schema<'EditQuotaNoticeDto'>) =>
    answer(api.PUT('/api/v1/quotas/notices/{id}', { params: { path: { id } }, body })),
  );

/** Answers for one's own unit: a list, nobody, more time. */
export const useReplyToNotice = (id: string) =>
  useChange((body: Schema<'AnswerQuotaNoticeDto'>) =>
    answer(api.POST('/api/v1/quotas/notices/{id}/answer', { params: { path: { id } }, body })),
  );

/** Gives one unit until a later day. */
export const useExtendNotice = (id: string) =>
  useChange(({ callId, deadline }: { callId: string; deadline: string }) =>
    answer(
      api.POST('/api/v1/quotas/notices/{id}/calls/{callId}/extend', {
        params: { path: { id, callId } },
        body: { deadline },
      }),
    ),
  );

export const usePublishNotice = (id: string) =>
  useChange((body: Schema<'PublishQuotaNoticeDto'>) =>
    answer(api.POST('/api/v1/quotas/notices/{id}/publish', { params: { path: { id } }, body })),
  );

export const useDiscardNotice = (id: string) =>
  useChange(() => answer(api.DELETE('/api/v1/quotas/notices/{id}', { params: { path: { id } } })));

/** Says that one's own unit looked, or that it acknowledges. */
export const useAnswerNotice = (id: string) =>
  useChange((answered: 'seen' | 'acknowledge') =>
    answer(api.POST(`/api/v1/quotas/notices/{id}/${answered}`, { params: { path: { id } } })),
  );
