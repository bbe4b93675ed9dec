import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals of a timetable: what was asked, what came out, and why each class is where it is. */
export class ScheduleProposals1790000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE schedule_proposals (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL CONSTRAINT proposal_unit_exists REFERENCES units,
        created_by uuid NOT NULL CONSTRAINT proposal_maker_exists REFERENCES accounts,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        days daterange NOT NULL CONSTRAINT proposal_covers_some_days CHECK (NOT isempty(days) AND upper(days) - lower(days) <= 800),
        weights jsonb NOT NULL,
        classes_per_week integer NOT NULL CONSTRAINT proposal_week_bears_a_class CHECK (classes_per_week BETWEEN 1 AND 100),
        status text NOT NULL CONSTRAINT proposal_status_is_known CHECK (status IN ('solving', 'ready', 'accepted')),
        run integer NOT NULL DEFAULT 1,
        -- What the timetable costs by the planner's weights, and what the clerk's order would have; null until solved.
        price integer,
        in_order integer,
        best boolean,
        solved_at timestamptz,
        accepted_at timestamptz,
        accepted_by_name text,
        CONSTRAINT proposal_is_solved_when_ready CHECK (status = 'solving' OR (price IS NOT NULL AND solved_at IS NOT NULL)),
        CONSTRAINT proposal_never_worse_than_order CHECK (price <= in_order),
        CONSTRAINT proposal_accepted_by_someone CHECK ((status = 'accepted') = (accepted_at IS NOT NULL))
      );
      CREATE INDEX schedule_proposals_by_unit ON schedule_proposals (unit_id, created_at DESC);
      CREATE TABLE schedule_items (
        proposal_id uuid NOT NULL CONSTRAINT schedule_item_proposal_exists REFERENCES schedule_proposals ON DELETE CASCADE,
        course_id uuid NOT NULL CONSTRAINT schedule_item_course_exists REFERENCES courses,
        position integer NOT NULL,
        -- Length, rhythm, window and wishes: see ClassSettings.
        settings jsonb NOT NULL,
        placement jsonb,
        locked boolean NOT NULL DEFAULT false,
        explanation jsonb,
        accepted boolean NOT NULL DEFAULT false,
        CONSTRAINT schedule_item_once_per_proposal PRIMARY KEY (proposal_id, course_id),
        CONSTRAINT schedule_item_locked_in_a_place CHECK (NOT locked OR placement IS NOT NULL),
        CONSTRAINT schedule_item_accepted_with_a_place CHECK (NOT accepted OR placement IS NOT NULL)
      );
      CREATE INDEX schedule_items_by_course ON schedule_items (course_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
