import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';

/** How many places a unit gets. */
export interface Allocation {
  readonly unitId: string;
  readonly places: number;
}

/** Writes of quotas. */
@Injectable()
export class QuotasRepository {
  constructor(private readonly db: Database) {}

  /**
   * Sets units' places, where they are not fewer than already taken.
   * @returns the allocations that were refused for that, with what is taken; nothing of a refused one was written.
   */
  async set(
    programId: string,
    period: number,
    allocations: readonly Allocation[],
  ): Promise<{ unitId: string; taken: number }[]> {
    const units = allocations.map(({ unitId }) => unitId);
    await this.db.rows(
      'SELECT id FROM quotas WHERE program_id = $1 AND period = $2 AND unit_id = ANY($3::uuid[]) ORDER BY id FOR UPDATE',
      [programId, period, units],
    );
    const set = await this.db.rows<{ unitId: string }>(
      `INSERT INTO quotas (id, program_id, period, unit_id, places)
       SELECT a.id, $1, $2, a.unit_id, a.places FROM unnest($3::uuid[], $4::uuid[], $5::int[]) AS a(id, unit_id, places)
       ON CONFLICT ON CONSTRAINT quota_once_per_unit DO UPDATE SET places = excluded.places, version = quotas.version + 1
         WHERE quotas.taken <= excluded.places
       RETURNING unit_id AS "unitId"`,
      [programId, period, allocations.map(() => newId()), units, allocations.map(({ places }) => places)],
    );
    const done = new Set(set.map(({ unitId }) => unitId));
    return this.db.rows(
      'SELECT unit_id AS "unitId", taken FROM quotas WHERE program_id = $1 AND period = $2 AND unit_id = ANY($3::uuid[])',
      [programId, period, units.filter((unitId) => !done.has(unitId))],
    );
  }
}
