import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client';
import { useMe } from '../identity/api';
import { type DraftPerson, keepLocalDraft, type LocalDraft, newKey, readLocalDraft } from './draft-store';

const PAUSE_MS = 600;

/** What was saved of the caller's list for a class when the page was opened. */
const useSavedDraft = (courseId: string) =>
  useQuery({
    queryKey: ['draft', courseId],
    gcTime: 0,
    staleTime: Infinity,
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/nomination-draft', { params: { path: { id: courseId } } })),
  });

/** The list being made for a class: saved while it is made, on this computer at once and on the server after a pause. */
export function useDraft(courseId: string) {
  const accountId = useMe().data?.id ?? '';
  const saved = useSavedDraft(courseId);
  const [own, setOwn] = useState<LocalDraft | null>(() => readLocalDraft(accountId, courseId));
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const draft: LocalDraft = own ?? { people: saved.data?.people ?? [], key: '', waiting: false };
  const save = useDebouncedCallback(async (people: readonly DraftPerson[]) => {
    const body: Schema<'SaveDraftDto'> = { officialIds: people.map(({ id }) => id) };
    try {
      const kept = await answer(
        api.PUT('/api/v1/courses/{id}/nomination-draft', { params: { path: { id: courseId } }, body }),
      );
      setSavedAt(kept.savedAt);
    } catch {
      setSavedAt(null); // kept on this computer until the next change finds the server again
    }
  }, PAUSE_MS);
  const keep = (next: LocalDraft): void => {
    setOwn(next);
    keepLocalDraft(accountId, courseId, next);
  };
  const setPeople = (people: readonly DraftPerson[]): void => {
    keep({ people, key: newKey(), waiting: false });
    save(people);
  };
  return {
    people: draft.people,
    /** A list that came from the server gets its key when it is sent. */
    ready: (): LocalDraft => {
      const ready = draft.key === '' ? { ...draft, key: newKey() } : draft;
      if (ready !== draft) keep(ready);
      return ready;
    },
    waiting: draft.waiting,
    wait: (waiting: boolean, { people, key }: Pick<LocalDraft, 'people' | 'key'>) => {
      keep({ people, key, waiting });
    },
    savedAt: savedAt ?? (own === null ? (saved.data?.savedAt ?? null) : null),
    changes: saved.data?.changes ?? [],
    setPeople,
    /** It was sent. */
    finish: () => {
      setPeople([]);
    },
  };
}
