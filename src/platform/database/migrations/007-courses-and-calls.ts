import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Classes, and the part of each call that one unit has to answer. */
export class CoursesAndCalls1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE courses (
        id uuid PRIMARY KEY,
        code text NOT NULL CONSTRAINT course_code_once UNIQUE,
        title text NOT NULL,
        title_key text NOT NULL GENERATED ALWAYS AS (fold(code || ' ' || title)) STORED,
        program_id uuid NOT NULL CONSTRAINT course_program_exists REFERENCES programs,
        -- The board's unit that holds the class.
        unit_id uuid NOT NULL CONSTRAINT course_unit_exists REFERENCES units,
        starts_on date NOT NULL,
        ends_on date NOT NULL CONSTRAINT course_ends_after_it_starts CHECK (ends_on >= starts_on),
        venue text,
        document_number text,
        capacity integer NOT NULL CONSTRAINT course_has_capacity CHECK (capacity BETWEEN 1 AND 2000),
        minimum integer NOT NULL CONSTRAINT course_minimum_within_capacity CHECK (minimum BETWEEN 0 AND capacity),
        state text NOT NULL CONSTRAINT course_state_is_known
          CHECK (state IN ('draft', 'open', 'closed', 'confirmed', 'running', 'completed', 'cancelled')),
        state_reason text CONSTRAINT course_cancelled_with_reason CHECK (state <> 'cancelled' OR state_reason <> ''),
        deadline date CONSTRAINT course_open_has_deadline CHECK (state <> 'open' OR deadline IS NOT NULL),
        -- Counters: taken in one statement with the nomination, never counted and then written.
        seats_taken integer NOT NULL DEFAULT 0,
        waitlisted integer NOT NULL DEFAULT 0,
        next_queue_no integer NOT NULL DEFAULT 1,
        -- How many studied in a class held before this product was used; such classes have no nominations.
        reported_trainees integer,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT course_seats_within_capacity CHECK (seats_taken BETWEEN 0 AND capacity),
        CONSTRAINT course_nobody_waits_while_a_seat_is_free CHECK (waitlisted >= 0 AND (waitlisted = 0 OR seats_taken = capacity))
      ) WITH (fillfactor = 70);
      CREATE INDEX courses_by_start ON courses (starts_on DESC, id DESC);
      CREATE INDEX courses_by_unit ON courses (unit_id, starts_on DESC);
      CREATE INDEX courses_by_title_key ON courses USING gin (title_key gin_trgm_ops);

      CREATE TABLE unit_calls (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT unit_call_course_exists REFERENCES courses,
        unit_id uuid NOT NULL CONSTRAINT unit_call_unit_exists REFERENCES units,
        called_at timestamptz NOT NULL,
        deadline date NOT NULL,
        answer text CONSTRAINT unit_call_answer_is_known CHECK (answer IN ('list', 'none', 'more-time')),
        answered_at timestamptz,
        answered_by uuid CONSTRAINT unit_call_account_exists REFERENCES accounts,
        late boolean NOT NULL DEFAULT false,
        reason text,
        asked_until date,
        CONSTRAINT unit_called_once_per_course UNIQUE (course_id, unit_id),
        CONSTRAINT unit_call_answer_has_a_time CHECK ((answer IS NULL) = (answered_at IS NULL)),
        CONSTRAINT unit_call_none_with_reason CHECK (answer IS DISTINCT FROM 'none' OR reason <> ''),
        CONSTRAINT unit_call_more_time_until_a_date CHECK ((answer IS NOT DISTINCT FROM 'more-time') = (asked_until IS NOT NULL))
      );
      CREATE INDEX unit_calls_by_unit ON unit_calls (unit_id, deadline);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
