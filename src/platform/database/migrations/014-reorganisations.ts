import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of the tree as one act: a paper, a day, steps in order; and calls that went on to the unit's heir. */
export class Reorganisations1790000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reorganisations (
        id uuid PRIMARY KEY,
        -- The board's unit that decides on it.
        unit_id uuid NOT NULL CONSTRAINT reorganisation_unit_exists REFERENCES units,
        document_number text NOT NULL CONSTRAINT reorganisation_document_is_named CHECK (document_number <> ''),
        document_date date NOT NULL,
        effective_on date NOT NULL,
        steps jsonb NOT NULL CONSTRAINT reorganisation_steps_are_a_list CHECK (jsonb_typeof(steps) = 'array'),
        state text NOT NULL DEFAULT 'draft' CONSTRAINT reorganisation_state_is_known CHECK (state IN ('draft', 'applied')),
        created_at timestamptz NOT NULL,
        applied_at timestamptz,
        undone_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT reorganisation_applied_has_a_time CHECK ((state = 'applied') = (applied_at IS NOT NULL))
      );
      CREATE INDEX reorganisations_by_day ON reorganisations (effective_on DESC, id DESC);

      ALTER TABLE unit_calls DROP CONSTRAINT unit_call_answer_is_known;
      ALTER TABLE unit_calls ADD CONSTRAINT unit_call_answer_is_known
        CHECK (answer IN ('list', 'none', 'more-time', 'carried-over'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
