import type { Locale } from '../../../platform/access/actor.js';
import type { Outcome } from '../../../platform/gateway/outcome.js';
import type { OutwardChannel } from '../channel.types.js';
import type { WrittenMessage } from '../message-texts.js';

/** A message on its way, with all that any channel's form of it needs. */
export interface OutgoingMessage extends WrittenMessage {
  /** Of the delivery: stable, so that the other side recognises a repetition. */
  readonly id: string;
  readonly notificationId: string;
  readonly kind: string;
  /** Path within the client. */
  readonly link: string;
  /** The call that can be answered from it. */
  readonly callId: string | null;
  readonly locale: Locale;
  /** Of the links that say which message somebody answers. */
  readonly token: string;
  /** Whether it goes to the office of a unit, not to a person. */
  readonly copy: boolean;
}

/** A way out of the house: all that the rest of the room knows of e-mail, short messages, Zalo and devices. */
export interface Channel {
  readonly name: OutwardChannel;
  /** Whether it leads anywhere with these settings. */
  readonly connected: boolean;
  /** Hands a message over to an address; what is likely to pass is an outcome, not an error. */
  send(address: string, message: OutgoingMessage): Promise<Outcome>;
}
