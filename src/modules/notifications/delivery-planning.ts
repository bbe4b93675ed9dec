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
export interface Told {
  readonly id: string;
  readonly accountId: string;
  readonly notice: Notice;
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

  /** The deliveries of messages that were just told, in so many statements as one would take. */
  async plan(told: readonly Told[]): Promise<NewDelivery[]> {
    if (told.length === 0) return [];
    const people = await this.contacts.people([...new Set(told.map(({ accountId }) => accountId))]);
    const contactOf = new Map(people.map((contact) => [contact.accountId, contact]));
    const own = told.flatMap(({ id, accountId, notice }) => {
      const contact = contactOf.get(accountId);
      return contact ? this.toOne(id, [...namedBy(notice), 'push'], contact, groupOf(notice.kind), NO_COPY) : [];
    });
    const units = new Set(people.flatMap(({ officeOf }) => officeOf ?? []));
    const offices = new Map((await this.contacts.offices([...units])).map((contact) => [contact.unitId, contact]));
    const copies = told.flatMap(({ id, accountId, notice }) => {
      const contact = offices.get(contactOf.get(accountId)?.officeOf ?? '');
      if (!contact || namedBy(notice).length === 0) return [];
      const group = groupOf(notice.kind);
      const copy = { copyUnitId: contact.unitId, copyCauseId: notice.copyCauseId ?? notice.causeId };
      return this.toOne(id, contact[group], contact, group, copy);
    });
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

const namedBy = ({ channels }: Notice): readonly OutwardChannel[] => channels ?? BY_DEFAULT;

/** Why channels do not lead to a contact. */
function obstaclesOf({ email, bounced, phoneSealed, devices }: Contact): Partial<Record<OutwardChannel, Obstacle>> {
  return {
    ...(email === null ? { email: 'no-address' } : bounced ? { email: 'bounced' } : {}),
    ...(phoneSealed === null && { zalo: 'no-address', sms: 'no-address' }),
    ...(!devices && { push: 'no-address' }),
  };
}
