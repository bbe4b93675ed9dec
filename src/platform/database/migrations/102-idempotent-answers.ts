import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers to requests that carry a key of their own, so that one sent twice is done once. */
export class IdempotentAnswers1790000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotent_answers (
        account_id uuid NOT NULL CONSTRAINT idempotent_answer_account_exists REFERENCES accounts ON DELETE CASCADE,
        key text NOT NULL CONSTRAINT idempotent_answer_key_has_a_length CHECK (length(key) BETWEEN 8 AND 100),
        route text NOT NULL,
        body_hash bytea NOT NULL,
        -- Null while the first request is still being answered.
        status smallint,
        answer jsonb,
        started_at timestamptz NOT NULL,
        CONSTRAINT idempotent_answer_once_per_key PRIMARY KEY (account_id, key)
      );
      CREATE INDEX idempotent_answers_by_age ON idempotent_answers (started_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
