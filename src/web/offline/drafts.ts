import type { Schema } from '../api/client';
import { forget, forgetWhere, keep, recall, recallAll } from './store';

/** Somebody on a list in the making. */
export interface DraftPerson {
  id: string;
  fullName: string;
}

/** A list as this computer keeps it, so that a lost connection or a reload loses nothing. */
export interface LocalDraft {
  people: readonly DraftPerson[];
  /** Of this very list: however often, and from however many windows it is sent, it is sent once. */
  key: string;
  /** Whether it shall be sent as soon as there is a network. */
  waiting: boolean;
  /** Whether the server has it, too. */
  saved: boolean;
  /** What the class was when the list was made. */
  seen: Schema<'CourseSeen'>;
  keptAt: number;
}

const PREFIX = 'draft:';
const KEY_BYTES = 16;
/** As long as the server remembers what it answered to a key. */
const DRAFT_LIVES_MS = 7 * 24 * 60 * 60 * 1000;

const addressOf = (accountId: string, courseId: string): string => `${PREFIX}${accountId}:${courseId}`;

/** Works without https, too, where `crypto.randomUUID` does not. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const readLocalDraft = async (accountId: string, courseId: string): Promise<LocalDraft | null> =>
  (await recall<LocalDraft>(addressOf(accountId, courseId))) ?? null;

export const keepLocalDraft = (accountId: string, courseId: string, draft: LocalDraft): Promise<void> =>
  draft.people.length === 0 ? forget(addressOf(accountId, courseId)) : keep(addressOf(accountId, courseId), draft);

/** Lists of an account that wait for the network, with their classes. */
export async function waitingDrafts(accountId: string): Promise<{ courseId: string; draft: LocalDraft }[]> {
  const drafts = await recallAll<LocalDraft>(`${PREFIX}${accountId}:`);
  return drafts
    .filter(([, { waiting }]) => waiting)
    .map(([key, draft]) => ({ courseId: key.slice(key.lastIndexOf(':') + 1), draft }));
}

export const forgetOldDrafts = (): Promise<void> =>
  forgetWhere((key, value) => key.startsWith(PREFIX) && Date.now() - (value as LocalDraft).keptAt > DRAFT_LIVES_MS);

/** Of other accounts only what they have sent off stays, until they are back. */
export const forgetOthersDrafts = (accountId: string): Promise<void> =>
  forgetWhere(
    (key, value) =>
      key.startsWith(PREFIX) && !key.startsWith(addressOf(accountId, '')) && !(value as LocalDraft).waiting,
  );
