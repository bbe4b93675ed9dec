import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders may go by short message, by Zalo and to a device, besides inbox and e-mail. */
export class ChannelsOfReminders1790000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reminders DROP CONSTRAINT reminder_channels_are_known,
        ADD CONSTRAINT reminder_channels_are_known
          CHECK (channels <@ '{inbox,email,sms,zalo,push}'::text[] AND 'inbox' = ANY (channels));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
