import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { type Share, sharePlaces } from './rules/share-places.js';

/** A quota of a unit that ends, of the year of its end or a later one. */
export interface EndingQuota {
  readonly id: string;
  readonly programId: string;
  readonly period: number;
  readonly unitId: string;
  readonly places: number;
  readonly taken: number;
}

/** The quota from which an heir's nominations take from now on. */
export interface HeirQuota {
  readonly from: string;
  readonly unitId: string;
  readonly id: string;
}

/** Places of units that end. */
@Injectable()
export class QuotasCarryOver {
  constructor(private readonly db: Database) {}

  /** Quotas of these units from a year on. */
  of(unitIds: readonly string[], year: number): Promise<EndingQuota[]> {
    return this.db.rows<EndingQuota>(
      `SELECT id, program_id AS "programId", period, unit_id AS "unitId", places, taken FROM quotas
       WHERE unit_id = ANY($1::uuid[]) AND period >= $2 ORDER BY id`,
      [unitIds, year],
    );
  }

  /** Shares out what is not history yet. @param shares of each quota, by its id. @returns which quota each heir has now. */
  async carryOver(quotas: readonly EndingQuota[], shares: ReadonlyMap<string, readonly Share[]>): Promise<HeirQuota[]> {
    const made: HeirQuota[] = [];
    for (const quota of quotas) {
      const claims = shares.get(quota.id) ?? [];
      if (claims.length === 0) continue;
      const { staying, parts } = sharePlaces(quota.places, quota.taken, claims);
      await this.db.write('UPDATE quotas SET places = $2, taken = $2, version = version + 1 WHERE id = $1', [
        quota.id,
        staying,
      ]);
      for (const part of parts) {
        const row = await this.db.row<{ id: string }>(
          `INSERT INTO quotas (id, program_id, period, unit_id, places, taken) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT ON CONSTRAINT quota_once_per_unit DO UPDATE SET places = quotas.places + excluded.places,
             taken = quotas.taken + excluded.taken, version = quotas.version + 1 RETURNING id`,
          [newId(), quota.programId, quota.period, part.to, part.places, part.taken],
        );
        if (row) made.push({ from: quota.id, unitId: part.to, id: row.id });
      }
    }
    return made;
  }
}
