import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done, what is promised, and which promises were kept. */
export class TrailAndOutbox1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        account_id uuid,
        account_name text,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        unit_id uuid,
        data jsonb NOT NULL
      );
      CREATE INDEX audit_entries_by_subject ON audit_entries (subject_id, at);

      CREATE FUNCTION refuse_change_of_trail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The trail is append-only' USING ERRCODE = '23514', CONSTRAINT = 'trail_is_append_only';
      END $$;
      CREATE TRIGGER trail_is_append_only BEFORE UPDATE OR DELETE ON audit_entries
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_trail();

      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        handler text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        dispatched_at timestamptz
      );
      CREATE INDEX outbox_by_dispatch ON outbox (dispatched_at NULLS FIRST, id);

      CREATE TABLE inbox (outbox_id uuid PRIMARY KEY, handled_at timestamptz NOT NULL);
      CREATE INDEX inbox_by_age ON inbox (handled_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
