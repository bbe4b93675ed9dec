import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { maskPhone, PhoneNumbers } from '../../platform/secrets/phone-numbers.js';
import type { MessageGroup, Obstacle, OutwardChannel } from './channel.types.js';
import { Channels } from './channels/channels.js';
import { type Contact, ContactsRepository } from './contacts.repository.js';
import type { NewDelivery } from './deliveries.repository.js';
import type { Notice } from './notice.js';
import { groupOf } from './rules/choice.js';
import { firstChannels, type Reader } from './rules/choosing-channels.js';

/** A message that somebody was told. */
interface Told {
  readonly id: string;
  readonly accountId: string;
}

/** Whose copy a delivery is; none for a person's own. */
type Copy = Pick<NewDelivery, 'copyUnitId' | 'copyCauseId'>;
const NO_COPY: Copy = { copyUnitId: null, copyCauseId: null };
const BY_DEFAULT: readonly OutwardChannel[] = ['email'];

/** Decides by what messages go to people, and to the offices of their units as copies. */
@Injectable()
export class DeliveryPlanning {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly channels: Channels,
    private readonly phones: PhoneNumbers,
  ) {}

  /** The deliveries of a notice that was just told. */
  async plan(told: readonly Told[], notice: Notice): Promise<NewDelivery[]> {
    if (told.length === 0) return [];
    const group = groupOf(notice.kind);
    const named = notice.channels ?? BY_DEFAULT;
    const messageOf = new Map(told.map(({ id, accountId }) => [accountId, id]));
    const people = await this.contacts.people([...messageOf.keys()]);
    const own = people.flatMap((contact) =>
      this.toOne(messageOf.get(contact.accountId) ?? '', [...named, 'push'], contact, group, NO_COPY),
    );
    if (named.length === 0) return own;
    const firstOf = new Map(
      people
        .toReversed()
        .flatMap(({ officeOf, accountId }) => (officeOf === null ? [] : [[officeOf, messageOf.get(accountId) ?? '']])),
    );
    const offices = await this.contacts.offices([...firstOf.keys()]);
    const copies = offices.flatMap((contact) =>
      this.toOne(firstOf.get(contact.unitId) ?? '', contact[group], contact, group, {
        copyUnitId: contact.unitId,
        copyCauseId: notice.copyCauseId ?? notice.causeId,
      }),
    );
    return [...own, ...copies];
  }

  /** How a contact can be reached with messages of a group. */
  readerOf(contact: Contact, group: MessageGroup): Reader {
    return {
      lets: contact[group],
      order: contact.order,
      obstacles: obstaclesOf(contact),
      connected: this.channels.connected,
    };
  }

  /** What is written down of where a delivery goes: a number only as far as one knows it again. */
  shownAddress({ email, phoneSealed }: Contact, channel: OutwardChannel): string | null {
    if (channel === 'email') return email;
    return channel === 'push' || phoneSealed === null ? null : maskPhone(this.phones.reveal(phoneSealed));
  }

  private toOne(
    notificationId: string,
    named: readonly OutwardChannel[],
    contact: Contact,
    group: MessageGroup,
    copy: Copy,
  ): NewDelivery[] {
    return firstChannels(named, this.readerOf(contact, group)).map(({ channel, instead }) => ({
      id: newId(),
      notificationId,
      channel,
      address: this.shownAddress(contact, channel),
      insteadOf: instead?.of ?? null,
      insteadBecause: instead?.because ?? null,
      ...copy,
    }));
  }
}

/** Why channels do not lead to a contact. */
function obstaclesOf({ email, bounced, phoneSealed, devices }: Contact): Partial<Record<OutwardChannel, Obstacle>> {
  return {
    ...(email === null ? { email: 'no-address' } : bounced ? { email: 'bounced' } : {}),
    ...(phoneSealed === null && { zalo: 'no-address', sms: 'no-address' }),
    ...(!devices && { push: 'no-address' }),
  };
}
