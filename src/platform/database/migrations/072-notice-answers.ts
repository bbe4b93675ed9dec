import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit answers to the notice of places that calls it: a list of people, nobody and why, or that it needs more time. */
export class NoticeAnswers1790000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE quota_notice_calls
        ADD answer text CONSTRAINT quota_notice_answer_is_known CHECK (answer IN ('list', 'none', 'more-time')),
        ADD reason text CONSTRAINT quota_notice_answer_is_short CHECK (length(reason) BETWEEN 1 AND 1000),
        -- The day that a unit asks for instead of the deadline.
        ADD asked_until date,
        ADD answered_at timestamptz,
        ADD answered_by uuid CONSTRAINT quota_notice_answerer_exists REFERENCES accounts,
        ADD CONSTRAINT quota_notice_answer_says_enough CHECK (CASE
          WHEN answer IS NULL THEN num_nonnulls(reason, asked_until, answered_at, answered_by) = 0
          WHEN answer = 'list' THEN num_nulls(answered_at, answered_by) = 0 AND asked_until IS NULL
          WHEN answer = 'none' THEN num_nulls(answered_at, answered_by, reason) = 0 AND asked_until IS NULL
          ELSE num_nulls(answered_at, answered_by, reason, asked_until) = 0 END);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
