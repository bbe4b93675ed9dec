import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A nomination that still runs, with what may have to follow an heir. */
export interface LiveNomination {
  readonly id: string;
  readonly officialId: string;
  readonly unitId: string;
  readonly quotaId: string | null;
}

/** Nominations of units that end. */
@Injectable()
export class NominationsCarryOver {
  constructor(private readonly db: Database) {}

  /** Nominations alive that were made in the name of these units or hold places of these quotas. */
  live(unitIds: readonly string[], quotaIds: readonly string[]): Promise<LiveNomination[]> {
    return this.db.rows<LiveNomination>(
      `SELECT n.id, n.official_id AS "officialId", n.unit_id AS "unitId", n.quota_id AS "quotaId" FROM nominations n
       JOIN courses co ON co.id = n.course_id
       WHERE holds_place(n.state) AND co.state IN ('open', 'closed', 'confirmed', 'running')
         AND (n.unit_id = ANY($1::uuid[]) OR n.quota_id = ANY($2::uuid[])) ORDER BY n.id`,
      [unitIds, quotaIds],
    );
  }

  /** Nominations go on in the name of the heir and on its quota; seats, order and answers stay as they are. */
  async carryOver(nominations: readonly LiveNomination[]): Promise<void> {
    await this.db.write(
      `UPDATE nominations n SET unit_id = m."unitId", quota_id = m."quotaId", version = n.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, "unitId" uuid, "quotaId" uuid)
       WHERE n.id = m.id AND (n.unit_id, n.quota_id) IS DISTINCT FROM (m."unitId", m."quotaId")`,
      [JSON.stringify(nominations)],
    );
  }
}
