import type { Recipient } from '../identity/index.js';

/** Something to be told. Its texts are `notice.<kind>.title` and `notice.<kind>.body`, filled with `facts`. */
export interface Notice {
  /** What makes it: the same cause never tells the same person twice. */
  readonly causeId: string;
  readonly kind: string;
  /** Codes, titles, dates and counts; never a person's name or other personal data. */
  readonly facts: Record<string, unknown>;
  /** Path within the client. */
  readonly link: string;
  /** The unit's part of a call that it asks to answer. */
  readonly callId?: string;
}

/** Something to be told to one person. */
export interface Message {
  readonly recipient: Recipient;
  readonly notice: Notice;
}
