import { answer, api, type Schema } from '../../api/client';
import { isUnreachable } from '../../offline/copies';
import type { LocalDraft } from '../../offline/drafts';
import type { NominatedLine } from './api';

/** What became of a list that waited for the network. */
export type Sending =
  | { outcome: 'sent'; lines: NominatedLine[] }
  /** Not sent: the class or the people are no longer what they were, and the sender shall see it first. */
  | { outcome: 'changed'; draft: Schema<'DraftView'> }
  | { outcome: 'unreachable' }
  | { outcome: 'refused'; error: unknown };

/** Sends a list once, however often it is asked to: its key says which list it is. */
export const sendList = (courseId: string, { people, key }: Pick<LocalDraft, 'people' | 'key'>) =>
  answer(
    api.POST('/api/v1/nominations', {
      params: { header: { 'Idempotency-Key': key } },
      body: { courseId, officialIds: people.map(({ id }) => id) },
    }),
  );

/** The list as the server keeps it, held against what its maker saw of the class. */
export const saveDraft = (courseId: string, { people, seen }: Pick<LocalDraft, 'people' | 'seen'>) =>
  answer(
    api.PUT('/api/v1/courses/{id}/nomination-draft', {
      params: { path: { id: courseId } },
      body: { officialIds: people.map(({ id }) => id), seen },
    }),
  );

/** Sends a list that waited, unless something has changed meanwhile. */
export async function sendWaiting(courseId: string, draft: LocalDraft): Promise<Sending> {
  try {
    const now = await saveDraft(courseId, draft);
    if (now.changes.length > 0 || unfitPeople(draft.people, now).length > 0) return { outcome: 'changed', draft: now };
    const { items } = await sendList(courseId, draft);
    await saveDraft(courseId, { ...draft, people: [] });
    return { outcome: 'sent', lines: items };
  } catch (error) {
    return isUnreachable(error) ? { outcome: 'unreachable' } : { outcome: 'refused', error };
  }
}

/** Somebody on a list against whom something speaks now, and what. */
export interface UnfitPerson {
  id: string;
  fullName: string;
  checks: Schema<'DraftPerson'>['checks'];
}

/**
 * People of a list who could not be nominated now. Who already is, is no news: the answer to a list that did arrive was lost
 * on its way, and sent again with its key it is answered the same.
 */
export function unfitPeople(
  people: readonly { id: string; fullName: string }[],
  draft: Pick<Schema<'DraftView'>, 'people'> | undefined,
): UnfitPerson[] {
  if (!draft) return [];
  const now = new Map(draft.people.map((person) => [person.id, person]));
  return people.flatMap(({ id, fullName }) => {
    const person = now.get(id);
    const checks = (person?.checks ?? []).filter(({ result }) => result === 'fail' || result === 'needsException');
    const isNominated = checks.some(({ rule }) => rule === 'not-nominated');
    return person?.eligible || isNominated ? [] : [{ id, fullName, checks }];
  });
}
