import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Private addresses at which calendar programs fetch a person's timetable, and changes that are still to be told. */
export class CalendarAddresses1790000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_addresses (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT calendar_address_account_exists REFERENCES accounts
          CONSTRAINT calendar_address_once_per_account UNIQUE,
        token_hash bytea NOT NULL CONSTRAINT calendar_address_token_once UNIQUE,
        made_at timestamptz NOT NULL,
        read_at timestamptz
      );

      -- Changes of one class's timetable are gathered until they rest, and told as one.
      CREATE TABLE timetable_changes (
        course_id uuid PRIMARY KEY CONSTRAINT timetable_change_course_exists REFERENCES courses,
        first_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        session_ids uuid[] NOT NULL,
        -- Lecturers who were relieved of a session as well as those who have it now.
        lecturer_ids uuid[] NOT NULL
      );
      CREATE INDEX timetable_changes_by_rest ON timetable_changes (last_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
