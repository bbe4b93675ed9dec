import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seats kept for units follow a reorganisation, which can be undone: their rows are tracked. */
export class KeptSeatsFollowUnits1790000000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT track_changes('seat_reservations');

      CREATE OR REPLACE FUNCTION count_reserved_seats() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- What undoing restores it restores as it was, the count among it.
        IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
        UPDATE courses c SET reserved_seats = (SELECT coalesce(sum(r.seats), 0) FROM seat_reservations r
          WHERE r.course_id = c.id AND r.ended_at IS NULL) WHERE c.id IN (NEW.course_id, OLD.course_id);
        RETURN NULL;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
