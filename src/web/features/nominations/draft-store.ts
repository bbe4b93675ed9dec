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
}

const PREFIX = 'hong-chuyen-draft:';
const KEY_BYTES = 16;

const addressOf = (accountId: string, courseId: string): string => `${PREFIX}${accountId}:${courseId}`;

/** Works without https, too, where `crypto.randomUUID` does not. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export function readLocalDraft(accountId: string, courseId: string): LocalDraft | null {
  const kept = localStorage.getItem(addressOf(accountId, courseId));
  return kept === null ? null : (JSON.parse(kept) as LocalDraft);
}

export function keepLocalDraft(accountId: string, courseId: string, draft: LocalDraft): void {
  const address = addressOf(accountId, courseId);
  if (draft.people.length === 0) localStorage.removeItem(address);
  else localStorage.setItem(address, JSON.stringify(draft));
}
