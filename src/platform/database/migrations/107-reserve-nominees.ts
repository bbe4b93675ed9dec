import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reserve nominees: named beside a list, holding nothing until one steps in for somebody who leaves (see docs/adr/0037). */
export class ReserveNominees1790000000107 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reserve_nominees (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT reserve_nominee_course_exists REFERENCES courses,
        unit_id uuid NOT NULL,
        official_id uuid NOT NULL CONSTRAINT reserve_nominee_official_exists REFERENCES officials,
        position integer NOT NULL CONSTRAINT reserve_nominee_position_is_counted CHECK (position > 0),
        named_at timestamptz NOT NULL,
        named_by uuid NOT NULL CONSTRAINT reserve_nominee_account_exists REFERENCES accounts,
        removed_at timestamptz,
        -- The nomination that came of it.
        nomination_id uuid CONSTRAINT reserve_nominee_nomination_exists REFERENCES nominations
          CONSTRAINT reserve_nominee_steps_in_once UNIQUE,
        CONSTRAINT reserve_nominee_unit_is_called FOREIGN KEY (course_id, unit_id) REFERENCES unit_calls (course_id, unit_id),
        CONSTRAINT reserve_nominee_steps_in_or_is_removed CHECK (nomination_id IS NULL OR removed_at IS NULL)
      );
      CREATE UNIQUE INDEX reserve_nominee_once_per_course ON reserve_nominees (course_id, official_id)
        WHERE removed_at IS NULL AND nomination_id IS NULL;
      CREATE INDEX reserve_nominees_by_official ON reserve_nominees (official_id);
      SELECT track_changes('reserve_nominees');

      -- Everyone a unit keeps in reserve, named by itself or proposed by a cell; who was nominated meanwhile waits no more.
      CREATE VIEW waiting_reserves AS
        SELECT r.id, r.course_id, r.unit_id, r.official_id, r.position, false AS proposed FROM reserve_nominees r
        WHERE r.removed_at IS NULL AND r.nomination_id IS NULL AND NOT EXISTS (SELECT 1 FROM nominations n
          WHERE n.course_id = r.course_id AND n.official_id = r.official_id AND bars_nomination(n.state))
        UNION ALL
        SELECT p.id, p.course_id, p.unit_id, p.official_id, p.position, true FROM proposals p
        WHERE p.state = 'reserve' AND NOT EXISTS (SELECT 1 FROM nominations n
          WHERE n.course_id = p.course_id AND n.official_id = p.official_id AND bars_nomination(n.state))
          AND NOT EXISTS (SELECT 1 FROM reserve_nominees r WHERE r.course_id = p.course_id AND r.official_id = p.official_id
            AND r.removed_at IS NULL AND r.nomination_id IS NULL);

      -- A reserve has become this nomination, whoever had named them.
      CREATE FUNCTION step_in_from_reserve(p_nomination uuid, p_account uuid, p_now timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
      DECLARE
        made nominations;
        was boolean;
      BEGIN
        SELECT * INTO made FROM nominations WHERE id = p_nomination;
        UPDATE reserve_nominees SET nomination_id = p_nomination
        WHERE course_id = made.course_id AND official_id = made.official_id AND removed_at IS NULL AND nomination_id IS NULL;
        was := FOUND;
        UPDATE proposals SET state = 'endorsed', nomination_id = p_nomination, changed_at = p_now, changed_by = p_account, version = version + 1
        WHERE course_id = made.course_id AND official_id = made.official_id AND state = 'reserve';
        RETURN was OR FOUND;
      END $$;

      -- Who takes a place before the board has decided is not yet on a decision.
      DROP TRIGGER newcomer_joins_the_decision ON nominations;
      CREATE TRIGGER newcomer_joins_the_decision AFTER INSERT ON nominations FOR EACH ROW
        WHEN (NEW.replaces_id IS NOT NULL AND keeps_seat(NEW.state)) EXECUTE FUNCTION take_over_decision_line();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
