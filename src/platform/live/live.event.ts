import type { Actor } from '../access/actor.js';

/** Whom a change concerns. */
export type LiveAudience =
  /** Everybody whose unit stands above a unit, or is it; `below` adds those under it. */
  | { readonly unitId: string; readonly below?: boolean }
  /** One account, wherever it is logged in. */
  | { readonly accountId: string };

/** Something changed: what kind of thing, and which one. Never what it is now, which everybody reads for themselves. */
export interface LiveEvent {
  readonly topic: string;
  readonly id: string;
  readonly audience: LiveAudience;
}

/** What goes through PostgreSQL from process to process: all changes of a moment that concern the same people. */
export interface LiveNote {
  readonly topic: string;
  /** Empty where there were too many to name. */
  readonly ids: readonly string[];
  /** The concerned unit and all above it. */
  readonly path?: readonly string[];
  readonly below?: boolean;
  readonly accountId?: string;
}

/** Channel on which processes tell each other. */
export const LIVE_CHANNEL = 'live';
/** A session or an account ended: not told to readers, but looked into at once. */
export const SESSION_TOPIC = 'session';

/** The reader's account, and where their unit stands. */
export interface LiveReader {
  readonly actor: Pick<Actor, 'accountId' | 'unitId'>;
  readonly path: readonly string[];
}

/** Whether a note is any of this reader's business. */
export function concerns({ accountId, path, below }: LiveNote, { actor, path: ownPath }: LiveReader): boolean {
  if (accountId !== undefined) return accountId === actor.accountId;
  if (!path) return false;
  const unitId = path.at(-1);
  return path.includes(actor.unitId) || (below === true && unitId !== undefined && ownPath.includes(unitId));
}
