import fc from 'fast-check';
import { type Obstacle, OBSTACLES, OUTWARD_CHANNELS, type OutwardChannel } from '../channel.types.js';
import { firstChannels, nextChannel, type OtherDelivery, type Reader } from './choosing-channels.js';

const some = fc.subarray([...OUTWARD_CHANNELS]);
const reader: fc.Arbitrary<Reader> = fc.record({
  lets: some,
  order: fc.shuffledSubarray([...OUTWARD_CHANNELS], { minLength: OUTWARD_CHANNELS.length }),
  connected: some,
  obstacles: fc.dictionary(fc.constantFrom(...OUTWARD_CHANNELS), fc.constantFrom<Obstacle>(...OBSTACLES)),
});
const leads = ({ lets, connected, obstacles }: Reader, channel: OutwardChannel): boolean =>
  lets.includes(channel) && connected.includes(channel) && obstacles[channel] === undefined;

describe('the channels of a message', () => {
  it('are each there once, let by the reader, connected and leading somewhere', () => {
    fc.assert(
      fc.property(some, reader, (named, one) => {
        const channels = firstChannels(named, one).map(({ channel }) => channel);
        expect(new Set(channels).size).toBe(channels.length);
        expect(channels.every((channel) => leads(one, channel))).toBe(true);
      }),
    );
  });

  it('reach a reader whom anything reaches, when the sender wants more than the inbox and the devices', () => {
    fc.assert(
      fc.property(some, reader, (named, one) => {
        const beyondPush = (channels: readonly OutwardChannel[]): boolean =>
          channels.some((channel) => channel !== 'push');
        const could = beyondPush(OUTWARD_CHANNELS.filter((channel) => leads(one, channel)));
        const does = beyondPush(firstChannels(named, one).map(({ channel }) => channel));
        expect(does).toBe(beyondPush(named) && could);
      }),
    );
  });

  it('never leave what the sender named while that does', () => {
    fc.assert(
      fc.property(some, reader, (named, one) => {
        const added = firstChannels(named, one).filter(({ channel }) => !named.includes(channel));
        if (named.some((channel) => channel !== 'push' && leads(one, channel))) expect(added).toEqual([]);
        expect(added.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('say whom they stand in for, and why', () => {
    const one: Reader = {
      lets: OUTWARD_CHANNELS,
      order: OUTWARD_CHANNELS,
      connected: OUTWARD_CHANNELS,
      obstacles: { email: 'bounced', push: 'no-address', zalo: 'no-address' },
    };
    expect(firstChannels(['email', 'push'], one)).toEqual([
      { channel: 'sms', instead: { of: 'email', because: 'bounced' } },
    ]);
  });
});

describe('the channel after one that failed', () => {
  const walk = (one: Reader, first: OutwardChannel): OutwardChannel[] => {
    const tried: OutwardChannel[] = [first];
    for (;;) {
      const others: OtherDelivery[] = tried.slice(0, -1).map((channel) => ({ channel, failed: true }));
      const next = nextChannel(tried.at(-1) ?? first, others, one);
      if (next === null) return tried;
      tried.push(next);
    }
  };

  it('is never one that was tried, so that there is an end, after all that lead anywhere', () => {
    fc.assert(
      fc.property(reader, fc.constantFrom(...OUTWARD_CHANNELS), (one, first) => {
        const tried = walk(one, first);
        expect(new Set(tried).size).toBe(tried.length);
        expect(
          OUTWARD_CHANNELS.filter((channel) => leads(one, channel)).every((channel) => tried.includes(channel)),
        ).toBe(true);
      }),
    );
  });

  it('follows the order of the reader', () => {
    fc.assert(
      fc.property(reader, fc.constantFrom(...OUTWARD_CHANNELS), (one, first) => {
        const places = walk(one, first)
          .slice(1)
          .map((channel) => one.order.indexOf(channel));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it('is none while another is on its way or has arrived', () => {
    fc.assert(
      fc.property(reader, fc.constantFrom<OutwardChannel>('email', 'zalo', 'sms'), (one, other) => {
        expect(nextChannel(other === 'email' ? 'sms' : 'email', [{ channel: other, failed: false }], one)).toBeNull();
      }),
    );
  });
});
