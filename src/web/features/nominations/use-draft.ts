import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answer, api, type Schema } from '../../api/client';
import { type DraftPerson, keepLocalDraft, type LocalDraft, newKey, readLocalDraft } from '../../offline/drafts';
import type { Course } from '../courses/api';
import { useMe } from '../identity/api';
import { saveDraft, unfitPeople } from './send-list';
import { useWhenOnline } from './use-when-online';

const PAUSE_MS = 600;

const savedKey = (courseId: string) => ['draft', courseId];

/** What is saved of the caller's list for a class, held against the class and its people as they are. */
const useSavedDraft = (courseId: string) =>
  useQuery({
    queryKey: savedKey(courseId),
    gcTime: 0,
    staleTime: Infinity,
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/nomination-draft', { params: { path: { id: courseId } } })),
  });

/** What this computer keeps of the list when the page is opened. */
export function useKeptDraft(courseId: string) {
  const accountId = useMe().data?.id ?? '';
  return useQuery({
    queryKey: ['kept-draft', accountId, courseId],
    gcTime: 0,
    staleTime: Infinity,
    enabled: accountId !== '',
    queryFn: () => readLocalDraft(accountId, courseId),
  });
}

const seenOf = ({ state, deadline, capacity, startsOn, endsOn, seatsTaken }: Course): Schema<'CourseSeen'> => ({
  state,
  deadline,
  capacity,
  startsOn,
  endsOn,
  free: Math.max(0, capacity - seatsTaken),
});

/** The list being made for a class: saved while it is made, on this computer at once and on the server after a pause. */
export function useDraft(course: Course, kept: LocalDraft | null) {
  const { id: courseId } = course;
  const accountId = useMe().data?.id ?? '';
  const queries = useQueryClient();
  const saved = useSavedDraft(courseId);
  const [own, setOwn] = useState(kept);
  const latest = useRef(kept);
  const draft: LocalDraft = own ?? {
    people: (saved.data?.people ?? []).map(({ id, fullName }) => ({ id, fullName })),
    key: '',
    waiting: false,
    saved: true,
    seen: seenOf(course),
    keptAt: 0,
  };
  const keep = (next: LocalDraft): void => {
    latest.current = next;
    setOwn(next);
    void keepLocalDraft(accountId, courseId, next);
  };
  const tell = (view: Schema<'DraftView'>): void => {
    queries.setQueryData(savedKey(courseId), view);
  };
  const save = useDebouncedCallback(async (next: LocalDraft) => {
    try {
      const view = await saveDraft(courseId, next);
      if (latest.current?.key !== next.key) return; // the list has changed, and is saved again
      tell(view);
      keep({ ...latest.current, saved: true });
    } catch {
      // kept on this computer until there is a network, or the next change
    }
  }, PAUSE_MS);
  const setPeople = (people: readonly DraftPerson[]): void => {
    const next = { people, key: newKey(), waiting: false, saved: false, seen: seenOf(course), keptAt: Date.now() };
    keep(next);
    save(next);
  };
  useWhenOnline(own !== null && !own.saved && !own.waiting, () => {
    if (own) save(own);
  });
  return {
    people: draft.people,
    /** A list that came from the server gets its key when it is sent. */
    ready: (): LocalDraft => {
      const ready = draft.key === '' ? { ...draft, key: newKey(), keptAt: Date.now() } : draft;
      if (ready !== draft) keep(ready);
      return ready;
    },
    waiting: draft.waiting,
    wait: (waiting: boolean, list: LocalDraft) => {
      keep({ ...list, waiting });
    },
    savedAt: draft.saved ? (saved.data?.savedAt ?? null) : null,
    changes: draft.waiting ? [] : (saved.data?.changes ?? []),
    unfit: draft.waiting ? [] : unfitPeople(draft.people, draft.saved ? saved.data : undefined),
    tell,
    setPeople,
    /** It was sent. */
    finish: () => {
      setPeople([]);
    },
  };
}
