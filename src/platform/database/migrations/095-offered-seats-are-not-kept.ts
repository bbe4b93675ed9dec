import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A seat kept for a unit that one of its people is being asked about is offered, and no longer kept: it was counted as both,
 * and a seat that was everybody's went to nobody until the offer was answered.
 */
export class OfferedSeatsAreNotKept1790000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Free seats that reservations still keep for a unit: what it reserved and nobody of its people sits on or is asked about.
      CREATE OR REPLACE FUNCTION unused_reservations(p_course uuid) RETURNS TABLE (unit_id uuid, seats integer, until date)
      LANGUAGE sql STABLE AS $$
        SELECT r.unit_id, greatest(0, r.seats - (SELECT count(*)::int FROM nominations n
          WHERE n.course_id = r.course_id AND n.unit_id = r.unit_id AND (n.place = 'seat' OR EXISTS (
            SELECT 1 FROM seat_offers s WHERE s.nomination_id = n.id AND s.state = 'open')))), r.until
        FROM seat_reservations r WHERE r.course_id = p_course AND r.ended_at IS NULL
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
