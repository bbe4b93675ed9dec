import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { OFFICE_CHANNELS, type MessageGroup, OUTWARD_CHANNELS, type OutwardChannel } from './channel.types.js';
import { DEFAULT_CHOICE } from './rules/choice.js';

/** Where somebody, or the office of a unit, is reached, and by what they want to be. */
export interface Contact extends Record<MessageGroup, OutwardChannel[]> {
  order: OutwardChannel[];
  email: string | null;
  /** Whether mail to this address came back. */
  bounced: boolean;
  phoneSealed: Buffer | null;
  devices: boolean;
}

/** The contact of one account. */
export interface PersonContact extends Contact {
  accountId: string;
  /** The unit whose office gets a copy of what this person is told; null for officials, who are told of themselves. */
  officeOf: string | null;
}

/** The contact of one unit's office. */
export interface OfficeContact extends Contact {
  unitId: string;
}

const list = (channels: readonly string[]): string => `'{${channels.join(',')}}'::text[]`;

/** Reads of where messages go. */
@Injectable()
export class ContactsRepository {
  constructor(private readonly db: Database) {}

  /** Contacts of accounts. */
  people(accountIds: readonly string[]): Promise<PersonContact[]> {
    return this.db.rows<PersonContact>(
      `SELECT a.id AS "accountId", CASE WHEN a.role <> 'official' THEN a.unit_id END AS "officeOf", a.email,
         b.address IS NOT NULL AS bounced, p.sealed AS "phoneSealed",
         EXISTS (SELECT FROM push_subscriptions s WHERE s.account_id = a.id) AS devices,
         coalesce(c.calls, ${list(DEFAULT_CHOICE.calls)}) AS calls, coalesce(c.requests, ${list(DEFAULT_CHOICE.requests)}) AS requests,
         coalesce(c.news, ${list(DEFAULT_CHOICE.news)}) AS news, coalesce(c.channel_order, ${list(OUTWARD_CHANNELS)}) AS "order"
       FROM accounts a LEFT JOIN channel_preferences c ON c.account_id = a.id LEFT JOIN account_phones p ON p.account_id = a.id
         LEFT JOIN bounced_addresses b ON b.address = lower(a.email)
       WHERE a.id = ANY($1::uuid[])`,
      [accountIds],
    );
  }

  /** Contacts of the offices of units that have one. */
  offices(unitIds: readonly string[]): Promise<OfficeContact[]> {
    return this.db.rows<OfficeContact>(
      `SELECT u.unit_id AS "unitId", u.email, b.address IS NOT NULL AS bounced, u.phone_sealed AS "phoneSealed", false AS devices,
         u.calls, u.requests, u.news, ${list(OFFICE_CHANNELS)} AS "order"
       FROM unit_contacts u LEFT JOIN bounced_addresses b ON b.address = lower(u.email) WHERE u.unit_id = ANY($1::uuid[])`,
      [unitIds],
    );
  }
}
