import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which channels a person is told of what, and what goes to the office of a unit as a copy; addresses that bounce. */
export class ChannelPreferences1790000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only those who chose have a row. The inbox is always there; calls and what asks for an answer cannot be refused whole.
      CREATE TABLE channel_preferences (
        account_id uuid PRIMARY KEY CONSTRAINT preference_account_exists REFERENCES accounts,
        calls text[] NOT NULL CONSTRAINT preference_calls_come CHECK (calls <@ '{email,push,zalo,sms}'::text[] AND calls <> '{}'),
        requests text[] NOT NULL
          CONSTRAINT preference_requests_come CHECK (requests <@ '{email,push,zalo,sms}'::text[] AND requests <> '{}'),
        news text[] NOT NULL CONSTRAINT preference_news_are_known CHECK (news <@ '{email,push,zalo,sms}'::text[]),
        -- The first one first: where one fails, the next is used.
        channel_order text[] NOT NULL CONSTRAINT preference_order_has_each_once
          CHECK (channel_order @> '{email,push,zalo,sms}'::text[] AND cardinality(channel_order) = 4),
        changed_at timestamptz NOT NULL
      );
      INSERT INTO channel_preferences (account_id, calls, requests, news, channel_order, changed_at)
        SELECT account_id, '{email,push,zalo,sms}', '{email,push,zalo,sms}', '{push}', '{email,push,zalo,sms}', refused_at FROM mail_refusals;
      DROP TABLE mail_refusals;

      -- Numbers in E.164, sealed as citizen ids are, and never found by: nobody is looked up by a number.
      CREATE TABLE account_phones (
        account_id uuid PRIMARY KEY CONSTRAINT phone_account_exists REFERENCES accounts,
        sealed bytea NOT NULL
      );

      -- The common address of a unit (its office), and what goes there as a copy.
      CREATE TABLE unit_contacts (
        unit_id uuid PRIMARY KEY CONSTRAINT contact_unit_exists REFERENCES units,
        email text,
        phone_sealed bytea,
        calls text[] NOT NULL CONSTRAINT contact_calls_are_known CHECK (calls <@ '{email,zalo,sms}'::text[]),
        requests text[] NOT NULL CONSTRAINT contact_requests_are_known CHECK (requests <@ '{email,zalo,sms}'::text[]),
        news text[] NOT NULL CONSTRAINT contact_news_are_known CHECK (news <@ '{email,zalo,sms}'::text[]),
        version integer NOT NULL DEFAULT 1,
        changed_at timestamptz NOT NULL,
        changed_by uuid NOT NULL CONSTRAINT contact_account_exists REFERENCES accounts
      );

      -- Addresses that gave their mail back. The mark is on the address, so that another one is free of it.
      CREATE TABLE bounced_addresses (
        address text PRIMARY KEY CONSTRAINT bounced_address_is_folded CHECK (address = lower(address)),
        reason text NOT NULL,
        bounced_at timestamptz NOT NULL
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
