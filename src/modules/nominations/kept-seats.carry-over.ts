import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { sharePlaces } from '../quotas/index.js';
import type { Inheritance } from '../units/index.js';

/** Seats that a class keeps for a unit and nobody sits on yet. */
export interface KeptSeats {
  readonly courseId: string;
  readonly unitId: string;
  readonly seats: number;
  readonly until: PlainDate;
}

/** Seats kept for units that end. */
@Injectable()
export class KeptSeatsCarryOver {
  constructor(private readonly db: Database) {}

  /** How many are kept and free, by unit. */
  async count(unitIds: readonly string[]): Promise<Map<string, number>> {
    const kept = await this.of(unitIds);
    const sum = (unit: string) =>
      kept.filter(({ unitId }) => unitId === unit).reduce((all, { seats }) => all + seats, 0);
    return new Map(unitIds.map((unit) => [unit, sum(unit)]));
  }

  /** What is kept for the units that end and for their heirs, its classes held: to be asked before their nominations move. */
  async hold({ ended }: Inheritance): Promise<KeptSeats[]> {
    const units = ended.map(({ unitId }) => unitId);
    await this.db.rows(
      `SELECT 1 FROM courses WHERE id IN (SELECT course_id FROM seat_reservations WHERE unit_id = ANY($1::uuid[]) AND ended_at IS NULL)
       ORDER BY id FOR UPDATE`,
      [units],
    );
    return this.of([...units, ...ended.flatMap(({ heirs }) => heirs)]);
  }

  /**
   * What was kept and free stays so, shared among the heirs by the officials who go to each, until the latest of the days.
   * A reservation counts whoever of its unit sits already, so it grows by those who come: the seats left over are the same.
   */
  async carryOver({ ended, officials }: Inheritance, kept: readonly KeptSeats[], by: string, at: Date): Promise<void> {
    const units = ended.map(({ unitId }) => unitId);
    const parts = kept.flatMap(({ unitId, ...each }) => {
      const heirs = ended.find((unit) => unit.unitId === unitId)?.heirs;
      if (!heirs) return [{ ...each, unitId }];
      const weight = (to: string) => officials.filter((move) => move.from === unitId && move.to === to).length;
      const shares = heirs.map((to) => ({ to, takes: 0, weight: weight(to) }));
      return sharePlaces(each.seats, 0, shares).parts.map(({ to, places }) => ({ ...each, unitId: to, seats: places }));
    });
    await this.db.write(
      `UPDATE seat_reservations r SET ended_at = $2 FROM courses co WHERE co.id = r.course_id AND co.state IN ('open', 'closed', 'confirmed', 'running')
         AND r.unit_id = ANY($1::uuid[]) AND r.ended_at IS NULL`,
      [units, at],
    );
    await this.db.write(
      `INSERT INTO seat_reservations (id, course_id, unit_id, seats, until, created_at, created_by)
       SELECT (array_agg(p.id))[1], p."courseId", p."unitId", sum(p.seats) + sitting.people, max(p.until), $2, $3
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "courseId" uuid, "unitId" uuid, seats integer, until date)
       CROSS JOIN LATERAL (SELECT count(*)::int AS people FROM nominations n WHERE n.course_id = p."courseId" AND n.unit_id = p."unitId"
         AND (n.place = 'seat' OR EXISTS (SELECT 1 FROM seat_offers s WHERE s.nomination_id = n.id AND s.state = 'open'))) sitting
       GROUP BY p."courseId", p."unitId", sitting.people HAVING sum(p.seats) + sitting.people > 0
       ON CONFLICT (course_id, unit_id) WHERE ended_at IS NULL DO UPDATE SET seats = excluded.seats, until = excluded.until`,
      [JSON.stringify(parts.map((part) => ({ ...part, id: newId() }))), at, by],
    );
  }

  private of(unitIds: readonly string[]): Promise<KeptSeats[]> {
    return this.db.rows<KeptSeats>(
      `SELECT r.course_id AS "courseId", r.unit_id AS "unitId", u.seats, r.until
       FROM (SELECT DISTINCT course_id FROM seat_reservations WHERE unit_id = ANY($1::uuid[]) AND ended_at IS NULL) c
       JOIN courses co ON co.id = c.course_id AND co.state IN ('open', 'closed', 'confirmed', 'running')
       CROSS JOIN LATERAL unused_reservations(co.id) u
       JOIN seat_reservations r ON r.course_id = co.id AND r.unit_id = u.unit_id AND r.ended_at IS NULL
       WHERE r.unit_id = ANY($1::uuid[]) ORDER BY r.course_id, r.unit_id`,
      [unitIds],
    );
  }
}
