import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices whose readers want to be told at once. */
export class PushSubscriptions1790000000134 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE push_subscriptions (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT subscription_account_exists REFERENCES accounts,
        -- Whoever knows it can send to the device if they have our key as well; a device is one person's at a time.
        endpoint text NOT NULL CONSTRAINT subscription_once_per_endpoint UNIQUE,
        p256dh text NOT NULL,
        auth text NOT NULL,
        device text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX subscriptions_by_account ON push_subscriptions (account_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
