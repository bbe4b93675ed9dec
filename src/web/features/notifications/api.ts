import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

const INBOX = ['notifications'];
const LOOK_AGAIN_MS = 30_000;

/** How many messages wait to be read. */
export const useUnread = () =>
  useQuery({
    queryKey: [...INBOX, 'unread-count'],
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: async () => (await answer(api.GET('/api/v1/inbox', { params: { query: { 'page[size]': 1 } } }))).unread,
  });

export const useInbox = (unread: boolean) =>
  usePages<Schema<'NotificationView'>>([...INBOX, unread], (after) =>
    api.GET('/api/v1/inbox', {
      params: { query: { ...(unread && { unread }), ...(after && { 'page[after]': after }) } },
    }),
  );

export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      id === 'all'
        ? api.POST('/api/v1/inbox/read-all')
        : api.POST('/api/v1/inbox/{id}/read', { params: { path: { id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: INBOX }),
  });
}
