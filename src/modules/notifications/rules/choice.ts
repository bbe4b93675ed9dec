import { type MessageGroup, OUTWARD_CHANNELS, type OutwardChannel } from '../channel.types.js';

/** By what somebody wants to be told of each kind of message. */
export type Choice = Readonly<Record<MessageGroup, readonly OutwardChannel[]>>;

/** What counts while somebody chose nothing: short messages cost, so news do not go by them. */
export const DEFAULT_CHOICE: Choice = {
  calls: OUTWARD_CHANNELS,
  requests: OUTWARD_CHANNELS,
  news: ['email', 'push'],
};

/** Messages that bring news and ask for nothing: they can be refused, the inbox has them all the same. */
export const isNews = (kind: string): boolean => kind.startsWith('nomination.') || kind === 'moreTime';

/** The group a kind of message is chosen by. */
export const groupOf = (kind: string): MessageGroup =>
  isNews(kind) ? 'news' : /^(?:call|reminder)\./.test(kind) ? 'calls' : 'requests';
