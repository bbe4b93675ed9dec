import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows as they were before and after a large operation, so that the whole of it can be taken back. */
export class Journal1790000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE journal_entries (
        operation_id uuid NOT NULL,
        seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
        table_name text NOT NULL,
        row_id uuid NOT NULL,
        before jsonb,
        after jsonb CONSTRAINT journal_entry_tells_something CHECK (before IS NOT NULL OR after IS NOT NULL),
        CONSTRAINT journal_entry_once_per_step PRIMARY KEY (operation_id, seq)
      );

      -- While 'hc.operation' is set, everything that a statement does to a tracked table is kept under its id. A
      -- password's hash is nobody's history.
      CREATE FUNCTION keep_journal() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE operation uuid := nullif(current_setting('hc.operation', true), '')::uuid;
      BEGIN
        IF operation IS NULL THEN RETURN NULL; END IF;
        IF TG_OP = 'INSERT' THEN
          INSERT INTO journal_entries (operation_id, table_name, row_id, after)
          SELECT operation, TG_TABLE_NAME, n.id, to_jsonb(n) - 'password_hash' FROM new_rows n;
        ELSIF TG_OP = 'UPDATE' THEN
          INSERT INTO journal_entries (operation_id, table_name, row_id, before, after)
          SELECT operation, TG_TABLE_NAME, n.id, to_jsonb(o) - 'password_hash', to_jsonb(n) - 'password_hash'
          FROM old_rows o JOIN new_rows n ON n.id = o.id WHERE to_jsonb(o) <> to_jsonb(n);
        ELSE
          INSERT INTO journal_entries (operation_id, table_name, row_id, before)
          SELECT operation, TG_TABLE_NAME, o.id, to_jsonb(o) - 'password_hash' FROM old_rows o;
        END IF;
        RETURN NULL;
      END $$;

      -- Makes a table tracked; its primary key must be the one column id.
      CREATE FUNCTION track_changes(p_table regclass) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE TRIGGER journal_of_inserts AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows
          FOR EACH STATEMENT EXECUTE FUNCTION keep_journal()', p_table);
        EXECUTE format('CREATE TRIGGER journal_of_updates AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
          FOR EACH STATEMENT EXECUTE FUNCTION keep_journal()', p_table);
        EXECUTE format('CREATE TRIGGER journal_of_deletes AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows
          FOR EACH STATEMENT EXECUTE FUNCTION keep_journal()', p_table);
      END $$;

      SELECT track_changes(name::regclass) FROM unnest(ARRAY['units', 'unit_spells', 'unit_successions', 'accounts', 'officials',
        'official_posts', 'qualifications', 'past_sendings', 'courses', 'unit_calls', 'quotas', 'nominations', 'reminders']) name;

      -- Takes an operation back, last step first. Refuses when what it made or changed is no longer as it left it
      -- (operation_is_untouched, with the table and the row's id as detail); what others added on top is refused by their
      -- own foreign keys. A version only counts changes and a path follows from the parents, so neither is compared.
      CREATE FUNCTION undo_operation(p_operation uuid) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        derived constant text[] := ARRAY['version', 'path'];
        entry journal_entries;
        present jsonb;
        changed text[];
        undone integer := 0;
      BEGIN
        PERFORM set_config('hc.operation', '', true), set_config('hc.undoing', 'on', true);
        FOR entry IN SELECT * FROM journal_entries WHERE operation_id = p_operation ORDER BY seq DESC LOOP
          EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE t.id = $1 FOR UPDATE', entry.table_name) INTO present USING entry.row_id;
          IF entry.after IS NULL THEN
            IF present IS NOT NULL THEN PERFORM refuse_undo(entry); END IF;
            EXECUTE (SELECT format('INSERT INTO %I (%s) SELECT %s FROM jsonb_populate_record(NULL::%I, $1) r', entry.table_name,
                string_agg(quote_ident(attname), ', '), string_agg('r.' || quote_ident(attname), ', '), entry.table_name)
              FROM pg_attribute WHERE attrelid = entry.table_name::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '')
            USING entry.before;
          ELSIF entry.before IS NULL THEN
            -- Already gone: with its parent, by ON DELETE CASCADE, a moment ago.
            IF (present - 'password_hash' - derived) <> (entry.after - derived) THEN PERFORM refuse_undo(entry); END IF;
            EXECUTE format('DELETE FROM %I WHERE id = $1', entry.table_name) USING entry.row_id;
          ELSE
            SELECT array_agg(b.key) INTO changed FROM jsonb_each(entry.before) b
            WHERE b.value IS DISTINCT FROM entry.after -> b.key AND b.key <> ALL (derived) AND EXISTS (
              SELECT 1 FROM pg_attribute WHERE attrelid = entry.table_name::regclass AND attname = b.key AND attgenerated = '');
            IF changed IS NOT NULL THEN
              IF present IS NULL OR EXISTS (SELECT 1 FROM unnest(changed) key WHERE present -> key IS DISTINCT FROM entry.after -> key) THEN
                PERFORM refuse_undo(entry);
              END IF;
              EXECUTE (SELECT format('UPDATE %I t SET %s FROM jsonb_populate_record(NULL::%I, $1) r WHERE t.id = $2', entry.table_name,
                string_agg(format('%1$I = r.%1$I', key), ', ') || CASE WHEN present ? 'version' THEN ', version = t.version + 1' ELSE '' END,
                entry.table_name) FROM unnest(changed) key)
              USING entry.before, entry.row_id;
            END IF;
          END IF;
          undone := undone + 1;
        END LOOP;
        DELETE FROM journal_entries WHERE operation_id = p_operation;
        PERFORM set_config('hc.undoing', '', true);
        RETURN undone;
      END $$;

      CREATE FUNCTION refuse_undo(p_entry journal_entries) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Changed since' USING ERRCODE = '23514', CONSTRAINT = 'operation_is_untouched',
          TABLE = p_entry.table_name, DETAIL = p_entry.row_id::text;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
