import type { Obstacle, OutwardChannel } from '../channel.types.js';

/** How one reader can be reached. */
export interface Reader {
  /** Channels the reader lets messages of this group come by. */
  readonly lets: readonly OutwardChannel[];
  /** The first one first; each once. */
  readonly order: readonly OutwardChannel[];
  /** Why a channel leads nowhere; one that is not named leads to the reader. A channel that is not connected is not here. */
  readonly obstacles: Readonly<Partial<Record<OutwardChannel, Obstacle>>>;
  /** Channels that are connected at all. */
  readonly connected: readonly OutwardChannel[];
}

/** A channel a message goes by, and the one it stands in for. */
export interface Chosen {
  readonly channel: OutwardChannel;
  readonly instead?: { readonly of: OutwardChannel; readonly because: Obstacle };
}

/** What became of a message on another channel. */
export interface OtherDelivery {
  readonly channel: OutwardChannel;
  readonly failed: boolean;
}

/** A device may be switched off for weeks: what comes by push alone does not count as having reached its reader. */
const reaches = (channel: OutwardChannel): boolean => channel !== 'push';

const leads = ({ lets, obstacles, connected }: Reader, channel: OutwardChannel): boolean =>
  connected.includes(channel) && lets.includes(channel) && obstacles[channel] === undefined;

/**
 * The channels a message goes by at first: those its sender names and its reader lets. When none of these reaches the
 * reader, the first one of the reader's own order that does comes to them.
 */
export function firstChannels(named: readonly OutwardChannel[], reader: Reader): Chosen[] {
  const wanted = reader.order.filter((channel) => named.includes(channel) && reader.lets.includes(channel));
  const going = wanted.filter((channel) => leads(reader, channel)).map((channel): Chosen => ({ channel }));
  if (!named.some(reaches) || going.some(({ channel }) => reaches(channel))) return going;
  const next = reader.order.find((channel) => reaches(channel) && leads(reader, channel));
  if (next === undefined) return going;
  const missed = wanted.find((channel) => reaches(channel) && reader.obstacles[channel] !== undefined);
  const because = missed === undefined ? undefined : reader.obstacles[missed];
  return [...going, { channel: next, ...(missed && because && { instead: { of: missed, because } }) }];
}

/**
 * The channel that takes over from one that failed for good: the next one of the reader's order that leads anywhere and
 * was not tried; none while another is on its way or has arrived.
 */
export function nextChannel(
  failed: OutwardChannel,
  others: readonly OtherDelivery[],
  reader: Reader,
): OutwardChannel | null {
  const stands = others.some((other) => !other.failed && (reaches(other.channel) || !reaches(failed)));
  if (stands) return null;
  const tried = [failed, ...others.map(({ channel }) => channel)];
  return reader.order.find((channel) => !tried.includes(channel) && leads(reader, channel)) ?? null;
}
