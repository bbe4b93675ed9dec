import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes before a nomination: a cell's proposals and interests, and its answers to the committee (see docs/adr/0031). */
export class Proposals1790000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Holds no place, no seat and no days: only the nomination that it becomes does.
      CREATE TABLE proposals (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT proposal_course_exists REFERENCES courses,
        official_id uuid NOT NULL CONSTRAINT proposal_official_exists REFERENCES officials,
        -- Who proposes, and the called unit that it is proposed to.
        cell_id uuid NOT NULL CONSTRAINT proposal_cell_exists REFERENCES units,
        unit_id uuid NOT NULL,
        state text NOT NULL CONSTRAINT proposal_state_is_known CHECK (state IN ('interest', 'proposed', 'returned', 'reserve',
          'endorsed', 'declined', 'withdrawn')),
        -- In the committee's order, from 1.
        position integer NOT NULL CONSTRAINT proposal_position_is_counted CHECK (position > 0),
        note text CONSTRAINT proposal_note_is_short CHECK (length(note) <= 1000),
        reason text CONSTRAINT proposal_reason_is_short CHECK (length(reason) <= 1000),
        nomination_id uuid CONSTRAINT proposal_nomination_exists REFERENCES nominations,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL CONSTRAINT proposal_author_exists REFERENCES accounts,
        changed_at timestamptz NOT NULL,
        changed_by uuid NOT NULL CONSTRAINT proposal_changer_exists REFERENCES accounts,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT proposal_unit_is_called FOREIGN KEY (course_id, unit_id) REFERENCES unit_calls (course_id, unit_id),
        CONSTRAINT proposal_endorsed_becomes_a_nomination CHECK ((state = 'endorsed') = (nomination_id IS NOT NULL)),
        CONSTRAINT proposal_refused_with_a_reason CHECK (state NOT IN ('returned', 'declined') OR reason <> '')
      );
      CREATE UNIQUE INDEX proposal_once_per_course ON proposals (course_id, official_id)
        WHERE state IN ('interest', 'proposed', 'returned', 'reserve');
      CREATE UNIQUE INDEX proposal_makes_one_nomination ON proposals (nomination_id);
      CREATE INDEX proposals_by_course ON proposals (course_id, unit_id, position);
      CREATE INDEX proposals_by_cell ON proposals (cell_id);
      CREATE INDEX proposals_by_official ON proposals (official_id);
      SELECT track_changes('proposals');

      -- What a cell says to its committee when it proposes nobody: that there is no one, or that it needs more time.
      CREATE TABLE cell_answers (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT cell_answer_course_exists REFERENCES courses,
        cell_id uuid NOT NULL CONSTRAINT cell_answer_cell_exists REFERENCES units,
        answer text NOT NULL CONSTRAINT cell_answer_is_known CHECK (answer IN ('none', 'more-time')),
        reason text NOT NULL CONSTRAINT cell_answer_reason_is_short CHECK (length(reason) BETWEEN 1 AND 1000),
        until date CONSTRAINT cell_answer_says_until_when CHECK ((until IS NOT NULL) = (answer = 'more-time')),
        answered_at timestamptz NOT NULL,
        answered_by uuid NOT NULL CONSTRAINT cell_answer_account_exists REFERENCES accounts,
        CONSTRAINT cell_answer_once_per_course UNIQUE (course_id, cell_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
