import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isUnreachable } from '../../offline/copies';
import type { DraftPerson } from '../../offline/drafts';
import { useRefreshCourses } from '../courses/api';
import type { NominatedLine } from './api';
import { sendList, sendWaiting } from './send-list';
import type { useDraft } from './use-draft';
import { useWhenOnline } from './use-when-online';

export interface SentList {
  people: readonly DraftPerson[];
  lines: NominatedLine[];
}

/** Sending the list of a class: at once, or as soon as there is a network. */
export function useSending(courseId: string, draft: ReturnType<typeof useDraft>) {
  const refresh = useRefreshCourses();
  const [sent, setSent] = useState<SentList | null>(null);
  // Without a network it fails at once, and the list is kept by the page: not in memory, where a reload loses it.
  const now = useMutation({
    mutationFn: (list: Parameters<typeof sendList>[1]) => sendList(courseId, list),
    onSuccess: refresh,
  });
  const later = useMutation({
    mutationFn: (list: Parameters<typeof sendWaiting>[1]) => sendWaiting(courseId, list),
  });
  const arrived = (people: readonly DraftPerson[], lines: NominatedLine[]): void => {
    setSent({ people, lines });
    draft.finish();
  };
  useWhenOnline(draft.waiting && !now.isPending && !later.isPending, () => {
    const list = draft.ready();
    later.mutate(list, {
      onSuccess: (sending) => {
        if (sending.outcome === 'unreachable') return;
        if (sending.outcome === 'sent') {
          arrived(list.people, sending.lines);
          void refresh();
          return;
        }
        if (sending.outcome === 'changed') draft.tell(sending.draft);
        draft.wait(false, { ...list, saved: sending.outcome === 'changed' });
      },
    });
  });
  const refused = later.data?.outcome === 'refused' ? later.data.error : null;
  return {
    sent,
    busy: now.isPending || later.isPending,
    error: draft.waiting || now.isPending ? null : (now.error ?? refused),
    send: () => {
      const list = draft.ready();
      later.reset();
      now.mutate(list, {
        onSuccess: ({ items }) => {
          arrived(list.people, items);
        },
        // Not reached: kept, and sent by itself when there is a network; whatever came through comes to nothing twice.
        onError: (error) => {
          draft.wait(isUnreachable(error), list);
        },
      });
    },
  };
}
