import type { Recipient } from '../identity/index.js';
import type { OutwardChannel } from './channel.types.js';

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
  /**
   * By what it goes besides the inbox, as far as its reader lets it: by default by e-mail. Devices are told with the inbox;
   * `[]` for what stays in there.
   */
  readonly channels?: readonly OutwardChannel[];
  /** What makes a copy for an office, where several people of it are told by different causes; by default the cause. */
  readonly copyCauseId?: string;
}

/** Something to be told to one person. */
export interface Message {
  readonly recipient: Pick<Recipient, 'accountId'>;
  readonly notice: Notice;
}
