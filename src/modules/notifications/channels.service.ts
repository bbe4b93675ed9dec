import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { PushSender } from '../../platform/push/push-sender.js';
import { BouncesService } from './bounces.service.js';
import { OUTWARD_CHANNELS, type OutwardChannel } from './channel.types.js';
import { Channels } from './channels/channels.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import type { DeviceDto } from './dto/channels.dto.js';
import type { ChannelList, ChannelView, DevicesView } from './dto/channels.view.js';
import { Pace } from './pace.js';
import { PushSubscriptionsRepository } from './push-subscriptions.repository.js';

const DAY_MS = 86_400_000;

/** Channels as the board sees them, and devices as their owners do. */
@Injectable()
export class ChannelsService {
  constructor(
    private readonly channels: Channels,
    private readonly queries: DeliveriesQueries,
    private readonly pace: Pace,
    private readonly bounces: BouncesService,
    private readonly sender: PushSender,
    private readonly subscriptions: PushSubscriptionsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** All channels, and the mailbox that says what of the mail did not arrive. */
  async all(): Promise<ChannelList> {
    return { items: await this.list(), mailbox: await this.bounces.mailboxView() };
  }

  /** In the order of their use. */
  private async list(): Promise<ChannelView[]> {
    const { connected } = this.channels;
    const rows = await this.queries.channels(new Date(this.clock.now().getTime() - DAY_MS));
    return rows
      .sort((one, other) => OUTWARD_CHANNELS.indexOf(one.name) - OUTWARD_CHANNELS.indexOf(other.name))
      .map((row) => ({ ...row, connected: connected.includes(row.name) }));
  }

  /** Says how many messages a channel takes in a minute. @throws NotFound, StaleVersion */
  @Transactional()
  async setPace(actor: Actor, name: string, perMinute: number | null, version?: number): Promise<ChannelView> {
    const channel = OUTWARD_CHANNELS.find((one) => one === name);
    if (!channel) throw new NotFound('channel');
    if (!(await this.pace.set(channel, perMinute, version ?? null, actor.accountId, this.clock.now())))
      throw new StaleVersion();
    await this.audit.record({
      actor,
      action: 'channels.paceSet',
      subjectType: 'unit',
      subjectId: actor.unitId,
      unitId: actor.unitId,
      data: { channel, perMinute },
    });
    return this.one(channel);
  }

  /** Devices of the caller that are told at once. */
  async devices({ accountId }: Actor): Promise<DevicesView> {
    const items = await this.subscriptions.ofAccount(accountId);
    return {
      publicKey: this.sender.publicKey,
      items: items.map(({ id, device, endpoint, createdAt }) => ({ id, device, endpoint, createdAt })),
    };
  }

  /** @throws InvalidInput for an address that is no push service's */
  async addDevice(actor: Actor, { endpoint, keys, device }: DeviceDto): Promise<DevicesView> {
    if (!this.sender.isPushService(endpoint)) throw new InvalidInput([{ path: 'endpoint', rule: 'pushService' }]);
    await this.subscriptions.keep(actor.accountId, {
      id: newId(),
      endpoint,
      p256dh: keys.p256dh,
      auth: keys.auth,
      device,
      createdAt: this.clock.now(),
    });
    return this.devices(actor);
  }

  /** @throws NotFound when it is not the caller's. */
  async removeDevice({ accountId }: Actor, id: string): Promise<void> {
    if (!(await this.subscriptions.remove(accountId, id))) throw new NotFound('id');
  }

  private async one(name: OutwardChannel): Promise<ChannelView> {
    const view = (await this.list()).find((channel) => channel.name === name);
    if (!view) throw new NotFound('channel');
    return view;
  }
}
