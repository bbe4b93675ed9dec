import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workbooks handed in: what was read of them, how each row compares to what is recorded, and what became of them. */
export class Imports1790000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        id uuid PRIMARY KEY,
        kind text NOT NULL CONSTRAINT import_kind_is_known CHECK (kind IN ('officials', 'courses', 'placements')),
        -- Whose part of the tree it may touch: that of the one who handed it in, at that time.
        unit_id uuid NOT NULL CONSTRAINT import_unit_exists REFERENCES units,
        created_by uuid NOT NULL CONSTRAINT import_account_exists REFERENCES accounts,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        file_name text NOT NULL,
        -- Null once the file is no longer needed.
        file_id uuid CONSTRAINT import_file_exists REFERENCES stored_files ON DELETE SET NULL,
        status text NOT NULL CONSTRAINT import_status_is_known
          CHECK (status IN ('reading', 'preview', 'applying', 'applied', 'undone', 'refused', 'failed')),
        -- Each reading or applying that is asked for has a number of its own: a job of an older one stops quietly.
        run integer NOT NULL DEFAULT 1,
        -- How often that run was begun: a file on which the worker dies again and again is given up.
        tries smallint NOT NULL DEFAULT 0,
        -- Why it was refused or failed: {rule, facts}.
        reason jsonb CONSTRAINT import_refused_with_reason CHECK (status NOT IN ('refused', 'failed') OR reason IS NOT NULL),
        -- The sheets of the file as they were found, and how their columns are read.
        found jsonb,
        layout jsonb,
        -- What was not taken for data and perhaps should have been: totals that differ, lines passed over.
        warnings jsonb NOT NULL DEFAULT '[]',
        new_rows integer NOT NULL DEFAULT 0,
        changed_rows integer NOT NULL DEFAULT 0,
        unchanged_rows integer NOT NULL DEFAULT 0,
        problem_rows integer NOT NULL DEFAULT 0,
        only_sound boolean NOT NULL DEFAULT false,
        applied_by uuid CONSTRAINT import_applying_account_exists REFERENCES accounts,
        applied_by_name text,
        applied_at timestamptz CONSTRAINT import_applied_has_a_time CHECK (status NOT IN ('applied', 'undone') OR applied_at IS NOT NULL),
        undone_at timestamptz CONSTRAINT import_undone_has_a_time CHECK ((status = 'undone') = (undone_at IS NOT NULL)),
        -- The rows hold personal data and are forgotten after a time; what they came to is not.
        rows_forgotten_at timestamptz
      );
      CREATE INDEX imports_by_unit ON imports (unit_id, created_at DESC, id DESC);
      CREATE INDEX imports_to_tidy ON imports (created_at) WHERE rows_forgotten_at IS NULL;

      -- How far the work at hand is. A table of its own: it is written while the row of the import is held by the
      -- transaction that applies it.
      CREATE TABLE import_progress (
        import_id uuid CONSTRAINT import_progress_once PRIMARY KEY
          CONSTRAINT progress_import_exists REFERENCES imports ON DELETE CASCADE,
        done integer NOT NULL,
        total integer NOT NULL
      ) WITH (fillfactor = 50);

      CREATE TABLE import_rows (
        import_id uuid NOT NULL CONSTRAINT row_import_exists REFERENCES imports ON DELETE CASCADE,
        -- Position in the file, over all its sheets.
        seq integer NOT NULL,
        sheet text NOT NULL,
        -- As the office's program numbers it.
        line integer NOT NULL,
        title text NOT NULL,
        state text NOT NULL CONSTRAINT import_row_state_is_known CHECK (state IN ('new', 'changed', 'unchanged', 'problem')),
        -- What the row says, by field; what it leaves empty is left out.
        "values" jsonb NOT NULL,
        -- [{field, before, after}] of a row that changes something.
        changes jsonb NOT NULL,
        -- [{rule, field, cell, facts}] of a row that is not sound.
        problems jsonb NOT NULL,
        -- What it speaks of; of a new one, once it is made. No foreign key: it points into one of three tables.
        target_id uuid,
        CONSTRAINT import_row_once_per_place PRIMARY KEY (import_id, seq),
        CONSTRAINT import_row_problem_has_a_reason CHECK ((state = 'problem') = (problems <> '[]'))
      );
      CREATE INDEX import_rows_by_state ON import_rows (import_id, state, seq);

      -- How the columns of a layout were mapped by hand, for the next file that looks the same.
      CREATE TABLE import_layouts (
        unit_id uuid NOT NULL CONSTRAINT layout_unit_exists REFERENCES units,
        kind text NOT NULL,
        fingerprint text NOT NULL,
        layout jsonb NOT NULL,
        used_at timestamptz NOT NULL,
        CONSTRAINT layout_once_per_fingerprint PRIMARY KEY (unit_id, kind, fingerprint)
      );

      -- What an imported row is matched by.
      CREATE INDEX officials_by_unit_and_name_key ON officials (unit_id, name_key);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
