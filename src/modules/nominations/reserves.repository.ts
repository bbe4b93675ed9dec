import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { officialFactsJoins } from '../officials/index.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { ReserveView } from './dto/reserve.dto.js';

/** A person kept in reserve, not judged yet. */
export type ReserveRow = Omit<ReserveView, 'checks' | 'eligible' | 'canRemove'>;

/** Who is kept in reserve for a class. Holds no seat, no place and no days. */
@Injectable()
export class ReservesRepository {
  constructor(private readonly db: Database) {}

  /** Those of the reader's units, in order. @param unitId of one called unit alone, or null. */
  list(actor: Actor, courseId: string, unitId: string | null, today: PlainDate): Promise<ReserveRow[]> {
    return this.db.rows<ReserveRow>(
      `SELECT r.id, o.id AS "officialId", o.full_name AS "fullName", post.title AS post, ${unitRefSql('ru')} AS unit, r.position, r.proposed
       FROM waiting_reserves r JOIN officials o ON o.id = r.official_id JOIN units ru ON ru.id = r.unit_id ${officialFactsJoins('$3')}
       WHERE r.course_id = $2 AND ($4::uuid IS NULL OR r.unit_id = $4) AND (${inSubtree('r.unit_id', '$1')} OR ${inSubtree('o.cell_id', '$1')})
       ORDER BY ru.name, r.position, r.id`,
      [actor.unitId, courseId, today, unitId],
    );
  }

  /** One that the reader's units keep for a class. */
  waiting(actor: Actor, courseId: string, id: string): Promise<{ officialId: string; unitId: string } | null> {
    return this.db.row(
      `SELECT r.official_id AS "officialId", r.unit_id AS "unitId" FROM waiting_reserves r
       WHERE r.id = $3 AND r.course_id = $2 AND ${inSubtree('r.unit_id', '$1')}`,
      [actor.unitId, courseId, id],
    );
  }

  /** Keeps these after those who are kept already. @throws ReservedTwice by its constraint. */
  async name(
    courseId: string,
    people: readonly { officialId: string; unitId: string }[],
    by: string,
    at: Date,
  ): Promise<void> {
    const rows = people.map((person, index) => ({ id: newId(), ...person, index }));
    await this.db.rows(
      `INSERT INTO reserve_nominees (id, course_id, unit_id, official_id, position, named_at, named_by)
       SELECT p.id, $2, p."unitId", p."officialId", 1 + p.index + (SELECT coalesce(max(r.position), 0) FROM reserve_nominees r WHERE r.course_id = $2), $3, $4
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "unitId" uuid, "officialId" uuid, index int) RETURNING id`,
      [JSON.stringify(rows), courseId, at, by],
    );
  }

  /** @returns whether it was still kept, and named by the unit itself. */
  async remove(id: string, at: Date): Promise<boolean> {
    const removed = await this.db.write(
      'UPDATE reserve_nominees SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL AND nomination_id IS NULL',
      [id, at],
    );
    return removed === 1;
  }
}
